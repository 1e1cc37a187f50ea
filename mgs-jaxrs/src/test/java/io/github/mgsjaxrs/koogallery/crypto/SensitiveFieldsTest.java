package io.github.mgsjaxrs.koogallery.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mgsjaxrs.testing.CommandLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.crypto.KeyGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SensitiveFieldsTest {

  private static final String ACCESS_KEY = "0123456789abcdef-test-access-key";
  private static final String TEXT = "admin@example.com";
  private static final String AES_256 =
      "Abcdefgh12345678QXlhv25uPToDj90+UMTz9cDl8H392OIHFpfekW2BukU=";
  private static final String AES_128 =
      "Abcdefgh123456785VwYwPooFZquw9aGOzCY6RG6DCM3TKD98FsAyl60zb8=";

  private final SensitiveFields fields = fields(EncryptType.AES_256);

  private static SensitiveFields fields(EncryptType type) {
    return AccessKey.of(ACCESS_KEY.getBytes(UTF_8)).sensitiveFields(type);
  }

  @Test
  void decryptsTheDerivedFields() {
    assertThat(fields.decrypt(AES_256)).isEqualTo(TEXT);
    assertThat(fields(EncryptType.AES_128).decrypt(AES_128)).isEqualTo(TEXT);
  }

  @Test
  void restoresThePlusThatBecameASpace() {
    assertThat(AES_256).contains("+");
    assertThat(fields.decrypt(AES_256.replace('+', ' '))).isEqualTo(TEXT);
  }

  /** As KooGallery's sample derives it. */
  private static String opensslKey(EncryptType type) throws Exception {
    SecureRandom seeded = SecureRandom.getInstance("SHA1PRNG", "SUN");
    seeded.setSeed(ACCESS_KEY.getBytes(UTF_8));
    KeyGenerator generator = KeyGenerator.getInstance("AES");
    generator.init(type == EncryptType.AES_256 ? 256 : 128, seeded);
    return HexFormat.of().formatHex(generator.generateKey().getEncoded());
  }

  private static String cipher(EncryptType type) {
    return type == EncryptType.AES_256 ? "-aes-256-cbc" : "-aes-128-cbc";
  }

  @Tag("openssl")
  @ParameterizedTest
  @EnumSource
  void encryptsWhatOpenSslDecrypts(EncryptType type, @TempDir Path directory) throws Exception {
    for (String text : new String[] {"", TEXT, "密码 \uD83D\uDD11", "x".repeat(79)}) {
      String encrypted = fields(type).encrypt(text);
      Files.write(directory.resolve("in"), Base64.getDecoder().decode(encrypted.substring(16)));
      String iv = HexFormat.of().formatHex(encrypted.substring(0, 16).getBytes(US_ASCII));
      byte[] decrypted =
          new CommandLine(directory)
              .openssl("enc", "-d", cipher(type), "-K", opensslKey(type), "-iv", iv, "-in", "in");
      assertThat(new String(decrypted, UTF_8)).isEqualTo(text);
    }
  }

  @Tag("openssl")
  @ParameterizedTest
  @EnumSource
  void decryptsWhatOpenSslEncrypts(EncryptType type, @TempDir Path directory) throws Exception {
    String text = "13800138000, \uD83D\uDD11 " + "y".repeat(200);
    Files.writeString(directory.resolve("in"), text);
    String iv = "0aZz9yYxB1cC2dD3";
    byte[] encrypted =
        new CommandLine(directory)
            .openssl(
                "enc",
                cipher(type),
                "-K",
                opensslKey(type),
                "-iv",
                HexFormat.of().formatHex(iv.getBytes(US_ASCII)),
                "-in",
                "in");
    assertThat(fields(type).decrypt(iv + Base64.getEncoder().encodeToString(encrypted)))
        .isEqualTo(text);
  }

  @Property(tries = 300)
  void decryptsWhatItEncrypted(
      @ForAll @StringLength(max = 26) String text, @ForAll EncryptType type) {
    // three bytes are the most that one char takes in UTF-8
    String valid = new String(text.getBytes(UTF_8), UTF_8);
    String encrypted = fields(type).encrypt(valid);
    assertThat(encrypted).hasSizeLessThanOrEqualTo(128).matches("[0-9A-Za-z]{16}[0-9A-Za-z+/]+=*");
    assertThat(fields(type).decrypt(encrypted)).isEqualTo(valid);
  }

  @Property(tries = 300)
  void givesATextOrTheOneExceptionForWhateverARequestHas(
      @ForAll String any,
      @ForAll @StringLength(max = 26) String text,
      @ForAll @IntRange(max = 59) int place,
      @ForAll char sign) {
    StringBuilder changed =
        new StringBuilder(fields.encrypt(new String(text.getBytes(UTF_8), UTF_8)));
    changed.setCharAt(place % changed.length(), sign);
    for (String field : new String[] {any, "Abcdefgh12345678" + any, changed.toString()}) {
      assertThat(decryptedOrEmpty(fields, field)).isNotNull();
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 40", "15, 40", "16, 60", "63, 104", "64, 124", "79, 124"})
  void encryptsWhatFitsInto128Characters(int bytes, int characters) {
    assertThat(fields.encrypt("x".repeat(bytes))).hasSize(characters);
  }

  @ParameterizedTest
  @CsvSource({"80, 144", "95, 144", "96, 168", "2000, 2704"})
  void refusesWhatWouldBeLonger(int bytes, int characters) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fields.encrypt("x".repeat(bytes)))
        .withMessageContaining(bytes + " bytes in UTF-8")
        .withMessageContaining(characters + " characters once encrypted")
        .withMessageContaining("takes 128")
        .withMessageContaining("at most 79 bytes")
        .withMessageNotContaining("xx");
  }

  @Test
  void countsBytesAndNotCharacters() {
    assertThat(fields.encrypt("密".repeat(26))).hasSize(124);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fields.encrypt("密".repeat(27)))
        .withMessageContaining("81 bytes in UTF-8");
  }

  @Test
  void refusesTextThatUtf8CannotWrite() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fields.encrypt("pass\uD83Dword"))
        .withMessageContaining("surrogate")
        .withMessageNotContaining("pass");
  }

  @Test
  void takesEveryLetterAndDigitForAnIvAndHardlyEverTheSameTwice() {
    Set<String> ivs = new HashSet<>();
    Set<Character> signs = new TreeSet<>();
    for (int i = 0; i < 500; i++) {
      String iv = fields.encrypt("").substring(0, 16);
      ivs.add(iv);
      iv.chars().forEach(c -> signs.add((char) c));
    }
    assertThat(ivs).hasSize(500);
    // one of 62 signs is missing in 8,000 draws less often than once in 10^53
    assertThat(signs).hasSize(62).allMatch(c -> c < 0x80 && Character.isLetterOrDigit(c));
  }

  private void isUnreadable(SensitiveFields by, String field) {
    assertThatExceptionOfType(UnreadableFieldException.class)
        .isThrownBy(() -> by.decrypt(field))
        .withMessage(
            "The sensitive field cannot be decrypted with this access key and this encryptType")
        .withNoCause();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Abcdefgh1234567",
        "Abcdefgh12345678",
        "Abcdefgh12345678QXlhv25uPToDj90+UMTz9cDl8H392OIHFpfekW2BukU",
        "Abcdefgh12345678QXlhv25uPToDj90+UMTz9cDl8H392OIHFpfekW2BukU=\n",
        "Abcdefgh12345678QXlhv25uPToDj90_UMTz9cDl8H392OIHFpfekW2BukU=",
        "Abcdefgh12345678QXlhv25uPToDj90+UMTz9cDl8H392OIHFpfekW2BukV=",
        "Abcdefgh12345678QXlhv25uPToDj90+UMTz9cDl8H392OIHFpfekW0=",
        "Abcdefgh12345678====",
        "Abcdefgh1234567+QXlhv25uPToDj90+UMTz9cDl8H392OIHFpfekW2BukU=",
        "Äbcdefgh12345678QXlhv25uPToDj90+UMTz9cDl8H392OIHFpfekW2BukU=",
        "Abcdefgh12345678QXlhv25uPToDj90+UMTz9Q=="
      })
  void tellsTheSameWhateverIsWrong(String field) {
    isUnreadable(fields, field);
  }

  @Test
  void doesNotDecodeWhatIsTooLong() {
    isUnreadable(fields, "Abcdefgh12345678" + "QXlh".repeat(1021));
    isUnreadable(fields, "Abcdefgh12345678" + "QXlh".repeat(1_000_000));
  }

  @Test
  void neverGivesTheTextBackFromAChangedField() {
    byte[] encrypted = Base64.getDecoder().decode(AES_256.substring(16));
    for (int bit = 0; bit < 8 * encrypted.length; bit++) {
      byte[] changed = encrypted.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      String field = "Abcdefgh12345678" + Base64.getEncoder().encodeToString(changed);
      assertThat(decryptedOrEmpty(fields, field)).as("bit %d", bit).isNotEqualTo(TEXT);
    }
  }

  private static String decryptedOrEmpty(SensitiveFields by, String field) {
    try {
      return by.decrypt(field);
    } catch (UnreadableFieldException unreadable) {
      return "";
    }
  }

  @Test
  void isOfOneKeyAndOneType() {
    SensitiveFields other =
        AccessKey.of("another".getBytes(UTF_8)).sensitiveFields(EncryptType.AES_256);
    assertThat(decryptedOrEmpty(other, AES_256)).isNotEqualTo(TEXT);
    assertThat(decryptedOrEmpty(fields, AES_128)).isNotEqualTo(TEXT);
    assertThat(other.decrypt(other.encrypt(TEXT))).isEqualTo(TEXT);
  }

  @Test
  void isDerivedOncePerKeyAndType() {
    AccessKey key = AccessKey.of(ACCESS_KEY.getBytes(UTF_8));
    assertThat(key.sensitiveFields(EncryptType.AES_128))
        .isSameAs(key.sensitiveFields(EncryptType.AES_128))
        .isNotSameAs(key.sensitiveFields(EncryptType.AES_256));
  }

  @Test
  void servesManyThreadsAtATime() {
    assertThat(
            IntStream.range(0, 1000)
                .parallel()
                .filter(i -> fields.decrypt(fields.encrypt(TEXT + i)).equals(TEXT + i))
                .count())
        .isEqualTo(1000);
  }

  @Test
  void doesNotShowItsKey() {
    assertThat(fields).hasToString("SensitiveFields[AES-256]");
    assertThat(fields(EncryptType.AES_128)).hasToString("SensitiveFields[AES-128]");
  }

  @Test
  void readsTheTypeOfARequest() {
    assertThat(EncryptType.of(null)).isEqualTo(EncryptType.AES_256);
    assertThat(EncryptType.of("")).isEqualTo(EncryptType.AES_256);
    assertThat(EncryptType.of("1")).isEqualTo(EncryptType.AES_256);
    assertThat(EncryptType.of("2")).isEqualTo(EncryptType.AES_128);
    assertThat(EncryptType.AES_128.parameter()).isEqualTo("2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "3", " 1", "AES_128", "١"})
  void knowsNoOtherType(String type) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EncryptType.of(type))
        .withMessageContaining("neither 1 (AES-256) nor 2 (AES-128)");
  }
}
