package io.github.mgsjaxrs.internal.url.diagnosis;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.internal.diagnosis.Diagnosis;
import io.github.mgsjaxrs.internal.diagnosis.Variation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A request that was refused although its key is known, with all that may tell why.
 *
 * @param request the request as it was sent
 * @param entity the bytes of its body, or empty where they are not at hand: then variations of the
 *     body are not tried
 * @param signature the value of the signature header
 * @param keyId the value of the key header
 * @param key the key with this id
 * @param otherKeys other keys by their ids, which the request may have been signed with
 * @param headers what the signature is of besides: the lines of headers, and how they may have been
 *     written otherwise
 * @param settings what the names of the settings start with that the string to sign was written by
 * @param canonicalization these settings
 * @param coverage what is refused of what the signature does not cover
 * @param maxParameters how many parameters query and form may have together
 */
public record UrlMismatch(
    SignedRequest request,
    Optional<byte[]> entity,
    String signature,
    String keyId,
    TextKey key,
    Map<String, TextKey> otherKeys,
    Headers headers,
    String settings,
    Canonicalization canonicalization,
    Coverage coverage,
    int maxParameters) {

  /**
   * The lines of headers between content MD5 and URL.
   *
   * @param lines each with its line feed; empty where no header is signed
   * @param variations other ways to write them
   */
  public record Headers(String lines, List<Variation> variations) {

    /** For a gateway that signs none. */
    public static final Headers NONE = new Headers("", List.of());

    /** Copies the variations. */
    public Headers {
      Objects.requireNonNull(lines, "lines");
      variations = List.copyOf(variations);
    }
  }

  /** Checks that all parts but the entity are there. */
  public UrlMismatch {
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(entity, "entity");
    Objects.requireNonNull(signature, "signature");
    Objects.requireNonNull(keyId, "keyId");
    Objects.requireNonNull(key, "key");
    otherKeys = Map.copyOf(otherKeys);
    Objects.requireNonNull(headers, "headers");
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(canonicalization, "canonicalization");
    Objects.requireNonNull(coverage, "coverage");
  }

  /**
   * Looks for what would have made the signature match.
   *
   * @return what was found
   */
  public Diagnosis diagnose() {
    return new UrlSearch(this).run();
  }

  /** The request without its body's bytes and its signature. */
  @Override
  public String toString() {
    return "UrlMismatch[" + request.method() + ", key " + keyId + "]";
  }
}
