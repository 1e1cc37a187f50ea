package io.github.mgsjaxrs.internal.url;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.Verified.SignedText;
import io.github.mgsjaxrs.crypto.SignatureCheck;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.request.Escaping;
import io.github.mgsjaxrs.internal.scheme.Explanations;
import io.github.mgsjaxrs.internal.scheme.NamedKey;
import io.github.mgsjaxrs.internal.scheme.RequiredCoverage;
import io.github.mgsjaxrs.internal.scheme.SignatureClaim;

/** Checks a text that was rebuilt from a request: coverage, then the signature. */
public final class TextVerification {

  private final Explanations explanations;

  /**
   * For one verifier.
   *
   * @param explanations whether the reason of a refusal tells the text
   */
  public TextVerification(Explanations explanations) {
    this.explanations = explanations;
  }

  /**
   * Verifies a text.
   *
   * @param readings the text, in each way in which it may have been signed
   * @param claim its signature and key id
   * @param named the key with this id
   * @param required what to refuse of what the signature does not cover
   * @return the verdict that the signature is right
   * @throws RefusalException if it is not
   */
  public Verified verify(
      TextReadings readings, SignatureClaim claim, NamedKey<TextKey> named, Coverage required)
      throws RefusalException {
    TextKey key = named.key();
    SignedText text = readings.text();
    RequiredCoverage.requireCovered(text.uncovered(), required, text::describe);
    SignatureCheck check = SignatureCheck.MISMATCH;
    for (String reading : readings.readings()) {
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

  private RefusalException mismatch(
      SignedText text, SignatureClaim claim, TextKey key, String found) {
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
