package io.github.mgsjaxrs.crypto;

import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/** SM3withSM2 over the string to sign, as hex of DER or of raw r‖s. */
final class Sm2Verifier implements SignatureVerifier {

  private final Sm2Equation equation;
  private final Sm2Encoding encoding;

  Sm2Verifier(ECPublicKeyParameters key, Sm2Parameters parameters) {
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
  public String toString() {
    return "SM2";
  }
}
