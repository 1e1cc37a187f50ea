package io.github.mgsjaxrs.koogallery.crypto;

import static io.github.mgsjaxrs.crypto.SignatureCheck.MALFORMED;
import static io.github.mgsjaxrs.crypto.SignatureCheck.MISMATCH;
import static io.github.mgsjaxrs.crypto.SignatureCheck.VALID;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.KeyVariation;
import io.github.mgsjaxrs.crypto.KeyVariation.Deviation;
import io.github.mgsjaxrs.crypto.SignatureCheck;
import io.github.mgsjaxrs.crypto.SignedContent;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.crypto.VerificationKey;
import io.github.mgsjaxrs.koogallery.crypto.KeyedText.Place;
import io.github.mgsjaxrs.testing.CommandLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The signatures were computed by OpenSSL. */
class AccessKeyTest {

  private static final String TIME = "201706211855321";
  private static final byte[] MESSAGE = utf8("p1=1&p2=2&p3=3&timeStamp=201706211855321");
  private static final String TOKEN = "nOVVqVzjsW9m9OaFSCyw6ezNdnzs7YQ3OkRUZrset24=";

  private static final byte[] ANSWER =
      utf8("{\"resultCode\":\"000000\",\"resultMsg\":\"success.\"}");
  private static final String BODY_SIGNATURE = "gw4QPFTQi+z0h6e2a3LogBWbT+b5cyVCeQdEdWUPCd4=";

  private static final byte[] BODY =
      utf8(
          "{\"activity\":\"newInstance\",\"businessId\":\"87b94795-0603-4e24-8ae5-69420d60e3c8\","
              + "\"orderId\":\"CS2211181819B4LVS\",\"orderLineId\":\"CS2211181819B4LVS-000001\","
              + "\"testFlag\":\"1\"}");
  private static final String NONCE =
      "50D83FDECAED6CCD8EF597F2A577950527928BA287D04E6036E92B2806FD17DA";
  private static final String MILLIS = "1680508066618";
  private static final String SIGNATURE =
      "271544ACDAC82601D0A6615631C4DB54120D5EA32FC968493C8064281E125C7A";

  private final AccessKey key = AccessKey.of(utf8("test-access-key"));

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  private SignatureCheck checkBody(byte[] body, String signature) throws IOException {
    return key.checkBody(NONCE, MILLIS, out -> out.write(body), signature);
  }

  @Test
  void acceptsTheDerivedTokenOfAQuery() {
    assertThat(key.checkQuery(TIME, MESSAGE, TOKEN)).isEqualTo(VALID);
  }

  @Test
  void acceptsTheDerivedSignatureOfABodyInEitherCase() throws IOException {
    assertThat(checkBody(BODY, SIGNATURE)).isEqualTo(VALID);
    assertThat(checkBody(BODY, SIGNATURE.toLowerCase(Locale.ROOT))).isEqualTo(VALID);
  }

  @Test
  void signsTheDerivedAnswer() {
    assertThat(key.bodySignature(ANSWER)).isEqualTo(BODY_SIGNATURE);
  }

  @Test
  void signsAnAnswerWithoutABody() {
    // printf '' | openssl dgst -sha256 -hmac test-access-key -binary | base64
    assertThat(key.bodySignature(new byte[0]))
        .isEqualTo("igyE+0ZiNkYoyVqCghsVuv6aVRZPSoVkqPiLFtEtE9g=");
  }

  @Test
  void readsABodyInPieces() throws IOException {
    SignedContent pieces =
        out -> {
          out.write(BODY[0]);
          out.write(BODY, 1, 70);
          out.write(BODY, 71, BODY.length - 71);
        };
    assertThat(key.checkBody(NONCE, MILLIS, pieces, SIGNATURE)).isEqualTo(VALID);
  }

  @Test
  void verifiesAfterABodyThatCouldNotBeRead() throws IOException {
    SignedContent broken =
        out -> {
          out.write(BODY);
          throw new IOException("the file is gone");
        };
    assertThatThrownBy(() -> key.checkBody(NONCE, MILLIS, broken, SIGNATURE))
        .hasMessage("the file is gone");
    assertThat(checkBody(BODY, SIGNATURE)).isEqualTo(VALID);
  }

