package io.github.mgsjaxrs.keys;

import static io.github.mgsjaxrs.SignatureAlgorithm.MD5;
import static io.github.mgsjaxrs.SignatureAlgorithm.RSA;
import static io.github.mgsjaxrs.SignatureAlgorithm.SM2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.MgsConfigurationException;
import java.nio.file.Files;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stops at a store that cannot be used, and the setting that its message names. */
class KeyStoreFaultsTest extends WrittenKeyStores {

  @Test
  void stopsAtASecretKeyWithoutAnAlgorithm() {
    importPassword("keys", "PKCS12", "orders", "pepper-1");

    String[] messages = {
      "'orders'", directory.resolve("keys").toString(), "mgs.keys.\"orders\".algorithm"
    };
    refuses("keys", "PKCS12", messages);
    refuses("keys", "PKCS12", messages, key("orders", null));
  }

  @Test
  void stopsAtACertificateThatIsNeitherRsaNorSm2() {
    generateEc("p256", "P-256");
    importCertificate("keys", "PKCS12", "orders", "p256.crt");

    String[] messages = {
      "'orders'", directory.resolve("keys").toString(), "prime256v1", "mgs.keystore.location"
    };
    refuses("keys", "PKCS12", messages);
    refuses("keys", "PKCS12", messages, key("orders", SM2));
  }

  @Test
  void stopsAtAnEntryThatDoesNotFitItsAlgorithm() {
    generateRsa("rsa");
    importCertificate("keys", "PKCS12", "cert", "rsa.crt");
    importPassword("keys", "PKCS12", "text", "pepper-1");

    refuses(
        "keys",
        "PKCS12",
        new String[] {"is a certificate, MD5 takes a salt"},
        key("cert", MD5),
        key("text", MD5));
    refuses(
        "keys",
        "PKCS12",
        new String[] {"found an RSA key, SM2 is needed"},
        key("cert", SM2),
        key("text", MD5));
    assertThatThrownBy(() -> load("keys", "PKCS12", key("text", RSA)))
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessageContaining("is no RSA public key as text")
        .hasMessageContaining("mgs.keys.\"text\".algorithm")
        .message()
        .doesNotContain("pepper-1");
  }

  @Test
  void stopsAtAnEntryThatIsNotThere() {
    importPassword("keys", "PKCS12", "orders", "pepper-1");

    refuses(
        "keys",
        "PKCS12",
        new String[] {"entry 'invoices'", "only [orders]", "mgs.keys.\"bills\".alias"},
        key("orders", MD5),
        key("bills", MD5, "invoices"));
  }

  @Test
  void stopsAtAStoreWithoutAnyKey() {
    generateRsa("rsa");
    commands.openssl(
        "pkcs12",
        "-export",
        "-nokeys",
        "-in",
        "rsa.crt",
        "-out",
        "keys",
        "-passout",
        "pass:" + PASSWORD);

    refuses("keys", "PKCS12", new String[] {"holds no key that can be used", "-nokeys"});
  }

  @ParameterizedTest
  @CsvSource({
    "PKCS12,wrong-one,does not open with the password given",
    "JCEKS,wrong-one,does not open with the password given",
    "PKCS12,,mgs.keystore.password",
    "JCEKS,,mgs.keystore.password"
  })
  void tellsAWrongPassword(String type, String password, String message) {
    importPassword("keys", type, "orders", "pepper-1");

    assertThatThrownBy(() -> load("keys", type, password, null, key("orders", MD5)))
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("mgs.keystore.password")
        .message()
        .doesNotContain("wrong-one");
  }

  @Test
  void tellsAWrongPasswordOfBcfks() throws Exception {
    writeStore(
        "keys", "BCFKS", new BouncyCastleProvider(), store -> addSecret(store, "orders", "p"));

    for (String password : new String[] {"wrong-one", null}) {
      assertThatThrownBy(() -> load("keys", "BCFKS", password, null, key("orders", MD5)))
          .isInstanceOf(MgsConfigurationException.class)
          .hasMessageContaining("mgs.keystore.password");
    }
  }

  @Test
  void tellsAnEntryWithAPasswordOfItsOwn() throws Exception {
    writeStore(
        "keys",
        "JCEKS",
        null,
        store ->
            store.setKeyEntry(
                "orders", new SecretKeySpec(utf8("p"), "AES"), "another".toCharArray(), null));

    refuses(
        "keys",
        "JCEKS",
        new String[] {"'orders'", "same password as mgs.keystore.password"},
        key("orders", MD5));
  }

  @Test
  void tellsAFileThatIsNotThere() {
    assertThatThrownBy(() -> load("nowhere.p12", "PKCS12"))
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessageContaining("there is no file " + directory.resolve("nowhere.p12"))
        .hasMessageContaining("mgs.keystore.location");
    assertThatThrownBy(() -> load(".", "PKCS12"))
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessageContaining("which is a directory, a pipe or a device");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void waitsForNoPipe() throws Exception {
    Process made = new ProcessBuilder("mkfifo", "" + directory.resolve("pipe.p12")).start();
    assertThat(made.waitFor()).isZero();
    assertThatThrownBy(() -> load("pipe.p12", "PKCS12"))
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessageContaining("which is a directory, a pipe or a device");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PKCS12", "JCEKS", "JKS", "BCFKS"})
  void tellsAFileOfAnotherType(String type) throws Exception {
    Files.writeString(directory.resolve("text"), "this is no key store");
    Files.write(directory.resolve("empty"), new byte[0]);

    refuses("text", type, new String[] {"no readable store of this type", "mgs.keystore.type"});
    refuses("empty", type, new String[] {"is empty (0 bytes)", "mgs.keystore.location"});
  }

  @Test
  void tellsAnUnknownTypeAndAnUnknownProvider() throws Exception {
    Files.writeString(directory.resolve("keys"), "something");

    refuses("keys", "PKCS13", new String[] {"mgs.keystore.type is 'PKCS13'", "BCFKS or JKS"});
    assertThatThrownBy(() -> load("keys", "PKCS12", PASSWORD, "Nobody"))
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessageContaining("mgs.keystore.provider is 'Nobody'")
        .hasMessageContaining("SUN");
    assertThatThrownBy(() -> load("keys", "BCFKS", PASSWORD, "SUN"))
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessageContaining("correct mgs.keystore.provider");
  }

  /** The JDK calls it a wrong password, for the whole store. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void tellsAnSm2CertificateInPkcs12(boolean withPrivateKey) {
    generateEc("sm2", "SM2");
    if (withPrivateKey) {
      commands.openssl(
          "pkcs12",
          "-export",
          "-inkey",
          "sm2.pem",
          "-in",
          "sm2.crt",
          "-out",
          "keys",
          "-passout",
          "pass:" + PASSWORD);
    } else {
      commands.openssl(
          "pkcs12",
          "-export",
          "-nokeys",
          "-in",
          "sm2.crt",
          "-out",
          "keys",
          "-passout",
          "pass:" + PASSWORD);
    }

    refuses(
        "keys",
        "PKCS12",
        new String[] {"holds an SM2 certificate", "keytool -importpass", "mgs.keystore.type=BCFKS"},
        key("sm2", SM2));
  }
}
