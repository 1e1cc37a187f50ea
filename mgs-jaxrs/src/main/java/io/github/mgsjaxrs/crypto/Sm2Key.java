package io.github.mgsjaxrs.crypto;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.KeyVariation.Deviation;
import io.github.mgsjaxrs.internal.crypto.HexText;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/** SM3withSM2 over the string to sign, as hex of DER or of raw r‖s. */
final class Sm2Key implements TextKey {

  private final ECPublicKeyParameters key;
  private final Sm2Parameters parameters;
  private final Sm2Equation equation;
  private final Sm2Encoding encoding;

  Sm2Key(ECPublicKeyParameters key, Sm2Parameters parameters) {
    this.key = key;
    this.parameters = parameters;
    this.equation = FastSm2.equation(key, parameters);
    this.encoding = parameters.encoding();
  }

  @Override
  public SignatureAlgorithm algorithm() {
    return SignatureAlgorithm.SM2;
  }

  @Override
  public SignatureCheck check(byte[] stringToSign, String headerValue) {
    // first the length, so that a long header is not decoded for nothing
    if (headerValue.length() > 2 * Sm2Signatures.MAX_DER_BYTES) {
      return SignatureCheck.MALFORMED;
    }
    byte[] bytes = HexText.decodeAnyCase(headerValue);
    byte[] raw = bytes == null ? null : Sm2Signatures.raw(bytes, encoding);
    if (raw == null) {
      return SignatureCheck.MALFORMED;
    }
    return equation.holds(stringToSign, raw) ? SignatureCheck.VALID : SignatureCheck.MISMATCH;
  }

  @Override
  public List<KeyVariation<TextKey>> variations() {
    List<KeyVariation<TextKey>> variations = new ArrayList<>();
    if (encoding != Sm2Encoding.BOTH) {
      variations.add(variation(Deviation.BOTH_ENCODINGS, Sm2Encoding.BOTH, parameters.userId()));
    }
    if (!parameters.userId().isEmpty()) {
      variations.add(variation(Deviation.EMPTY_USER_ID, encoding, ""));
    }
    String shipped = Sm2Parameters.DEFAULT.userId();
    if (!parameters.userId().equals(shipped)) {
      variations.add(variation(Deviation.DEFAULT_USER_ID, encoding, shipped));
    }
    return variations;
  }

  /** By Bouncy Castle's signer: no table is made for a key that nobody uses. */
  private KeyVariation<TextKey> variation(Deviation deviation, Sm2Encoding taken, String userId) {
    Sm2Parameters varied = new Sm2Parameters(taken, userId, Sm2Engine.BC);
    return new KeyVariation<>(deviation, new Sm2Key(key, varied));
  }

  @Override
  public String toString() {
    return "VerificationKey[SM2]";
  }
}
