package io.github.mgsjaxrs.sm2vectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.SignatureCheck;
import io.github.mgsjaxrs.crypto.Sm2Encoding;
import io.github.mgsjaxrs.crypto.Sm2Engine;
import io.github.mgsjaxrs.crypto.Sm2Parameters;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.keys.KeyText;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every engine against signatures that Bouncy Castle and OpenSSL have judged. */
class Sm2VectorsTest {

  private static final JsonObject VECTORS = read();

  private static JsonObject read() {
    try (InputStream in =
        Objects.requireNonNull(
            Sm2VectorsTest.class.getResourceAsStream("/vectors/sm2-signatures.json"))) {
      return Json.createReader(in).readObject();
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  @Test
  void thereAreAllOfThem() {
    int tests = 0;
    for (JsonValue group : VECTORS.getJsonArray("groups")) {
      tests += group.asJsonObject().getJsonArray("tests").size();
    }
    assertThat(tests).isEqualTo(VECTORS.getInt("numberOfTests")).isGreaterThanOrEqualTo(300);
  }

  @ParameterizedTest
  @EnumSource
  void judgesEverySignatureAsTheStricterOfBothJudges(Sm2Engine engine) {
    List<String> wrong = new ArrayList<>();
    for (JsonValue value : VECTORS.getJsonArray("groups")) {
      JsonObject group = value.asJsonObject();
      for (JsonValue test : group.getJsonArray("tests")) {
        judge(engine, group, test.asJsonObject(), wrong);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static void judge(
      Sm2Engine engine, JsonObject group, JsonObject test, List<String> wrong) {
    Sm2Encoding own = Sm2Encoding.valueOf(test.getString("encoding").toUpperCase(Locale.ROOT));
    Sm2Encoding other = own == Sm2Encoding.DER ? Sm2Encoding.RAW : Sm2Encoding.DER;
    boolean valid = test.getString("result").equals("valid");
    expect(engine, group, test, Sm2Encoding.BOTH, valid, wrong);
    expect(engine, group, test, own, valid, wrong);
    expect(engine, group, test, other, false, wrong);
  }

  private static void expect(
      Sm2Engine engine,
      JsonObject group,
      JsonObject test,
      Sm2Encoding encoding,
      boolean valid,
      List<String> wrong) {
    if (valid != accepts(engine, group, test, encoding)) {
      wrong.add(
          "%d, %s: %s, read as %s, should be %s"
              .formatted(
                  test.getInt("id"),
                  group.getString("group"),
                  test.getString("comment"),
                  encoding,
                  valid ? "valid" : "invalid"));
    }
  }

  private static boolean accepts(
      Sm2Engine engine, JsonObject group, JsonObject test, Sm2Encoding encoding) {
    String userId = new String(hex(group, "userId"), StandardCharsets.UTF_8);
    TextKey key;
    try {
      key = key(hex(group, "publicKey"), new Sm2Parameters(encoding, userId, engine));
    } catch (IllegalArgumentException noKey) {
      return false;
    }
    return key.check(hex(test, "message"), test.getString("signature")) == SignatureCheck.VALID;
  }

  private static TextKey key(byte[] subjectPublicKeyInfo, Sm2Parameters parameters) {
    String text = Base64.getEncoder().encodeToString(subjectPublicKeyInfo);
    return TextKey.sm2(KeyText.publicKey(text, SignatureAlgorithm.SM2), parameters);
  }

  private static byte[] hex(JsonObject object, String name) {
    return HexFormat.of().parseHex(object.getString(name));
  }
}
