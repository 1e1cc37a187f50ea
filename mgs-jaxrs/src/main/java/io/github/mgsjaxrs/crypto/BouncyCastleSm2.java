package io.github.mgsjaxrs.crypto;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;

/** {@link Sm2Engine#BC}: everything is Bouncy Castle's. */
final class BouncyCastleSm2 implements Sm2Equation {

  private final ParametersWithID key;

  BouncyCastleSm2(ECPublicKeyParameters key, String userId) {
    this.key = new ParametersWithID(key, userId.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean holds(byte[] message, byte[] rs) {
    SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE);
    signer.init(false, key);
    signer.update(message, 0, message.length);
    return signer.verifySignature(rs);
  }
}
