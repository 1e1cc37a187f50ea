package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.MgsSettings;
import io.github.mgsjaxrs.keys.KeyResolver;
import io.github.mgsjaxrs.protocol.Scheme;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The schemes of one verifier, over the same keys, limits and storage. */
final class Schemes {

  private final Map<Scheme, RequestVerification> verifications = new EnumMap<>(Scheme.class);
  private final Map<Scheme, ProblemResponse> problems = new EnumMap<>(Scheme.class);
  private final List<List<String>> headerNames;

  /**
   * All schemes with what they share.
   *
   * @param settings the verifier's settings
   * @param resolver the verifier's keys
   * @param storage where the entities lie
   */
  Schemes(MgsSettings settings, KeyResolver resolver, EntityStorage storage) {
    KeyLookup keys = new KeyLookup(resolver, settings.offline());
    Explanations explanations = Explanations.inServer(settings, resolver);
    SignatureJudge judge = new SignatureJudge(settings, keys, explanations);
    List<SignatureScheme> all =
        List.of(
            new BackendScheme(settings, judge, storage),
            new RpcScheme(settings, explanations, storage));
    for (SignatureScheme scheme : all) {
      verifications.put(scheme.name(), new RequestVerification(settings, keys, scheme, storage));
      problems.put(scheme.name(), new ProblemResponse(scheme.name(), settings.responseDetails()));
    }
    headerNames = all.stream().map(SignatureScheme::headerNames).toList();
  }

  /** The headers of each scheme, that of the signature first. */
  List<List<String>> headerNames() {
    return headerNames;
  }

  RequestVerification verification(Scheme scheme) {
    return of(verifications, scheme);
  }

  ProblemResponse problems(Scheme scheme) {
    return of(problems, scheme);
  }

  private static <T> T of(Map<Scheme, T> parts, Scheme scheme) {
    T part = parts.get(scheme);
    if (part == null) {
      throw new IllegalStateException("Nothing verifies " + scheme);
    }
    return part;
  }
}
