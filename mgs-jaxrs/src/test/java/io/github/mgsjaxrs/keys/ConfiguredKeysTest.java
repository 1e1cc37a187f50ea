package io.github.mgsjaxrs.keys;

import static io.github.mgsjaxrs.SignatureAlgorithm.MD5;
import static io.github.mgsjaxrs.SignatureAlgorithm.RSA;
import static io.github.mgsjaxrs.SignatureAlgorithm.SM2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.SignatureCheck;
import io.github.mgsjaxrs.crypto.Sm2Encoding;
import io.github.mgsjaxrs.crypto.Sm2Parameters;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.rpc.crypto.HmacEncoding;
import io.github.mgsjaxrs.rpc.crypto.RpcParameters;
import io.github.mgsjaxrs.testing.KeyFixtures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredKeysTest {

  /** From GM/T 0003.5-2012, annex A. */
  private static final String POINT =
      "0409F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020"
          + "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13";

  private static final String SIGNATURE =
      "F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3"
          + "B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA";

  @TempDir private Path directory;

  private static KeySet load(KeyDefinition... keys) {
    return load(Sm2Parameters.DEFAULT, keys);
  }

  private static KeySet load(Sm2Parameters sm2, KeyDefinition... keys) {
    return load(KeyFixtures.parameters(sm2, RpcParameters.DEFAULT), keys);
  }

  private static KeySet load(KeyParameters parameters, KeyDefinition... keys) {
    return new KeySource(Optional.empty(), List.of(keys), parameters).load();
  }

  private static KeyDefinition text(String id, SignatureAlgorithm algorithm, String publicKey) {
    return new KeyDefinition(id, algorithm, null, null, publicKey, null);
  }

  private static KeyDefinition at(String id, SignatureAlgorithm algorithm, String location) {
    return new KeyDefinition(id, algorithm, null, null, null, location);
  }

  private static String vectorKey(String file) throws IOException {
    try (InputStream in = ConfiguredKeysTest.class.getResourceAsStream("/vectors/keys/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  @Test
  void takesASaltExactlyAsGiven() {
    KeySet keys = load(new KeyDefinition("a b=c/d.e", MD5, null, " salt ", null, null));

    // MD5 of "text salt ", by openssl dgst
    TextKey key = (TextKey) keys.resolve("a b=c/d.e").orElseThrow();
    assertThat(
            key.check("text".getBytes(StandardCharsets.UTF_8), "6b662b1050bd14951eff9cabc889bc2c"))
        .isEqualTo(SignatureCheck.VALID);
    assertThat(keys.resolve("A b=c/d.e")).isEmpty();
  }

  @Test
  void tellsTheAlgorithmByThePublicKey() throws IOException {
    KeySet keys =
        load(
            text("rsa", null, vectorKey("rsa-public.pem")),
            text("sm2", null, vectorKey("sm2-public.pem")),
            text("point", null, POINT),
            at("sec1", null, "classpath:vectors/keys/sm2-private-sec1.pem"),
            at("pkcs8", null, "classpath:/vectors/keys/sm2-private.pem"));

    assertThat(keys.resolve("rsa").orElseThrow().algorithm()).isEqualTo(RSA);
    for (String id : List.of("sm2", "point", "sec1", "pkcs8")) {
      assertThat(keys.resolve(id).orElseThrow().algorithm()).isEqualTo(SM2);
    }
  }

  /** Both from {@code printf … | md5sum} over {@code secret&text} and {@code textsecret}. */
  @Test
  void appliesTheRpcParametersToItsSecrets() {
    KeyDefinition key =
        new KeyDefinition("app", SignatureAlgorithm.RPC_MD5, null, "secret", null, null);
    KeyParameters turned =
        KeyFixtures.parameters(
            Sm2Parameters.DEFAULT, new RpcParameters("{text}{secret}", HmacEncoding.BOTH));
    byte[] text = "text".getBytes(StandardCharsets.UTF_8);
    TextKey plain = (TextKey) load(KeyFixtures.PARAMETERS, key).resolve("app").orElseThrow();
    assertThat(plain.algorithm()).isEqualTo(SignatureAlgorithm.RPC_MD5);
    assertThat(plain.check(text, "8232ef64d07a93847bac4fc040765978"))
        .isEqualTo(SignatureCheck.VALID);
    assertThat(
            ((TextKey) load(turned, key).resolve("app").orElseThrow())
                .check(text, "9d31f09d97f38d1f19f91c045ebd94a7"))
        .isEqualTo(SignatureCheck.VALID);
  }

  @Test
  void appliesTheSm2ParametersToItsKeys() {
    byte[] message = "message digest".getBytes(StandardCharsets.UTF_8);

    assertThat(check(load(text("k", SM2, POINT)), message)).isEqualTo(SignatureCheck.VALID);
    assertThat(check(load(new Sm2Parameters(Sm2Encoding.DER, ""), text("k", SM2, POINT)), message))
        .isEqualTo(SignatureCheck.MALFORMED);
    assertThat(check(load(new Sm2Parameters(Sm2Encoding.RAW, ""), text("k", SM2, POINT)), message))
        .isEqualTo(SignatureCheck.MISMATCH);
  }

  private static SignatureCheck check(KeySet keys, byte[] message) {
    return ((TextKey) keys.resolve("k").orElseThrow()).check(message, SIGNATURE);
  }

  @Test
  void readsAPublicKeyFromAFileAndWatchesIt() throws IOException {
    Path file = directory.resolve("gateway.pem");
    Files.writeString(file, vectorKey("sm2-public.pem"));
    KeySource source =
        new KeySource(
            Optional.empty(),
            List.of(
                at("k", SM2, file.toString()),
                at("c", null, "classpath:vectors/keys/rsa-public.pem"),
                text("t", null, POINT)),
            KeyFixtures.PARAMETERS);

    assertThat(source.load().ids()).containsExactly("c", "k", "t");
    assertThat(source.files()).containsExactly(file);
  }

  @Test
  void tellsTheSettingOfAKeyThatCannotBeUsed() throws IOException {
    Path binary = directory.resolve("key.der");
    Files.write(binary, new byte[] {0x30, (byte) 0x82, 1, 34});

    refuses(text("k", SM2, vectorKey("rsa-public.pem")), "Key 'k'", "mgs.keys.\"k\".public-key");
    refuses(text("k", RSA, POINT), "found an SM2 key, RSA is needed", ".algorithm");
    refuses(at("k", RSA, binary.toString()), "neither PEM", "mgs.keys.\"k\".public-key-location");
    refuses(at("k", RSA, "no-such.pem"), "there is no file", "no-such.pem", ".public-key-location");
    refuses(at("k", RSA, "classpath:no/such.pem"), "class path has no resource 'no/such.pem'");
    refuses(at("k", RSA, "a\u0000b"), "is no path");
  }

  @Test
  void boundsTheFileOfAPublicKey() throws IOException {
    Path large = directory.resolve("large.pem");
    Files.writeString(large, POINT + " ".repeat(65_536));

    refuses(at("k", SM2, large.toString()), "longer than 65536 bytes");
  }

  private static void refuses(KeyDefinition key, String... messages) {
    assertThatThrownBy(() -> load(key))
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessageContainingAll(messages);
  }

  @Test
  void refusesAWeakRsaKey() {
    String weak =
        "MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAK8GdmKVU0kMqkOpRudnXHXMnBmxPGFN"
            + "0F3qDr9DTnxtBXXRKRaGhtInrhT5CTALbR110NMj3V8rdJ2m3T7fTh0CAwEAAQ==";

    refuses(text("k", RSA, weak), "512 bits", "1024 to 8192");
  }

  @Test
  void refusesAnIdGivenTwiceAndAnIdWithoutAnySource() {
    assertThatThrownBy(() -> load(text("k", SM2, POINT), text("k", SM2, POINT)))
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessageContaining("'k' is given twice");
    assertThatThrownBy(() -> load(new KeyDefinition("k", RSA, null, null, null, null)))
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessageContaining("mgs.keystore.location");
  }

  @Test
  void refusesToLoadNothingAtAll() {
    assertThatThrownBy(ConfiguredKeysTest::load)
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessageContaining("No key is configured");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "K", "k ", "\u212A", "unknown"})
  void answersEmptyForAnUnknownId(String id) {
    assertThat(load(text("k", SM2, POINT)).resolve(id)).isEmpty();
  }

  @Test
  void isASnapshotThatNobodyCanChange() {
    KeySet keys = KeySet.of(Map.of("k", TextKey.salted(MD5, "pepper")));

    assertThatThrownBy(() -> keys.ids().clear()).isInstanceOf(UnsupportedOperationException.class);
    assertThat(keys).hasToString("KeySet[k]");
  }
}
