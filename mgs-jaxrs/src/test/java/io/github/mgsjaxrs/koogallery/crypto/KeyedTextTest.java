package io.github.mgsjaxrs.koogallery.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.crypto.SignatureCheck;
import io.github.mgsjaxrs.koogallery.crypto.KeyedText.Place;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Other ways to use an access key. The signatures were computed by OpenSSL. */
class KeyedTextTest {

  private static final byte[] TIME = utf8("201706211855321");
  private static final byte[] MESSAGE = utf8("p1=1&p2=2&p3=3&timeStamp=201706211855321");
  private static final byte[] NOTHING = {};

  private final AccessKey key = AccessKey.of(utf8("test-access-key"));

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  private SignatureCheck check(Place inKey, byte[] rest, Place inText, byte[] text, byte[] hmac) {
    return key.check(new KeyedText(inKey, rest, inText, text), hmac);
  }

  @Test
  void hasTheAccessKeyWhereItIsSaidToBe() {
    byte[] right = Base64.getDecoder().decode("nOVVqVzjsW9m9OaFSCyw6ezNdnzs7YQ3OkRUZrset24=");
    byte[] behind = Base64.getDecoder().decode("+WYcWwobjXwc20N2jlqOEo2sGnyOZxl+614GEjnM210=");
    byte[] inText =
        HexFormat.of().parseHex("7bb0933a25a50178a2a5de9742ca48fa3d36ec44ab50156633c5fb1e1944a394");
    byte[] nowhere =
        HexFormat.of().parseHex("93762d8a60317ee432c97b66bedd8bbff53b3844920fde53d6178a22c887c3b2");
    assertThat(check(Place.BEFORE, TIME, Place.NOWHERE, MESSAGE, right))
        .isEqualTo(SignatureCheck.VALID);
    assertThat(check(Place.BEHIND, TIME, Place.NOWHERE, MESSAGE, right))
        .isEqualTo(SignatureCheck.MISMATCH);
    assertThat(check(Place.BEHIND, TIME, Place.NOWHERE, MESSAGE, behind))
        .isEqualTo(SignatureCheck.VALID);
    assertThat(check(Place.BEFORE, NOTHING, Place.BEHIND, utf8("nonce1"), inText))
        .isEqualTo(SignatureCheck.VALID);
    assertThat(check(Place.NOWHERE, utf8("other"), Place.NOWHERE, utf8("nonce1"), nowhere))
        .isEqualTo(SignatureCheck.VALID);
  }

  @Test
  void takesNoHmacOfAnotherLengthAndNoneWithoutAKey() {
    assertThat(check(Place.BEFORE, TIME, Place.NOWHERE, MESSAGE, new byte[20]))
        .isEqualTo(SignatureCheck.MALFORMED);
    assertThat(check(Place.NOWHERE, NOTHING, Place.NOWHERE, MESSAGE, new byte[32]))
        .isEqualTo(SignatureCheck.MALFORMED);
  }

  @Test
  void isTheSameWhereItsContentsAreAndShowsNone() {
    KeyedText one = new KeyedText(Place.BEFORE, utf8("k1"), Place.BEHIND, utf8("t1"));
    assertThat(one)
        .isEqualTo(new KeyedText(Place.BEFORE, utf8("k1"), Place.BEHIND, utf8("t1")))
        .hasSameHashCodeAs(new KeyedText(Place.BEFORE, utf8("k1"), Place.BEHIND, utf8("t1")))
        .isNotEqualTo(new KeyedText(Place.BEHIND, utf8("k1"), Place.BEHIND, utf8("t1")))
        .isNotEqualTo(new KeyedText(Place.BEFORE, utf8("k2"), Place.BEHIND, utf8("t1")))
        .isNotEqualTo(new KeyedText(Place.BEFORE, utf8("k1"), Place.BEFORE, utf8("t1")))
        .isNotEqualTo(new KeyedText(Place.BEFORE, utf8("k1"), Place.BEHIND, utf8("t2")))
        .isNotEqualTo("text");
    assertThat(one.toString()).doesNotContain("k1", "t1");
  }
}
