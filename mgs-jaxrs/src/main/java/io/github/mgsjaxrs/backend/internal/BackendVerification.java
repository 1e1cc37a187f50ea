package io.github.mgsjaxrs.backend.internal;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.Verdict;
import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.scheme.Explanations;
import io.github.mgsjaxrs.internal.scheme.KeyLookup;
import io.github.mgsjaxrs.internal.scheme.NamedKey;
import io.github.mgsjaxrs.internal.scheme.SignatureHeaders;
import io.github.mgsjaxrs.internal.url.TextVerification;
import io.github.mgsjaxrs.keys.KeyResolver;
import io.github.mgsjaxrs.request.MalformedRequestException;
import io.github.mgsjaxrs.settings.Limits;
import java.util.function.Predicate;

/**
 * Verifies a request that the gateway signed for a backend and that is completely there, for who
 * hands over requests by himself: key, string to sign, coverage, signature, in this order. It knows
 * nothing of JAX-RS, and explains no refusal.
 */
public final class BackendVerification {

  private final Canonicalization canonicalization;
  private final Limits limits;
  private final Coverage coverage;
  private final KeyLookup keys;
  private final TextVerification verification = new TextVerification(Explanations.none());

  /**
   * By the settings of one verifier.
   *
   * @param canonicalization how strings to sign are written
   * @param limits of every request
   * @param coverage what is refused of what a signature does not cover
   * @param keys the verifier's keys
   * @param ofPackages tells the ids of those that verify packages, and no request
   */
  public BackendVerification(
      Canonicalization canonicalization,
      Limits limits,
      Coverage coverage,
      KeyResolver keys,
      Predicate<String> ofPackages) {
    this.canonicalization = canonicalization;
    this.limits = limits;
    this.coverage = coverage;
    this.keys = new KeyLookup(keys, ofPackages);
  }

  /**
   * Verifies a request by itself, outside of any resource.
   *
   * @param request the request as it was sent
   * @param signature the value of the signature header
   * @param keyId the value of the key header
   * @return the verdict
   */
  public Verdict verify(SignedRequest request, String signature, String keyId) {
    try {
      SignatureHeaders headers = BackendScheme.headers(signature, keyId, limits);
      String id = keys.configuredId(keyId);
      NamedKey<TextKey> key = new NamedKey<>(id, keys.key(id, Scheme.BACKEND, TextKey.class));
      return verification.verify(
          BackendScheme.text(request, canonicalization, limits.parameters()),
          headers,
          key,
          coverage);
    } catch (MalformedRequestException malformed) {
      return RefusalException.of(malformed).rejected();
    } catch (RefusalException refusal) {
      return refusal.rejected();
    }
  }
}
