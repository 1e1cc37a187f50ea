package io.github.mgsjaxrs.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Escapes;
import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import io.github.mgsjaxrs.crypto.Sm2Encoding;
import io.github.mgsjaxrs.crypto.Sm2Parameters;
import io.github.mgsjaxrs.testing.CommandLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What it signs is what OpenSSL takes for signed. */
class MgsSignerTest {

  private static final SignedRequest REQUEST =
      SignedRequest.of(
          "POST",
          "/test/testSign",
          "c=3&a=1",
          "application/x-www-form-urlencoded",
          "b=2&d=4".getBytes(UTF_8));
  private static final String TEXT = "POST\n\n/test/testSign?a=1&b=2&c=3&d=4";

  @TempDir Path directory;

  private static String resource(String name) {
    try (InputStream in = MgsSignerTest.class.getResourceAsStream("/vectors/keys/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void writesTheTwoHeaders() {
    MgsSigner signer = MgsSigner.salted("orders", SignatureAlgorithm.MD5, "salt");

    // computed with OpenSSL, as the documentation says
    assertThat(signer.sign(REQUEST))
        .containsExactly(
            Map.entry("X-Mgs-Proxy-Signature", "19329237506efc7921da0460d6f9033d"),
            Map.entry("X-Mgs-Proxy-Signature-Secret-Key", "orders"));
    assertThat(signer.stringToSign(REQUEST)).isEqualTo(TEXT);
    assertThat(signer.keyId()).isEqualTo("orders");
  }

  @Test
  void signsBySm3() {
    assertThat(MgsSigner.salted("orders", SignatureAlgorithm.SM3, "salt").sign(REQUEST))
        .containsEntry(
            MgsSigner.SIGNATURE_HEADER,
            "aeaf5fc29089b778022cb06528086d90aca6744a09c7b9da636c5636a65b01af");
  }

  @Test
  void signsByRsaWithAKeyInEitherForm() {
    CommandLine commands = new CommandLine(directory);
    String pkcs8 = resource("rsa-private.pem");
    String pkcs1 =
        commands.opensslText(
            "rsa", "-traditional", "-in", written("rsa.pem", pkcs8.getBytes(UTF_8)));
    assertThat(pkcs1).contains("BEGIN RSA PRIVATE KEY");
    for (String pem : new String[] {pkcs8, pkcs1}) {
      String signature = MgsSigner.privateKey("rsa", SignatureAlgorithm.RSA, pem).sign(TEXT);
      assertThat(
              commands.opensslText(
                  "dgst",
                  "-sha1",
                  "-verify",
                  written("public.pem", resource("rsa-public.pem").getBytes(UTF_8)),
                  "-signature",
                  written("signature", Base64.getDecoder().decode(signature)),
                  written("text", TEXT.getBytes(UTF_8))))
          .contains("Verified OK");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sm2-private.pem", "sm2-private-sec1.pem"})
  void signsBySm2WithAKeyInEitherForm(String file) {
    MgsSigner signer = MgsSigner.privateKey("sm2", SignatureAlgorithm.SM2, resource(file));

    assertSm2Verifies(signer.sign(TEXT), "1234567812345678");
    assertSm2Verifies(
        signer.with(new Sm2Parameters(Sm2Encoding.DER, "somebody")).sign(TEXT), "somebody");
    assertThat(signer.sign(TEXT)).isNotEqualTo(signer.sign(TEXT));
  }

  @Test
  void writesTheTwoNumbersOfAnSm2SignatureWhereAskedTo() {
    MgsSigner signer =
        MgsSigner.privateKey("sm2", SignatureAlgorithm.SM2, resource("sm2-private.pem"))
            .with(new Sm2Parameters(Sm2Encoding.RAW, "1234567812345678"));

    String raw = signer.sign(TEXT);

    assertThat(raw).hasSize(128);
    assertSm2Verifies(der(raw), "1234567812345678");
  }

  /**
   * DER of r and s, by hand: each with a zero in front, which is left out where it is not needed.
   */
  private static String der(String raw) {
    String numbers = integer(raw.substring(0, 64)) + integer(raw.substring(64));
    return "30" + String.format("%02x", numbers.length() / 2) + numbers;
  }

  private static String integer(String hex) {
    String number = new BigInteger(hex, 16).toString(16);
    String even = number.length() % 2 == 0 ? number : "0" + number;
    String positive = even.charAt(0) >= '8' ? "00" + even : even;
    return "02" + String.format("%02x", positive.length() / 2) + positive;
  }

  private void assertSm2Verifies(String der, String userId) {
    assertThat(
            new CommandLine(directory)
                .opensslText(
                    "pkeyutl",
                    "-verify",
                    "-rawin",
                    "-digest",
                    "sm3",
                    "-pkeyopt",
                    "distid:" + userId,
                    "-pubin",
                    "-inkey",
                    written("public.pem", resource("sm2-public.pem").getBytes(UTF_8)),
                    "-sigfile",
                    written("signature", HexFormat.of().parseHex(der)),
                    "-in",
                    written("text", TEXT.getBytes(UTF_8))))
        .contains("Signature Verified Successfully");
  }

  @Test
  void writesTheTextByOtherChoicesToo() {
    MgsSigner signer =
        MgsSigner.salted("orders", SignatureAlgorithm.MD5, "salt")
            .with(Canonicalization.builder().parameters(Escapes.RAW).build());

    assertThat(signer.stringToSign(SignedRequest.of("GET", "/x", "a=%41", null, new byte[0])))
        .isEqualTo("GET\n\n/x?a=%41");
  }

  @Test
  void saysWhatIsWrongWithAPrivateKeyAndQuotesNothingOfIt() {
    CommandLine commands = new CommandLine(directory);
    String sm2 = resource("sm2-private.pem");
    String p256 =
        commands.opensslText("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256");
    String encrypted =
        commands.opensslText(
            "pkey",
            "-aes128",
            "-passout",
            "pass:secret",
            "-in",
            written("sm2.pem", sm2.getBytes(UTF_8)));
    assertRefused(SignatureAlgorithm.RSA, sm2, "not RSA");
    assertRefused(SignatureAlgorithm.SM2, resource("rsa-private.pem"), "not SM2");
    assertRefused(SignatureAlgorithm.SM2, p256, "not SM2");
    assertRefused(SignatureAlgorithm.SM2, encrypted, "is encrypted");
    assertRefused(SignatureAlgorithm.SM2, resource("sm2-public.pem"), "no private key as PEM");
    assertRefused(SignatureAlgorithm.SM2, "", "no private key as PEM");
    assertRefused(SignatureAlgorithm.SM2, sm2.substring(0, 80), "");
    assertRefused(SignatureAlgorithm.SM2, sm2.replaceFirst("\nMI", "\nMA"), "");
    assertRefused(SignatureAlgorithm.MD5, sm2, "takes a salt");
  }

  private static void assertRefused(SignatureAlgorithm algorithm, String pem, String why) {
    assertThatThrownBy(() -> MgsSigner.privateKey("key", algorithm, pem))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why)
        .satisfies(
            refused ->
                pem.lines()
                    .filter(line -> !line.startsWith("-----"))
                    .forEach(line -> assertThat(refused.getMessage()).doesNotContain(line)));
  }

  @Test
  void showsNoSecret() {
    assertThat(MgsSigner.salted("orders", SignatureAlgorithm.MD5, "the shared salt"))
        .hasToString("MgsSigner[orders, MD5]");
    assertThatThrownBy(() -> MgsSigner.salted("orders", SignatureAlgorithm.RSA, "the shared salt"))
        .hasMessageNotContaining("shared");
    assertThatThrownBy(() -> MgsSigner.salted("orders", SignatureAlgorithm.MD5, ""))
        .hasMessageContaining("empty");
  }

  private String written(String name, byte[] content) {
    try {
      return Files.write(directory.resolve(name), content).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void takesAPrivateKeyUnlessTheAlgorithmTakesASecret(SignatureAlgorithm algorithm) {
    String unfit = algorithm + " takes a salt or a secret";
    assertThatThrownBy(() -> MgsSigner.privateKey("key", algorithm, "no key"))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(
            refused ->
                assertThat(String.valueOf(refused.getMessage()).contains(unfit))
                    .isEqualTo(algorithm.salted()));
  }
}
