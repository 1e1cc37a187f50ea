package io.github.mgsjaxrs.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.KeyVariation.Deviation;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which keys are tried to explain a mismatch, and that each of them is what it is said to be. */
class KeyVariationTest {

  private static final byte[] TEXT = "GET\n\n/a".getBytes(UTF_8);
  private static final byte[] POINT =
      HexFormat.of()
          .parseHex(
              "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
                  + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13");

  /** GM/T 0003.5-2012, annex A: signed with the user id 1234567812345678. */
  private static final byte[] MESSAGE = "message digest".getBytes(UTF_8);

  private static final String R =
      "f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3";
  private static final String S =
      "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa";

  private static String digest(SignatureAlgorithm algorithm, String salt) throws Exception {
    byte[] all = ("GET\n\n/a" + salt).getBytes(UTF_8);
    if (algorithm == SignatureAlgorithm.MD5) {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(all));
    }
    SM3Digest sm3 = new SM3Digest();
    sm3.update(all, 0, all.length);
    byte[] result = new byte[32];
    sm3.doFinal(result, 0);
    return HexFormat.of().formatHex(result);
  }

  private static Map<Deviation, TextKey> variations(TextKey key) {
    return key.variations().stream()
        .collect(Collectors.toMap(KeyVariation::deviation, KeyVariation::key));
  }

  @ParameterizedTest
  @EnumSource(names = {"MD5", "SM3"})
  void varyTheSaltAndTheDigest(SignatureAlgorithm algorithm) throws Exception {
    SignatureAlgorithm other =
        algorithm == SignatureAlgorithm.MD5 ? SignatureAlgorithm.SM3 : SignatureAlgorithm.MD5;
    Map<Deviation, TextKey> varied = variations(TextKey.salted(algorithm, "salt \t\r\n"));
    assertThat(varied)
        .containsOnlyKeys(
            Deviation.OTHER_DIGEST,
            Deviation.SALT_WITHOUT_WHITE_SPACE,
            Deviation.SALT_WITH_LINE_FEED,
            Deviation.SALT_WITH_CARRIAGE_RETURN,
            Deviation.SALT_WITH_SPACE);
    accepts(varied, Deviation.OTHER_DIGEST, digest(other, "salt \t\r\n"));
    accepts(varied, Deviation.SALT_WITHOUT_WHITE_SPACE, digest(algorithm, "salt"));
    accepts(varied, Deviation.SALT_WITH_LINE_FEED, digest(algorithm, "salt \t\r\n\n"));
    accepts(varied, Deviation.SALT_WITH_CARRIAGE_RETURN, digest(algorithm, "salt \t\r\n\r\n"));
    accepts(varied, Deviation.SALT_WITH_SPACE, digest(algorithm, "salt \t\r\n "));
  }

  private static void accepts(
      Map<Deviation, TextKey> varied, Deviation deviation, String signature) {
    assertThat(varied.get(deviation).check(TEXT, signature))
        .as(deviation.name())
        .isEqualTo(SignatureCheck.VALID);
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {"salt", " salt", "   ", "\u76d0", "salt\u3000"})
  void leaveOutTheSaltWithoutWhiteSpaceWhereItIsTheSameOrEmpty(String salt) {
    assertThat(variations(TextKey.salted(SignatureAlgorithm.MD5, salt)))
        .hasSize(4)
        .doesNotContainKey(Deviation.SALT_WITHOUT_WHITE_SPACE);
  }

  @Test
  void varyTheEncodingAndTheUserId() {
    Map<Deviation, TextKey> varied =
        variations(TextKey.sm2(POINT, new Sm2Parameters(Sm2Encoding.DER, "other")));
    assertThat(varied)
        .containsOnlyKeys(
            Deviation.BOTH_ENCODINGS, Deviation.EMPTY_USER_ID, Deviation.DEFAULT_USER_ID);
    assertThat(varied.get(Deviation.BOTH_ENCODINGS).check(MESSAGE, R + S))
        .isEqualTo(SignatureCheck.MISMATCH);
    assertThat(varied.get(Deviation.EMPTY_USER_ID).check(MESSAGE, R + S))
        .isEqualTo(SignatureCheck.MALFORMED);
    assertThat(
            varied.get(Deviation.DEFAULT_USER_ID).check(MESSAGE, "3046022100" + R + "022100" + S))
        .isEqualTo(SignatureCheck.VALID);
  }

  @Test
  void takeEitherEncodingWithTheSameUserId() {
    Sm2Parameters raw = new Sm2Parameters(Sm2Encoding.RAW, "1234567812345678");
    TextKey both = variations(TextKey.sm2(POINT, raw)).get(Deviation.BOTH_ENCODINGS);
    assertThat(both.check(MESSAGE, "3046022100" + R + "022100" + S))
        .isEqualTo(SignatureCheck.VALID);
    assertThat(both.variations())
        .extracting(KeyVariation::deviation)
        .isEqualTo(List.of(Deviation.EMPTY_USER_ID));
  }

  @Test
  void leaveOutWhatTheKeyIsAlready() {
    assertThat(variations(TextKey.sm2(POINT, new Sm2Parameters(Sm2Encoding.BOTH, ""))))
        .containsOnlyKeys(Deviation.DEFAULT_USER_ID);
  }

  @ParameterizedTest
  @EnumSource(names = {"MD5", "SM3"})
  void areNoneOfTheKeyItself(SignatureAlgorithm algorithm) {
    TextKey key = TextKey.salted(algorithm, "salt");
    assertThat(key.algorithm()).isEqualTo(algorithm);
    assertThat(variations(key).get(Deviation.SALT_WITH_SPACE).algorithm()).isEqualTo(algorithm);
  }

  @Test
  void haveBothParts() {
    TextKey key = TextKey.salted(SignatureAlgorithm.MD5, "salt");
    assertThatNullPointerException().isThrownBy(() -> new KeyVariation(null, key));
    assertThatNullPointerException()
        .isThrownBy(() -> new KeyVariation(Deviation.OTHER_DIGEST, null));
  }
}
