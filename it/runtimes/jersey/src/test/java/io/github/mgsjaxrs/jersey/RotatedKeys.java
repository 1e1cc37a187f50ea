package io.github.mgsjaxrs.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;

/** RSA keys that {@code keytool} made, and key stores that hold some of them beside a salt. */
final class RotatedKeys {

  /** The password of the stores. */
  static final String PASSWORD = "changeit";

  /** The key that is a salt, in every store. */
  static final GatewayKey SALTED = GatewayKey.salted("salted", "SM3", "two words = one salt");

  private record Pair(GatewayKey key, Certificate certificate) {}

  private final Map<String, Pair> pairs = new HashMap<>();

  /**
   * Makes the keys.
   *
   * @param folder where it is done
   * @param names one for each key
   */
  RotatedKeys(Path folder, String... names) throws Exception {
    Path file = folder.resolve("pairs.p12");
    for (String name : names) {
      keytool(file, name);
    }
    KeyStore made = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      made.load(in, PASSWORD.toCharArray());
    }
    for (String name : names) {
      Certificate certificate = made.getCertificate(name);
      byte[] privateKey = made.getKey(name, PASSWORD.toCharArray()).getEncoded();
      GatewayKey key =
          GatewayKey.pair(
              name,
              "RSA",
              pem("PUBLIC KEY", certificate.getPublicKey().getEncoded()),
              pem("PRIVATE KEY", privateKey));
      pairs.put(name, new Pair(key, certificate));
    }
  }

  private static void keytool(Path file, String name) throws Exception {
    Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    Process process =
        new ProcessBuilder(
                List.of(
                    tool.toString(),
                    "-genkeypair",
                    "-alias",
                    name,
                    "-keyalg",
                    "RSA",
                    "-keysize",
                    "2048",
                    "-dname",
                    "CN=" + name,
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    file.toString(),
                    "-storepass",
                    PASSWORD))
            .redirectErrorStream(true)
            .start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(told).isZero();
  }

  private static String pem(String label, byte[] der) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END "
        + label
        + "-----\n";
  }

  /** The key with its own name for its id. */
  GatewayKey key(String name) {
    return pairs.get(name).key();
  }

  /** A key under the id of another, whose place it takes. */
  GatewayKey keyAs(String id, String name) {
    GatewayKey key = key(name);
    return GatewayKey.pair(id, "RSA", key.requiredPublicKey(), key.requiredPrivateKey());
  }

  /**
   * A key store.
   *
   * @param password its password
   * @param ids the ids of its keys, with an equals sign and a name where another key has it
   * @return the bytes of the file
   */
  byte[] store(String password, String... ids) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    for (String id : ids) {
      String[] named = id.split("=", 2);
      store.setCertificateEntry(named[0], pairs.get(named[named.length - 1]).certificate());
    }
    byte[] salt = SALTED.requiredSalt().getBytes(StandardCharsets.UTF_8);
    store.setKeyEntry(
        SALTED.id(), new SecretKeySpec(salt, "HmacSHA256"), password.toCharArray(), null);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    store.store(bytes, password.toCharArray());
    return bytes.toByteArray();
  }
}
