package io.github.mgsjaxrs.crypto;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;

/** SM3withSM2 over the string to sign, as hex of DER or of raw r‖s. */
final class Sm2Verifier implements SignatureVerifier {

  private final ParametersWithID key;
  private final Sm2Encoding encoding;

  Sm2Verifier(ECPublicKeyParameters key, Sm2Parameters parameters) {
    this.key = new ParametersWithID(key, parameters.userId().getBytes(StandardCharsets.UTF_8));
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
    byte[] raw = bytes == null ? null : Sm2Signatures.raw(bytes, encoding, Sm2Curve.DOMAIN.getN());
    if (raw == null) {
      return SignatureCheck.MALFORMED;
    }
    SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
    signer.init(false, key);
    signer.update(stringToSign, 0, stringToSign.length);
    return signer.verifySignature(raw) ? SignatureCheck.VALID : SignatureCheck.MISMATCH;
  }

  @Override
  public String toString() {
    return "SM2";
  }
}