  @Test
  void looksAtTheFormOfASignatureBeforeItReadsTheBody() throws IOException {
    SignedContent never =
        out -> {
          throw new AssertionError("read");
        };
    assertThat(key.checkBody(NONCE, MILLIS, never, "no signature")).isEqualTo(MALFORMED);
    assertThat(key.checkBody(NONCE, "soon", never, SIGNATURE)).isEqualTo(MALFORMED);
  }

  @Test
  void refusesATokenOfAnotherTimeMessageOrKey() {
    assertThat(key.checkQuery("201706211855322", MESSAGE, TOKEN)).isEqualTo(MISMATCH);
    assertThat(key.checkQuery(TIME, utf8("p1=1&p2=2&p3=4&timeStamp=" + TIME), TOKEN))
        .isEqualTo(MISMATCH);
    assertThat(AccessKey.of(utf8("test-access-kez")).checkQuery(TIME, MESSAGE, TOKEN))
        .isEqualTo(MISMATCH);
  }

  @Test
  void refusesASignatureOfAnotherNonceTimeBodyOrKey() throws IOException {
    SignedContent body = out -> out.write(BODY);
    assertThat(key.checkBody(NONCE + "0", MILLIS, body, SIGNATURE)).isEqualTo(MISMATCH);
    assertThat(key.checkBody(NONCE, "1680508066619", body, SIGNATURE)).isEqualTo(MISMATCH);
    assertThat(checkBody(utf8("{}"), SIGNATURE)).isEqualTo(MISMATCH);
    assertThat(AccessKey.of(utf8("other")).checkBody(NONCE, MILLIS, body, SIGNATURE))
        .isEqualTo(MISMATCH);
  }

