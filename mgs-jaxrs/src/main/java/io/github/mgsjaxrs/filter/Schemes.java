package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.MgsSettings;
import io.github.mgsjaxrs.keys.KeyResolver;
import io.github.mgsjaxrs.protocol.Scheme;
import io.github.mgsjaxrs.replay.ReplayGuard;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The schemes of one verifier, over the same keys, limits and storage. */
final class Schemes {

  private final Map<Scheme, RequestVerification> verifications = new EnumMap<>(Scheme.class);
  private final Map<Scheme, RejectionResponse> responses = new EnumMap<>(Scheme.class);
  private final List<List<String>> headerNames;

  /**
   * All schemes with what they share.
   *
   * @param settings the verifier's settings
   * @param resolver the verifier's keys
   * @param guard what remembers requests that may be sent only once
   * @param storage where the entities lie
   */
  Schemes(MgsSettings settings, KeyResolver resolver, ReplayGuard guard, EntityStorage storage) {
    KeyLookup keys = new KeyLookup(resolver, settings.offline());
    Explanations explanations = Explanations.inServer(settings, resolver);
    ReplayCheck replays = new ReplayCheck(settings.replay(), guard);
    SignatureJudge judge = new SignatureJudge(settings, keys, explanations);
    List<SignatureScheme> all =
        List.of(
            new BackendScheme(settings, judge, storage),
            new RpcScheme(settings, explanations, replays, storage),
            new KooGalleryScheme(settings, explanations, replays, storage));
    for (SignatureScheme scheme : all) {
      verifications.put(scheme.name(), new RequestVerification(settings, keys, scheme, storage));
      responses.put(scheme.name(), responses(scheme.name(), settings, keys));
    }
    headerNames = all.stream().map(scheme -> inLowerCase(scheme.headerNames())).toList();
  }

  /** Jersey makes each name that it is asked for so. */
  private static List<String> inLowerCase(List<String> names) {
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }

  private static RejectionResponse responses(Scheme scheme, MgsSettings settings, KeyLookup keys) {
    return scheme == Scheme.KOOGALLERY
        ? new KooGalleryResponse(settings.kooGallery().keys(), keys, settings.responseDetails())
        : new ProblemResponse(scheme, settings.responseDetails());
  }

  /** The headers of each scheme in lower case, that of the signature first. */
  List<List<String>> headerNames() {
    return headerNames;
  }

  RequestVerification verification(Scheme scheme) {
    return of(verifications, scheme);
  }

  RejectionResponse responses(Scheme scheme) {
    return of(responses, scheme);
  }

  private static <T> T of(Map<Scheme, T> parts, Scheme scheme) {
    T part = parts.get(scheme);
    if (part == null) {
      throw new IllegalStateException("Nothing verifies " + scheme);
    }
    return part;
  }
}
