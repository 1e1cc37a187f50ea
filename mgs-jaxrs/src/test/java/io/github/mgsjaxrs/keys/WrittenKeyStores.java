package io.github.mgsjaxrs.keys;

import static io.github.mgsjaxrs.SignatureAlgorithm.MD5;
import static io.github.mgsjaxrs.SignatureAlgorithm.RSA;
import static io.github.mgsjaxrs.SignatureAlgorithm.SM2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.SignatureCheck;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.testing.CommandLine;
import io.github.mgsjaxrs.testing.KeyFixtures;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Key stores as keytool and OpenSSL write them; where keytool cannot, by the KeyStore API. */
abstract class WrittenKeyStores {

  static final String PASSWORD = "changeit";
  private static final byte[] TEXT = utf8("GET\n\n/orders?a=1");

  @TempDir Path directory;

  CommandLine commands;

  @BeforeEach
  void startsInAnEmptyDirectory() {
    commands = new CommandLine(directory);
  }

  void importPassword(String store, String type, String alias, String text) {
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

  void importCertificate(String store, String type, String alias, String file) {
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

  void generateRsa(String name) {
    generate(name, "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048");
  }

  void generateEc(String name, String curve) {
    generate(name, "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:" + curve);
  }

  String publicKeyPem(String name) {
    return commands.opensslText("pkey", "-in", name + ".pem", "-pubout");
  }

  String publicKeyBase64(String name) {
    return Base64.getEncoder()
        .encodeToString(
            commands.openssl("pkey", "-in", name + ".pem", "-pubout", "-outform", "DER"));
  }

  String publicPoint(String name) {
    byte[] der = commands.openssl("pkey", "-in", name + ".pem", "-pubout", "-outform", "DER");
    return HexFormat.of().formatHex(der, der.length - 65, der.length);
  }

  String signature(String name, SignatureAlgorithm algorithm) throws Exception {
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
      // the others share a secret
      default -> throw new AssertionError("not needed");
    };
  }

  /** A store by the KeyStore API, as our own import writes it. */
  void writeStore(String file, String type, Provider provider, StoreContent content)
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
  interface StoreContent {
    void addTo(KeyStore store) throws Exception;
  }

  static void addSecret(KeyStore store, String alias, String text) throws Exception {
    store.setKeyEntry(
        alias, new SecretKeySpec(utf8(text), "HmacSHA256"), PASSWORD.toCharArray(), null);
  }

  void addCertificate(KeyStore store, String alias, String file) throws Exception {
    try (InputStream in = Files.newInputStream(directory.resolve(file))) {
      store.setCertificateEntry(
          alias,
          CertificateFactory.getInstance("X.509", new BouncyCastleProvider())
              .generateCertificate(in));
    }
  }

  KeySet load(String file, String type, KeyDefinition... keys) {
    return load(file, type, PASSWORD, null, keys);
  }

  KeySet load(String file, String type, String password, String provider, KeyDefinition... keys) {
    return new KeySource(
            Optional.of(
                new KeyStoreDefinition(
                    directory.resolve(file).toString(), type, password, provider)),
            List.of(keys),
            KeyFixtures.PARAMETERS)
        .load();
  }

  static KeyDefinition key(String id, SignatureAlgorithm algorithm) {
    return key(id, algorithm, null);
  }

  static KeyDefinition key(String id, SignatureAlgorithm algorithm, String alias) {
    return new KeyDefinition(id, algorithm, alias, null, null, null);
  }

  static void accepts(KeySet keys, String id, String signature) {
    TextKey key = (TextKey) keys.resolve(id).orElseThrow();
    assertThat(key.check(TEXT, signature)).isEqualTo(SignatureCheck.VALID);
    assertThat(key.check(utf8("other"), signature)).isEqualTo(SignatureCheck.MISMATCH);
  }

  void refuses(String file, String type, String[] messages, KeyDefinition... keys) {
    assertThatThrownBy(() -> load(file, type, keys))
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessageContainingAll(messages);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
