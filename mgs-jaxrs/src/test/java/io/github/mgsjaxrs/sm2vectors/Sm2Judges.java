package io.github.mgsjaxrs.sm2vectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.DSAEncoding;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.jcajce.provider.asymmetric.util.ECUtil;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** The two implementations that judge a signature, neither of them ours. */
final class Sm2Judges {

  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

  private final Path directory;

  Sm2Judges(Path directory) {
    this.directory = directory;
  }

  /** What {@code SM2Signer} says, of the key as it stands there. */
  static boolean bouncyCastle(
      byte[] subjectPublicKeyInfo, byte[] userId, byte[] message, byte[] signature, boolean raw) {
    try {
      PublicKey key =
          KeyFactory.getInstance("EC", PROVIDER)
              .generatePublic(new X509EncodedKeySpec(subjectPublicKeyInfo));
      AsymmetricKeyParameter parameters = ECUtil.generatePublicKeyParameter(key);
      DSAEncoding encoding = raw ? PlainDSAEncoding.INSTANCE : StandardDSAEncoding.INSTANCE;
      SM2Signer signer = new SM2Signer(encoding);
      signer.init(false, new ParametersWithID(parameters, userId));
      signer.update(message, 0, message.length);
      return signer.verifySignature(signature);
    } catch (GeneralSecurityException | RuntimeException refused) {
      return false;
    }
  }

  /** What {@code openssl pkeyutl -verify} says of a signature in DER. */
  boolean openSsl(byte[] subjectPublicKeyInfo, byte[] userId, byte[] message, byte[] signature)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "openssl",
                "pkeyutl",
                "-verify",
                "-pubin",
                "-keyform",
                "DER",
                "-inkey",
                file("key.der", subjectPublicKeyInfo),
                "-rawin",
                "-digest",
                "sm3",
                "-in",
                file("message", message),
                "-sigfile",
                file("signature", signature)));
    if (userId.length > 0) {
      command.addAll(List.of("-pkeyopt", "hexdistid:" + HexFormat.of().formatHex(userId)));
    }
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("output").toFile())
            .start();
    return process.waitFor() == 0;
  }

  String openSslVersion() throws IOException, InterruptedException {
    Process process = new ProcessBuilder("openssl", "version").start();
    String line = new String(process.getInputStream().readAllBytes()).strip();
    process.waitFor();
    return line;
  }

  private String file(String name, byte[] content) throws IOException {
    return Files.write(directory.resolve(name), content).toString();
  }
}