  @Test
  void refusesEveryFlippedBit() throws IOException {
    for (int bit = 0; bit < 256; bit++) {
      byte[] token = Base64.getDecoder().decode(TOKEN);
      token[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(key.checkQuery(TIME, MESSAGE, Base64.getEncoder().encodeToString(token)))
          .as("bit %d of a token", bit)
          .isEqualTo(MISMATCH);
      byte[] signature = HexFormat.of().parseHex(SIGNATURE);
      signature[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(checkBody(BODY, HexFormat.of().formatHex(signature)))
          .as("bit %d of a signature", bit)
          .isEqualTo(MISMATCH);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\0", "20170621185532Z", "-1", "１２３", "2017 06211855321"})
  void refusesATimeThatIsNotDigits(String time) throws IOException {
    assertThat(key.checkQuery(time, MESSAGE, TOKEN)).isEqualTo(MALFORMED);
    assertThat(key.checkBody(NONCE, time, out -> out.write(BODY), SIGNATURE)).isEqualTo(MALFORMED);
  }

  /** Both are HMACs of one key; HMAC fills a short key up with zero bytes. */
  @ParameterizedTest
  @ValueSource(strings = {"", "\0", "\0\0"})
  void takesNoAnswersSignatureForTheTokenOfARequest(String time) {
    assertThat(key.checkQuery(time, ANSWER, BODY_SIGNATURE)).isEqualTo(MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nOVVqVzjsW9m9OaFSCyw6ezNdnzs7YQ3OkRUZrset24",
        "nOVVqVzjsW9m9OaFSCyw6ezNdnzs7YQ3OkRUZrset25=",
        "nOVVqVzjsW9m9OaFSCyw6ezNdnzs7YQ3OkRUZrset2==",
        "nOVVqVzjsW9m9OaFSCyw6ezNdnzs7YQ3OkRUZrset24AAAA=",
        "nOVVqVzjsW9m9OaFSCyw6ezNdnzs7YQ3OkRUZrset2%3",
        "nOVVqVzjsW9m9OaFSCyw ezNdnzs7YQ3OkRUZrset24=",
        "nOVVqVzjsW9m9OaFSCyw6ezNdnzs7YQ3OkRUZrset24\n",
        "nOVVqVzjsW9m9OaFSCyw6ezNdnzs7YQ3OkRUZrset24A"
      })
  void toldMalformedIsWhatIsNoToken(String token) {
    assertThat(key.checkQuery(TIME, MESSAGE, token)).isEqualTo(MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "271544ACDAC82601D0A6615631C4DB54120D5EA32FC968493C8064281E125C7",
        "271544ACDAC82601D0A6615631C4DB54120D5EA32FC968493C8064281E125C7A0",
        "271544ACDAC82601D0A6615631C4DB54120D5EA32FC968493C8064281E125C7G",
        " 71544ACDAC82601D0A6615631C4DB54120D5EA32FC968493C8064281E125C7A",
        "２71544ACDAC82601D0A6615631C4DB54120D5EA32FC968493C8064281E125C7A"
      })
  void toldMalformedIsWhatIsNoSignatureOfABody(String signature) throws IOException {
    assertThat(checkBody(BODY, signature)).isEqualTo(MALFORMED);
  }

  @Tag("openssl")
  @ParameterizedTest
  @ValueSource(strings = {"k", " 密钥=\uD83D\uDD11 ", LONGER_THAN_A_BLOCK})
  void agreesWithOpenSsl(String secret, @TempDir Path directory) throws Exception {
    AccessKey agreed = AccessKey.of(utf8(secret));
    byte[] token = hmac(directory, secret + TIME, MESSAGE);
    assertThat(agreed.checkQuery(TIME, MESSAGE, Base64.getEncoder().encodeToString(token)))
        .isEqualTo(VALID);

    String digest = HexFormat.of().formatHex(hmac(directory, secret, BODY));
    byte[] signature = hmac(directory, secret, utf8(secret + NONCE + MILLIS + digest));
    String hex = HexFormat.of().withUpperCase().formatHex(signature);
    assertThat(agreed.checkBody(NONCE, MILLIS, out -> out.write(BODY), hex)).isEqualTo(VALID);

    assertThat(agreed.bodySignature(ANSWER))
        .isEqualTo(Base64.getEncoder().encodeToString(hmac(directory, secret, ANSWER)));
  }

  private static final String LONGER_THAN_A_BLOCK =
      "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

  private static byte[] hmac(Path directory, String key, byte[] text) throws IOException {
    Files.write(directory.resolve("text"), text);
    String hexKey = "hexkey:" + HexFormat.of().formatHex(utf8(key));
    return new CommandLine(directory)
        .openssl("dgst", "-sha256", "-mac", "HMAC", "-macopt", hexKey, "-binary", "text");
  }

  @Test
  void servesManyThreadsAtATime() {
    assertThat(
            IntStream.range(0, 2000)
                .parallel()
                .filter(
                    i ->
                        (i % 2 == 0
                                ? key.checkQuery(TIME, MESSAGE, TOKEN)
                                : key.checkQuery(TIME, BODY, TOKEN))
                            == (i % 2 == 0 ? VALID : MISMATCH))
                .filter(i -> key.bodySignature(ANSWER).equals(BODY_SIGNATURE))
                .count())
        .isEqualTo(2000);
  }

  @Test
  void isNotEmptyAndKeepsItsOwnCopyAndDoesNotShowIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AccessKey.of(new byte[0]))
        .withMessageContaining("access key is empty");
    byte[] bytes = utf8("test-access-key");
    AccessKey copied = AccessKey.of(bytes);
    bytes[0] = 'x';
    assertThat(copied.bodySignature(ANSWER)).isEqualTo(BODY_SIGNATURE);
    assertThat(copied).hasToString("VerificationKey[KOOGALLERY, access key <redacted>]");
  }

  @Test
  void isAVerificationKeyOfItsOwnAlgorithm() {
    AccessKey verification = AccessKey.of("test-access-key");
    assertThat(verification.algorithm()).isEqualTo(SignatureAlgorithm.KOOGALLERY);
    assertThat(verification.bodySignature(ANSWER)).isEqualTo(BODY_SIGNATURE);
    assertThat(verification)
        .hasToString("VerificationKey[KOOGALLERY, access key <redacted>]")
        .doesNotHaveToString("test-access-key");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AccessKey.of(""))
        .withMessageContaining("access key is empty");
  }

  @ParameterizedTest
  @EnumSource(names = {"MD5", "SM3"})
  void isNoOtherKey(SignatureAlgorithm algorithm) {
    assertThat(TextKey.salted(algorithm, "test-access-key")).isNotInstanceOf(AccessKey.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TextKey.salted(SignatureAlgorithm.KOOGALLERY, "hush-hush"))
        .withMessageNotContaining("hush-hush");
  }

  /** What an answer shows must not open a resource whose requests are signed in another way. */
  @Test
  void verifiesNoTextAlone() {
    VerificationKey verification = AccessKey.of("test-access-key");
    assertThat(verification).isNotInstanceOf(TextKey.class);
  }

  @Test
  void variesTheEndOfTheKeyToExplainAMismatch() {
    List<KeyVariation<AccessKey>> varied = AccessKey.of("test-access-key ").variations();
    assertThat(varied)
        .extracting(KeyVariation::deviation)
        .containsExactlyInAnyOrder(
            Deviation.SALT_WITHOUT_WHITE_SPACE,
            Deviation.SALT_WITH_LINE_FEED,
            Deviation.SALT_WITH_CARRIAGE_RETURN,
            Deviation.SALT_WITH_SPACE);
    assertThat(varied)
        .filteredOn(each -> each.deviation() == Deviation.SALT_WITHOUT_WHITE_SPACE)
        .singleElement()
        .satisfies(AccessKeyTest::verifiesTheToken);
  }

  private static void verifiesTheToken(KeyVariation<AccessKey> variation) {
    assertThat(variation.key().checkQuery(TIME, MESSAGE, TOKEN)).isEqualTo(VALID);
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        " test-access-key|SECRET_STRIPPED",
        " test-access-key\t|SECRET_STRIPPED",
        "\"test-access-key\"|SECRET_WITHOUT_QUOTES",
        " 'test-access-key' |SECRET_WITHOUT_QUOTES",
        "dGVzdC1hY2Nlc3Mta2V5|SECRET_FROM_BASE64",
        "dGVzdC1hY2Nlc3Mta2V5 |SECRET_FROM_BASE64"
      })
  void variesWhatWasCopiedAlongWithTheKey(String configured, Deviation deviation) {
    assertThat(AccessKey.of(configured).variations())
        .filteredOn(each -> each.deviation() == deviation)
        .singleElement()
        .satisfies(AccessKeyTest::verifiesTheToken);
  }

