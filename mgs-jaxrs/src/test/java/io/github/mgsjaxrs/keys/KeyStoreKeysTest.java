package io.github.mgsjaxrs.keys;

import static io.github.mgsjaxrs.SignatureAlgorithm.MD5;
import static io.github.mgsjaxrs.SignatureAlgorithm.RSA;
import static io.github.mgsjaxrs.SignatureAlgorithm.SM2;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.testing.KeyFixtures;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of real stores, under the ids that are configured or that the entries have. */
class KeyStoreKeysTest extends WrittenKeyStores {

  @ParameterizedTest
  @ValueSource(strings = {"PKCS12", "JCEKS"})
  void readsSaltsAndPublicKeysThatKeytoolImported(String type) throws Exception {
    generateRsa("rsa");
    generateEc("sm2", "SM2");
    importPassword("keys", type, "salt", " a salt = with spaces ");
    importPassword("keys", type, "rsa-text", publicKeyBase64("rsa"));
    importPassword("keys", type, "sm2-text", publicKeyBase64("sm2"));
    importPassword("keys", type, "sm2-point", publicPoint("sm2"));
    importCertificate("keys", type, "rsa-cert", "rsa.crt");

    KeySet keys =
        load(
            "keys",
            type,
            key("salt", MD5),
            key("rsa-text", RSA),
            key("sm2-text", SM2),
            key("sm2-point", SM2));

    assertThat(keys.ids()).containsExactly("rsa-cert", "rsa-text", "salt", "sm2-point", "sm2-text");
    accepts(keys, "salt", signature(" a salt = with spaces ", MD5));
    accepts(keys, "rsa-text", signature("rsa", RSA));
    accepts(keys, "rsa-cert", signature("rsa", RSA));
    accepts(keys, "sm2-text", signature("sm2", SM2));
    accepts(keys, "sm2-point", signature("sm2", SM2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PKCS12", "JCEKS", "BCFKS"})
  void readsSaltsOutsideAsciiAndPemThatTheKeyStoreApiWrote(String type) throws Exception {
    generateEc("sm2", "SM2");
    Provider provider = type.equals("BCFKS") ? new BouncyCastleProvider() : null;
    writeStore(
        "keys",
        type,
        provider,
        store -> {
          addSecret(store, "salt", " 演示盐-2\n");
          addSecret(store, "sm2-public", publicKeyPem("sm2"));
          addSecret(store, "sm2-private", commands.opensslText("ec", "-in", "sm2.pem"));
        });

    KeySet keys =
        load("keys", type, key("salt", MD5), key("sm2-public", SM2), key("sm2-private", SM2));

    accepts(keys, "salt", signature(" 演示盐-2\n", MD5));
    accepts(keys, "sm2-public", signature("sm2", SM2));
    accepts(keys, "sm2-private", signature("sm2", SM2));
  }

  @Test
  void readsCertificatesOfBothKindsFromBcfksWithBouncyCastleUnregistered() throws Exception {
    generateRsa("rsa");
    generateEc("sm2", "SM2");
    writeStore(
        "keys",
        "BCFKS",
        new BouncyCastleProvider(),
        store -> {
          addCertificate(store, "Rsa", "rsa.crt");
          addCertificate(store, "Sm2", "sm2.crt");
        });
    assertThat(Security.getProvider("BC")).isNull();

    for (String provider : new String[] {null, "BC"}) {
      KeySet keys = load("keys", "BCFKS", PASSWORD, provider);
      accepts(keys, "Rsa", signature("rsa", RSA));
      accepts(keys, "Sm2", signature("sm2", SM2));
      assertThat(keys.resolve("sm2")).as("BCFKS tells aliases apart by case").isEmpty();
    }
    assertThat(Security.getProvider("BC")).isNull();
  }

  @Test
  void readsRsaCertificatesFromJks() throws Exception {
    generateRsa("rsa");
    importCertificate("keys", "JKS", "orders", "rsa.crt");

    accepts(load("keys", "JKS"), "orders", signature("rsa", RSA));
    accepts(load("keys", "JKS", key("orders", RSA)), "orders", signature("rsa", RSA));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PKCS12", "JCEKS", "JKS"})
  void findsAnUnconfiguredCertificateInAnyCaseAsTheStoreDoes(String type) {
    generateRsa("rsa");
    importCertificate("keys", type, "Orders", "rsa.crt");

    KeySet keys = load("keys", type);

    assertThat(keys.ids()).containsExactly("orders");
    assertThat(keys.resolve("orders")).isPresent();
    assertThat(keys.resolve("ORDERS")).isPresent();
    assertThat(keys.configuredId("ORDERS")).isEqualTo("orders");
    assertThat(keys.configuredId("Order")).isEqualTo("Order");
    assertThat(keys.resolve("order")).isEmpty();
    assertThat(keys.resolve("orders ")).isEmpty();
  }

  @Test
  void findsAConfiguredIdExactlyAsWritten() {
    generateRsa("rsa");
    importCertificate("keys", "PKCS12", "orders", "rsa.crt");

    KeySet keys = load("keys", "PKCS12", key("Orders", RSA));

    assertThat(keys.ids()).containsExactly("Orders");
    assertThat(keys.resolve("Orders")).isPresent();
    assertThat(keys.configuredId("Orders")).isEqualTo("Orders");
    assertThat(keys.configuredId("orders")).isEqualTo("orders");
    assertThat(keys.resolve("orders")).isEmpty();
  }

  @Test
  void knowsAnEntryThatAnIdNamesOnlyUnderThatId() throws Exception {
    generateRsa("rsa");
    importCertificate("keys", "PKCS12", "gateway-2026", "rsa.crt");

    KeySet keys = load("keys", "PKCS12", key("orders/v1.2", null, "Gateway-2026"));

    assertThat(keys.ids()).containsExactly("orders/v1.2");
    accepts(keys, "orders/v1.2", signature("rsa", RSA));
    assertThat(keys.resolve("gateway-2026")).isEmpty();
  }

  @Test
  void anIdThatIsConfiguredOtherwiseHidesTheEntryOfItsName() throws Exception {
    generateRsa("rsa");
    importCertificate("keys", "PKCS12", "orders", "rsa.crt");

    KeySet keys =
        load("keys", "PKCS12", new KeyDefinition("Orders", MD5, null, "pepper", null, null));

    accepts(keys, "Orders", signature("pepper", MD5));
    assertThat(keys.resolve("orders")).isEmpty();
  }

  @Test
  void countsAPrivateKeyEntryOnlyWhereAnIdNamesIt() throws Exception {
    generateRsa("rsa");
    generateRsa("server");
    commands.openssl(
        "pkcs12",
        "-export",
        "-inkey",
        "server.pem",
        "-in",
        "server.crt",
        "-name",
        "server",
        "-out",
        "keys",
        "-passout",
        "pass:" + PASSWORD);
    importCertificate("keys", "PKCS12", "orders", "rsa.crt");

    assertThat(load("keys", "PKCS12").ids()).containsExactly("orders");
    accepts(load("keys", "PKCS12", key("own", RSA, "server")), "own", signature("server", RSA));
  }

  @Test
  void readsAStoreFromTheClassPath() throws Exception {
    importPassword("keys", "PKCS12", "orders", "pepper-1");
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread()
        .setContextClassLoader(
            new ClassLoader(null) {
              @Override
              public InputStream getResourceAsStream(String name) {
                try {
                  return name.equals("security/mgs.p12")
                      ? Files.newInputStream(directory.resolve("keys"))
                      : null;
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              }
            });
    KeySource source;
    try {
      source =
          new KeySource(
              Optional.of(new KeyStoreDefinition("classpath:security/mgs.p12", PASSWORD)),
              List.of(key("orders", MD5)),
              KeyFixtures.PARAMETERS);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }

    accepts(source.load(), "orders", signature("pepper-1", MD5));
    assertThat(source.files()).isEmpty();
  }
}
