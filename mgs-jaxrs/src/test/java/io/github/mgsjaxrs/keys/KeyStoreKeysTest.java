package io.github.mgsjaxrs.keys;

import static io.github.mgsjaxrs.crypto.SignatureAlgorithm.MD5;
import static io.github.mgsjaxrs.crypto.SignatureAlgorithm.RSA;
import static io.github.mgsjaxrs.crypto.SignatureAlgorithm.SM2;
import static io.github.mgsjaxrs.crypto.SignatureAlgorithm.SM3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.crypto.CommandLine;
import io.github.mgsjaxrs.crypto.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.SignatureCheck;
import io.github.mgsjaxrs.crypto.VerificationKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.Security;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real stores, written by keytool and OpenSSL; where keytool cannot, by the KeyStore API. */
class KeyStoreKeysTest {

  private static final String PASSWORD = "changeit";
  private static final byte[] TEXT = utf8("GET\n\n/orders?a=1");

  @TempDir private Path directory;

  private CommandLine commands;

  @BeforeEach
  void startsInAnEmptyDirectory() {
    commands = new CommandLine(directory);
  }

  // what keytool and OpenSSL write

  private void importPassword(String store, String type, String alias, String text) {
    commands.keytool(
        text + "\n" + text + "\n",
        "-importpass",
        "-alias",
        alias,
        "-keystore",
        store,
        "-storetype",
        type,
        "-storepass",
        PASSWORD,
        "-keypass",
        PASSWORD);
  }

  private void importCertificate(String store, String type, String alias, String file) {
    commands.keytool(
        "",
        "-importcert",
        "-noprompt",
        "-alias",
        alias,
        "-file",
        file,
        "-keystore",
        store,
        "-storetype",
        type,
        "-storepass",
        PASSWORD);
  }

  private void generate(String name, String... options) {
    String[] command = new String[options.length + 3];
    command[0] = "genpkey";
    System.arraycopy(options, 0, command, 1, options.length);
    command[options.length + 1] = "-out";
    command[options.length + 2] = name + ".pem";
    commands.openssl(command);
    commands.openssl(
        "req",
        "-x509",
        "-new",
        "-key",
        name + ".pem",
        "-days",
        "2",
        "-subj",
        "/CN=" + name,
        "-out",
        name + ".crt");
  }

  private void generateRsa(String name) {
    generate(name, "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048");
  }

  private void generateEc(String name, String curve) {
    generate(name, "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:" + curve);
  }

  private String publicKeyPem(String name) {
    return commands.opensslText("pkey", "-in", name + ".pem", "-pubout");
  }

  private String publicKeyBase64(String name) {
    return Base64.getEncoder()
        .encodeToString(
            commands.openssl("pkey", "-in", name + ".pem", "-pubout", "-outform", "DER"));
  }

  private String publicPoint(String name) {
    byte[] der = commands.openssl("pkey", "-in", name + ".pem", "-pubout", "-outform", "DER");
    return HexFormat.of().formatHex(der, der.length - 65, der.length);
  }

  private String signature(String name, SignatureAlgorithm algorithm) throws Exception {
    Files.write(directory.resolve("text"), TEXT);
    return switch (algorithm) {
      case RSA ->
          Base64.getEncoder()
              .encodeToString(commands.openssl("dgst", "-sha1", "-sign", name + ".pem", "text"));
      case SM2 ->
          HexFormat.of()
              .formatHex(
                  commands.openssl(
                      "pkeyutl",
                      "-sign",
                      "-rawin",
                      "-digest",
                      "sm3",
                      "-inkey",
                      name + ".pem",
                      "-in",
                      "text",
                      "-pkeyopt",
                      "distid:1234567812345678"));
      case MD5 ->
          HexFormat.of()
              .formatHex(
                  MessageDigest.getInstance("MD5")
                      .digest(utf8(new String(TEXT, StandardCharsets.UTF_8) + name)));
      case SM3, RPC_MD5, RPC_HMAC_SHA1 -> throw new AssertionError("not needed");
    };
  }

  /** A store by the KeyStore API, as our own import writes it. */
  private void writeStore(String file, String type, Provider provider, StoreContent content)
      throws Exception {
    KeyStore store =
        provider == null ? KeyStore.getInstance(type) : KeyStore.getInstance(type, provider);
    store.load(null, null);
    content.addTo(store);
    try (OutputStream out = Files.newOutputStream(directory.resolve(file))) {
      store.store(out, PASSWORD.toCharArray());
    }
  }

  /** Adds entries to a new store. */
  private interface StoreContent {
    void addTo(KeyStore store) throws Exception;
  }

  private static void addSecret(KeyStore store, String alias, String text) throws Exception {
    store.setKeyEntry(
        alias, new SecretKeySpec(utf8(text), "HmacSHA256"), PASSWORD.toCharArray(), null);
  }

  private void addCertificate(KeyStore store, String alias, String file) throws Exception {
    try (InputStream in = Files.newInputStream(directory.resolve(file))) {
      store.setCertificateEntry(
          alias,
          CertificateFactory.getInstance("X.509", new BouncyCastleProvider())
              .generateCertificate(in));
    }
  }

  // what is under test

  private KeySet load(String file, String type, KeyDefinition... keys) {
    return load(file, type, PASSWORD, null, keys);
  }

  private KeySet load(
      String file, String type, String password, String provider, KeyDefinition... keys) {
    return new KeySource(
            Optional.of(
                new KeyStoreDefinition(
                    directory.resolve(file).toString(), type, password, provider)),
            List.of(keys),
            KeyParameters.DEFAULT)
        .load();
  }

  private static KeyDefinition key(String id, SignatureAlgorithm algorithm) {
    return key(id, algorithm, null);
  }

  private static KeyDefinition key(String id, SignatureAlgorithm algorithm, String alias) {
    return new KeyDefinition(id, algorithm, alias, null, null, null);
  }

  private static void accepts(KeySet keys, String id, String signature) {
    VerificationKey key = keys.resolve(id).orElseThrow();
    assertThat(key.check(TEXT, signature)).isEqualTo(SignatureCheck.VALID);
    assertThat(key.check(utf8("other"), signature)).isEqualTo(SignatureCheck.MISMATCH);
  }

  private void refuses(String file, String type, String[] messages, KeyDefinition... keys) {
    assertThatThrownBy(() -> load(file, type, keys))
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessageContainingAll(messages);
  }

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
        .hasMessageContaining("cannot be read");
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

  /** The JDK decrypts its PKCS12 by the first provider that offers the cipher, and fails at it. */
  @Test
  void tellsWhereBouncyCastleStandsBeforeTheJdksProviders() {
    generateRsa("rsa");
    importCertificate("certificates", "PKCS12", "orders", "rsa.crt");
    importPassword("keys", "PKCS12", "orders", "pepper-1");
    Security.insertProviderAt(new BouncyCastleProvider(), 1);
    try {
      refuses("certificates", "PKCS12", new String[] {"before 'BC'"});
      refuses("keys", "PKCS12", new String[] {"before 'BC'"}, key("orders", MD5));
    } finally {
      Security.removeProvider("BC");
    }
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
              KeyParameters.DEFAULT);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }

    accepts(source.load(), "orders", signature("pepper-1", MD5));
    assertThat(source.files()).isEmpty();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