  @ParameterizedTest
  @ValueSource(strings = {"test-access-key", "   ", "''", "\"key'", "key\"", "====", "a/b"})
  void variesNothingWhereNothingWasCopiedAlong(String configured) {
    assertThat(AccessKey.of(configured).variations())
        .extracting(KeyVariation::deviation)
        .containsExactlyInAnyOrder(
            Deviation.SALT_WITH_LINE_FEED,
            Deviation.SALT_WITH_CARRIAGE_RETURN,
            Deviation.SALT_WITH_SPACE);
  }

  @Test
  void tellsOtherWaysOfSigningFromTheRightOne() {
    byte[] hmac = Base64.getDecoder().decode(TOKEN);
    KeyedText right = new KeyedText(Place.BEFORE, utf8(TIME), Place.NOWHERE, MESSAGE);
    assertThat(key.check(right, hmac)).isEqualTo(VALID);
    assertThat(key.check(new KeyedText(Place.BEHIND, utf8(TIME), Place.NOWHERE, MESSAGE), hmac))
        .isEqualTo(MISMATCH);
    assertThat(key.check(right, new byte[31])).isEqualTo(MALFORMED);
    assertThat(key.check(new KeyedText(Place.NOWHERE, utf8(""), Place.BEFORE, MESSAGE), hmac))
        .isEqualTo(MALFORMED);
  }
}
