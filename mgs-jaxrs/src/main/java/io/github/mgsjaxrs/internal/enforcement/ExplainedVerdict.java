package io.github.mgsjaxrs.internal.enforcement;

import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.Verdict;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.Verified.SignedText;
import io.github.mgsjaxrs.internal.diagnosis.Diagnosis;
import io.github.mgsjaxrs.internal.entity.EntityBuffer;
import io.github.mgsjaxrs.internal.entity.EntityStorage;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import io.github.mgsjaxrs.internal.request.RequestLine;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.internal.scheme.AdmittedRequest;
import io.github.mgsjaxrs.internal.scheme.CapturedRequest;
import io.github.mgsjaxrs.internal.scheme.Explanations;
import io.github.mgsjaxrs.internal.scheme.ReplayCheck;
import io.github.mgsjaxrs.internal.scheme.RequestVerification;
import io.github.mgsjaxrs.internal.scheme.Requirement;
import io.github.mgsjaxrs.internal.scheme.SchemeContext;
import io.github.mgsjaxrs.internal.scheme.SchemeSlice;
import io.github.mgsjaxrs.internal.scheme.WrittenText;
import io.github.mgsjaxrs.internal.slices.SchemeSlices;
import io.github.mgsjaxrs.internal.storage.TemporaryFiles;
import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.settings.SchemeSettings;
import io.github.mgsjaxrs.verifier.MgsSettings;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import java.io.ByteArrayInputStream;
import java.lang.ref.Cleaner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request verified outside of any runtime as the filters verify it, and explained: for tools.
 *
 * <p>Which keys a resource or a path admits, and the coverage that an annotation asks for, are not
 * known here: any key of the verifier is admitted, with the coverage of its settings. The headers
 * tell whether the gateway signed the request, or a client of it; a request that has none of them,
 * but parameters of KooGallery, is one of its.
 *
 * @param verdict what the filters would come to
 * @param written the text that the signature should be of; null where there is none, as a parameter
 *     cannot be read
 * @param diagnosis what would have made the signature match, if it does not
 */
public record ExplainedVerdict(
    Verdict verdict, @Nullable WrittenText written, Diagnosis diagnosis) {

  /** One for all requests, as each has a thread. */
  private static final Cleaner CLEANER = TemporaryFiles.cleaner();

  /**
   * Verifies a request.
   *
   * @param verifier with settings and keys
   * @param method the method as it was sent
   * @param target path and query as they were sent
   * @param headers all values of a header by its name in lower case
   * @param body the body as it was sent, empty if there is none
   * @return verdict and explanation
   */
  public static ExplainedVerdict of(
      MgsVerifier verifier,
      String method,
      RequestLine target,
      Map<String, List<String>> headers,
      byte[] body) {
    CapturedRequest request = new CapturedRequest(method, target, headers);
    return of(verifier.settings(), verifier, request, body);
  }

  /**
   * Verifies a call of a client, or of KooGallery, as of the time of its timestamp, since one that
   * was captured has expired. Other requests have no time.
   *
   * @param verifier with settings and keys
   * @param method the method as it was sent
   * @param target path and query as they were sent
   * @param headers all values of a header by its name in lower case
   * @param body the body as it was sent, empty if there is none
   * @return verdict and explanation
   */
  public static ExplainedVerdict atItsTime(
      MgsVerifier verifier,
      String method,
      RequestLine target,
      Map<String, List<String>> headers,
      byte[] body) {
    MgsSettings settings = verifier.settings();
    CapturedRequest request = new CapturedRequest(method, target, headers);
    MgsSettings then = settings;
    for (SchemeSettings scheme : settings.schemes().values()) {
      then = then.with(SchemeSlices.of(scheme).atTheTimeOf(request, settings.limits()));
    }
    return of(then, verifier, request, body);
  }

  private static ExplainedVerdict of(
      MgsSettings settings, MgsVerifier verifier, CapturedRequest captured, byte[] body) {
    EntityStorage storage =
        new EntityStorage(inMemory(settings.limits(), body.length), null, CLEANER);
    List<Diagnosis> found = new ArrayList<>();
    SchemeContext context =
        Schemes.context(
            settings,
            verifier.keys(),
            Explanations.unwritten(found::add),
            ReplayCheck.none(),
            storage);
    Schemes schemes = new Schemes(settings, context);
    SchemeSlice slice = slice(settings, captured);
    Scheme scheme = slice.settings().scheme();
    RequestSnapshot request = captured.snapshot(schemes.headers());
    WrittenText text = slice.text(request, body, context);
    try {
      Verified verified = verify(schemes.verification(scheme), request, scheme, body);
      return new ExplainedVerdict(verified, text, Diagnosis.NONE);
    } catch (RefusalException refusal) {
      return new ExplainedVerdict(
          refusal.rejected(), text, found.isEmpty() ? Diagnosis.NONE : found.get(0));
    }
  }

  /** The scheme that a request looks like, by headers and query; the gateway's own of none. */
  private static SchemeSlice slice(MgsSettings settings, CapturedRequest request) {
    return settings.schemes().values().stream()
        .map(SchemeSlices::of)
        .filter(slice -> slice.recognizes(request, settings.limits()))
        .findFirst()
        .orElseGet(() -> SchemeSlices.of(settings.canonicalization()));
  }

  /**
   * The text that the signature should be of.
   *
   * @return null where there is none, as a parameter cannot be read
   */
  public @Nullable SignedText stringToSign() {
    return written == null ? null : written.signed();
  }

  /**
   * The exact text that the signature should be of.
   *
   * @return the whole text, the body of a call included; null where there is none
   */
  public @Nullable String text() {
    return written == null ? null : written.exact().get();
  }

  private static Limits inMemory(Limits limits, int length) {
    return limits.withMemory(Math.min(1024 * Limits.MIB, Math.max(length, limits.memory())));
  }

  private static Verified verify(
      RequestVerification<?, ?> verification, RequestSnapshot request, Scheme scheme, byte[] body)
      throws RefusalException {
    AdmittedRequest admitted = verification.admit(request, Requirement.anyKey(scheme));
    try (EntityBuffer buffer = admitted.buffer()) {
      buffer.readFrom(new ByteArrayInputStream(body));
      try (ReplayableEntity entity = buffer.finish()) {
        return admitted.verify(entity, Set::of);
      }
    }
  }
}
