package io.github.mgsjaxrs.backend.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.Verdict;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import io.github.mgsjaxrs.backend.protocol.StringToSign;
import io.github.mgsjaxrs.crypto.SignatureCheck;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.request.Escaping;
import io.github.mgsjaxrs.internal.scheme.Explanations;
import io.github.mgsjaxrs.internal.scheme.KeyLookup;
import io.github.mgsjaxrs.internal.scheme.NamedKey;
import io.github.mgsjaxrs.internal.scheme.RequiredCoverage;
import io.github.mgsjaxrs.internal.scheme.SchemeContext;
import io.github.mgsjaxrs.internal.scheme.SignatureClaim;
import io.github.mgsjaxrs.internal.scheme.SignatureHeaders;
import io.github.mgsjaxrs.keys.KeyResolver;
import io.github.mgsjaxrs.request.MalformedRequestException;
import io.github.mgsjaxrs.settings.Limits;
import java.util.function.Predicate;

/**
 * Verifies a request that the gateway signed for a backend and that is completely there: key,
 * string to sign, coverage, signature, in this order. It knows nothing of JAX-RS.
 */
public final class BackendVerification {

  private final Canonicalization canonicalization;
  private final Limits limits;
  private final Coverage coverage;
  private final KeyLookup keys;
  private final Explanations explanations;

  /**
   * For who hands over requests by himself, and has no refusal explained.
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
    this(canonicalization, limits, coverage, new KeyLookup(keys, ofPackages), Explanations.none());
  }

  public BackendVerification(Canonicalization canonicalization, SchemeContext context) {
    this(
        canonicalization,
        context.limits(),
        context.coverage(),
        context.keys(),
        context.explanations());
  }

  private BackendVerification(
      Canonicalization canonicalization,
      Limits limits,
      Coverage coverage,
      KeyLookup keys,
      Explanations explanations) {
    this.canonicalization = canonicalization;
    this.limits = limits;
    this.coverage = coverage;
    this.keys = keys;
    this.explanations = explanations;
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
      return verify(request, headers, key, coverage);
    } catch (RefusalException refusal) {
      return refusal.rejected();
    }
  }

  /**
   * Verifies a request whose key is known.
   *
   * @param request the request as it was sent
   * @param claim its signature and key id
   * @param named the key with this id
   * @param required what to refuse of what the signature does not cover
   * @return the verdict that the signature is right
   * @throws RefusalException if it is not
   */
  public Verified verify(
      SignedRequest request, SignatureClaim claim, NamedKey<TextKey> named, Coverage required)
      throws RefusalException {
    TextKey key = named.key();
    StringToSign text = stringToSign(request);
    RequiredCoverage.requireCovered(text.uncovered(), required, text::describe);
    SignatureCheck check = SignatureCheck.MISMATCH;
    for (String reading : text.readings()) {
      check = key.check(reading.getBytes(UTF_8), claim.signature());
      if (check != SignatureCheck.MISMATCH) {
        break;
      }
    }
    return switch (check) {
      case VALID -> new Verified(named.id(), key.algorithm(), text);
      case MISMATCH -> throw mismatch(text, claim, key, "does not match");
      case MALFORMED -> throw mismatch(text, claim, key, "is malformed");
    };
  }

  /**
   * Rebuilds what was signed.
   *
   * @param request the request as it was sent
   * @return the text
   * @throws RefusalException if a parameter cannot be read, or there are too many
   */
  public StringToSign stringToSign(SignedRequest request) throws RefusalException {
    try {
      return StringToSign.of(request, canonicalization, limits.parameters());
    } catch (MalformedRequestException malformed) {
      throw RefusalException.of(malformed);
    }
  }

  private RefusalException mismatch(
      StringToSign text, SignatureClaim claim, TextKey key, String found) {
    StringBuilder reason =
        new StringBuilder("the ")
            .append(key.algorithm())
            .append(" signature of key '")
            .append(Escaping.oneLine(claim.keyId()))
            .append("' ")
            .append(found);
    if (explanations.written()) {
      reason.append("; string to sign: ").append(text.describe(explanations.values()));
    }
    return new RefusalException(Rejection.SIGNATURE_MISMATCH, reason.toString());
  }
}
