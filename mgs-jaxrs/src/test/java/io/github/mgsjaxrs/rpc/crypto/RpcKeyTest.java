package io.github.mgsjaxrs.rpc.crypto;

import static io.github.mgsjaxrs.SignatureAlgorithm.RPC_HMAC_SHA1;
import static io.github.mgsjaxrs.SignatureAlgorithm.RPC_MD5;
import static io.github.mgsjaxrs.crypto.SignatureCheck.MALFORMED;
import static io.github.mgsjaxrs.crypto.SignatureCheck.MISMATCH;
import static io.github.mgsjaxrs.crypto.SignatureCheck.VALID;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.KeyVariation;
import io.github.mgsjaxrs.crypto.KeyVariation.Deviation;
import io.github.mgsjaxrs.crypto.SignedContent;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.testing.CommandLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RpcKeyTest {

  private static final byte[] TEXT =
      ("Operation-Type=alipay.mobile.ic.dispatch&Request-Data="
              + "W3siX3JlcXVlc3RCb2R5Ijp7InVzZXJOYW1lIjoiIiwidXNlcklkIjowfX1d&Ts=1700000000000")
          .getBytes(UTF_8);
  private static final String MD5_SIGNATURE = "700c8099636c5cc3db25cd0537240589";

  /** RFC 2202, 3, test case 2. */
  private static final byte[] RFC_TEXT = "what do ya want for nothing?".getBytes(UTF_8);

  private static final String RFC_HMAC = "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79";

  private final TextKey md5 = RpcKey.of(RPC_MD5, "secret", RpcParameters.DEFAULT);
  private final TextKey hmac = RpcKey.of(RPC_HMAC_SHA1, "Jefe", RpcParameters.DEFAULT);

  private static String base64(String hex) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }

  private static TextKey hmac(HmacEncoding encoding) {
    return RpcKey.of(RPC_HMAC_SHA1, "Jefe", new RpcParameters("{secret}&{text}", encoding));
  }

  @Test
  void acceptsTheDerivedMd5() {
    assertThat(md5.check(TEXT, MD5_SIGNATURE)).isEqualTo(VALID);
  }

  @Test
  void acceptsTheHmacOfRfc2202InEitherEncoding() {
    assertThat(hmac.check(RFC_TEXT, RFC_HMAC)).isEqualTo(VALID);
    assertThat(hmac.check(RFC_TEXT, RFC_HMAC.toUpperCase(Locale.ROOT))).isEqualTo(VALID);
    assertThat(hmac.check(RFC_TEXT, base64(RFC_HMAC))).isEqualTo(VALID);
  }

  @Test
  void acceptsOneEncodingWhereOneIsSet() {
    assertThat(hmac(HmacEncoding.HEX).check(RFC_TEXT, RFC_HMAC)).isEqualTo(VALID);
    assertThat(hmac(HmacEncoding.HEX).check(RFC_TEXT, base64(RFC_HMAC))).isEqualTo(MALFORMED);
    assertThat(hmac(HmacEncoding.BASE64).check(RFC_TEXT, base64(RFC_HMAC))).isEqualTo(VALID);
    assertThat(hmac(HmacEncoding.BASE64).check(RFC_TEXT, RFC_HMAC)).isEqualTo(MALFORMED);
  }

  @ParameterizedTest
  @EnumSource(names = {"RPC_MD5", "RPC_HMAC_SHA1"})
  void readsContentInPieces(SignatureAlgorithm algorithm) throws Exception {
    TextKey key = RpcKey.of(algorithm, "secret", RpcParameters.DEFAULT);
    SignedContent pieces =
        out -> {
          out.write(TEXT[0]);
          out.write(TEXT, 1, 70);
          out.write(TEXT, 71, TEXT.length - 71);
        };
    String signature =
        algorithm == RPC_MD5 ? MD5_SIGNATURE : "e1a1d57f6b6d3c4bb5a5d3b9f6d6b6e0d6b6e0d6";
    assertThat(key.check(pieces, signature)).isEqualTo(key.check(TEXT, signature));
    assertThat(key.check(pieces, signature)).isEqualTo(algorithm == RPC_MD5 ? VALID : MISMATCH);
  }

  @ParameterizedTest
  @EnumSource(names = {"RPC_MD5", "RPC_HMAC_SHA1"})
  void verifiesAfterContentThatCouldNotBeRead(SignatureAlgorithm algorithm) {
    TextKey key = RpcKey.of(algorithm, "Jefe", RpcParameters.DEFAULT);
    String signature = algorithm == RPC_MD5 ? "0".repeat(32) : RFC_HMAC;
    SignedContent broken =
        out -> {
          out.write(RFC_TEXT);
          throw new IOException("the file is gone");
        };
    assertThatThrownBy(() -> key.check(broken, signature)).hasMessage("the file is gone");
    assertThat(key.check(RFC_TEXT, signature)).isEqualTo(algorithm == RPC_MD5 ? MISMATCH : VALID);
  }

  @Test
  void looksAtTheFormOfASignatureBeforeItReadsAnything() throws Exception {
    SignedContent never =
        out -> {
          throw new AssertionError("read");
        };
    assertThat(md5.check(never, "no signature")).isEqualTo(MALFORMED);
    assertThat(hmac.check(never, "no signature")).isEqualTo(MALFORMED);
  }

  @Tag("openssl")
  @Test
  void agreesWithOpenSslOnASecretOutsideAscii(@TempDir Path directory) throws Exception {
    String secret = " 密钥=\uD83D\uDD11 ";
    Files.write(directory.resolve("text"), TEXT);
    Files.write(
        directory.resolve("joined"), (secret + "&" + new String(TEXT, US_ASCII)).getBytes(UTF_8));
    CommandLine line = new CommandLine(directory);
    String md5Hex = line.opensslText("dgst", "-md5", "-r", "joined").substring(0, 32);
    String hmacHex =
        line.opensslText(
                "dgst",
                "-sha1",
                "-mac",
                "HMAC",
                "-macopt",
                "hexkey:" + HexFormat.of().formatHex(secret.getBytes(UTF_8)),
                "-r",
                "text")
            .substring(0, 40);

    assertThat(RpcKey.of(RPC_MD5, secret, RpcParameters.DEFAULT).check(TEXT, md5Hex))
        .isEqualTo(VALID);
    TextKey key = RpcKey.of(RPC_HMAC_SHA1, secret, RpcParameters.DEFAULT);
    assertThat(key.check(TEXT, hmacHex)).isEqualTo(VALID);
    assertThat(key.check(TEXT, base64(hmacHex))).isEqualTo(VALID);
  }

  @Tag("openssl")
  @ParameterizedTest
  @ValueSource(
      strings = {"{secret}{text}", "{text}{secret}", "{text}&{secret}", "a{secret}b{text}c"})
  void joinsSecretAndTextAsTheTemplateSays(String template, @TempDir Path directory)
      throws Exception {
    String joined =
        template.replace("{secret}", "secret").replace("{text}", new String(TEXT, US_ASCII));
    Files.write(directory.resolve("joined"), joined.getBytes(US_ASCII));
    String signature =
        new CommandLine(directory).opensslText("dgst", "-md5", "-r", "joined").substring(0, 32);
    TextKey key = RpcKey.of(RPC_MD5, "secret", new RpcParameters(template, HmacEncoding.BOTH));
    assertThat(key.check(TEXT, signature)).isEqualTo(VALID);
    assertThat(key.check(TEXT, MD5_SIGNATURE)).isEqualTo(MISMATCH);
  }

  @Test
  void refusesEveryFlippedBit() {
    refusesEveryFlippedBit(md5, TEXT, MD5_SIGNATURE);
    refusesEveryFlippedBit(hmac, RFC_TEXT, RFC_HMAC);
  }

  private static void refusesEveryFlippedBit(TextKey key, byte[] text, String signature) {
    byte[] bytes = HexFormat.of().parseHex(signature);
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      byte[] changed = bytes.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(key.check(text, HexFormat.of().formatHex(changed)))
          .as("bit %d", bit)
          .isEqualTo(MISMATCH);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "700C8099636C5CC3DB25CD0537240589",
        "700c8099636c5cc3db25cd053724058",
        "700c8099636c5cc3db25cd05372405890",
        "700c8099636c5cc3db25cd053724058g",
        "cAyAmWNsXMPbJc0FNyQFiQ==",
        "\uFF1700c8099636c5cc3db25cd053724058"
      })
  void toldMalformedIsWhatIsNoLowerCaseMd5(String signature) {
    assertThat(md5.check(TEXT, signature)).isEqualTo(MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "effcdf6ae5eb2fa2d27416d5f184df9c259a7c7",
        "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79 ",
        "effcdf6ae5eb2fa2d27416d5f184df9c259a7c7g",
        "7/zfauXrL6LSdBbV8YTfnCWafHk",
        "7_zfauXrL6LSdBbV8YTfnCWafHk=",
        "7/zfauXrL6LSdBbV8YTfnCWafHl=",
        "7/zfauXrL6LSdBbV8YTfnCWafH==",
        "7/zfauXrL6LS\nBbV8YTfnCWafHk="
      })
  void toldMalformedIsWhatIsNoHmacInHexOrBase64(String signature) {
    assertThat(hmac.check(RFC_TEXT, signature)).isEqualTo(MALFORMED);
  }

  @Test
  void refusesAnotherSecretAndAnotherText() {
    TextKey other = RpcKey.of(RPC_MD5, "secret ", RpcParameters.DEFAULT);
    assertThat(other.check(TEXT, MD5_SIGNATURE)).isEqualTo(MISMATCH);
    byte[] changed = TEXT.clone();
    changed[changed.length - 1]++;
    assertThat(md5.check(changed, MD5_SIGNATURE)).isEqualTo(MISMATCH);
  }

  @ParameterizedTest
  @EnumSource(names = {"MD5", "SM3", "RSA", "SM2"})
  void refusesAnAlgorithmOfTheBackend(SignatureAlgorithm algorithm) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RpcKey.of(algorithm, "hush-hush", RpcParameters.DEFAULT))
        .withMessageContaining(algorithm.name())
        .withMessageNotContaining("hush-hush");
  }

  @ParameterizedTest
  @EnumSource(names = {"RPC_MD5", "RPC_HMAC_SHA1"})
  void isNoSaltAndNotEmpty(SignatureAlgorithm algorithm) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RpcKey.of(algorithm, "", RpcParameters.DEFAULT))
        .withMessageContaining("secret is empty");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TextKey.salted(algorithm, "hush-hush"))
        .withMessageContaining("takes a secret")
        .withMessageNotContaining("hush-hush");
  }

  @Test
  void keepsItsOwnCopyAndDoesNotShowIt() {
    byte[] secret = "secret".getBytes(UTF_8);
    TextKey key = RpcKey.of(RPC_MD5, secret, RpcParameters.DEFAULT);
    secret[0] = 'x';
    assertThat(key.check(TEXT, MD5_SIGNATURE)).isEqualTo(VALID);
    assertThat(key).hasToString("VerificationKey[RPC_MD5, secret <redacted>]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{secret}", "{text}", "{secret}{text}{secret}", "{secret}{text}{x}"})
  void refusesATemplateWithoutBoth(String template) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RpcParameters(template, HmacEncoding.BOTH))
        .withMessageContaining("{secret}, {text} exactly once");
  }

  private static Map<Deviation, TextKey> variations(TextKey key) {
    return key.variations().stream()
        .collect(Collectors.toMap(KeyVariation::deviation, KeyVariation::key));
  }

  /** Each digest from {@code printf … | md5sum}, of the text {@code text}. */
  @Test
  void variesSecretAndItsPlace() {
    byte[] text = "text".getBytes(UTF_8);
    Map<Deviation, TextKey> varied = variations(RpcKey.of(RPC_MD5, "salt ", RpcParameters.DEFAULT));
    assertThat(varied)
        .containsOnlyKeys(
            Deviation.OTHER_DIGEST,
            Deviation.SECRET_TEXT,
            Deviation.TEXT_AMPERSAND_SECRET,
            Deviation.TEXT_SECRET,
            Deviation.SALT_WITHOUT_WHITE_SPACE,
            Deviation.SALT_WITH_LINE_FEED,
            Deviation.SALT_WITH_CARRIAGE_RETURN,
            Deviation.SALT_WITH_SPACE);
    assertThat(varied.get(Deviation.OTHER_DIGEST).algorithm()).isEqualTo(RPC_HMAC_SHA1);
    accepts(varied, Deviation.SECRET_TEXT, text, "a774e0ee8bcb65ae3353ab445b96c081");
    accepts(varied, Deviation.TEXT_SECRET, text, "a4e628d3813e5399f446bdc0daa29b99");
    accepts(varied, Deviation.TEXT_AMPERSAND_SECRET, text, "ee6e7e9736295087dd08ffac3349cee4");
    accepts(varied, Deviation.SALT_WITHOUT_WHITE_SPACE, text, "121fd902732ee7cb5a4893247329784a");
    accepts(varied, Deviation.SALT_WITH_LINE_FEED, text, "c7cf0ce6f406c9d97c790dc8eb792e90");
  }

  private static void accepts(
      Map<Deviation, TextKey> varied, Deviation deviation, byte[] text, String signature) {
    assertThat(varied.get(deviation).check(text, signature)).as(deviation.name()).isEqualTo(VALID);
  }

  @Test
  void variesTheEncodingOfAnHmac() {
    Map<Deviation, TextKey> varied = variations(hmac(HmacEncoding.HEX));
    accepts(varied, Deviation.BOTH_HMAC_ENCODINGS, RFC_TEXT, base64(RFC_HMAC));
    assertThat(varied).doesNotContainKeys(Deviation.SECRET_TEXT, Deviation.TEXT_SECRET);
    assertThat(varied.get(Deviation.OTHER_DIGEST).algorithm()).isEqualTo(RPC_MD5);
    assertThat(variations(hmac)).doesNotContainKey(Deviation.BOTH_HMAC_ENCODINGS);
  }
}
