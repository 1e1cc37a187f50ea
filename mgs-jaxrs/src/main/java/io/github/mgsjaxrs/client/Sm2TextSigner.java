package io.github.mgsjaxrs.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.crypto.Sm2Encoding;
import io.github.mgsjaxrs.crypto.Sm2Parameters;
import java.util.HexFormat;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.DSAEncoding;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/** Lower-case hex of SM3withSM2, as DER or r‖s; another value each time. */
final class Sm2TextSigner implements TextSigner {

  private final ECPrivateKeyParameters key;
  private final Sm2Parameters parameters;

  Sm2TextSigner(ECPrivateKeyParameters key, Sm2Parameters parameters) {
    this.key = key;
    this.parameters = parameters;
  }

  @Override
  public TextSigner with(Sm2Parameters others) {
    return new Sm2TextSigner(key, others);
  }

  @Override
  public String sign(byte[] text) {
    DSAEncoding encoding =
        parameters.encoding() == Sm2Encoding.RAW
            ? PlainDSAEncoding.INSTANCE
            : StandardDSAEncoding.INSTANCE;
    SM2Signer signer = new SM2Signer(encoding);
    signer.init(true, new ParametersWithID(key, parameters.userId().getBytes(UTF_8)));
    signer.update(text, 0, text.length);
    try {
      return HexFormat.of().formatHex(signer.generateSignature());
    } catch (CryptoException impossible) {
      throw new IllegalStateException("An SM2 signature cannot be written", impossible);
    }
  }

  @Override
  public String toString() {
    return "SM2";
  }
}
