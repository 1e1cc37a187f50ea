package io.github.mgsjaxrs.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.SignatureAlgorithm;
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
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * The SM2 vectors on keys that have earned their tables: a new key is Bouncy Castle's to verify.
 */
class TableSm2VectorsTest {

  private static final HexFormat HEX = HexFormat.of();

  private final List<String> wrong = new ArrayList<>();
  private int judged;

  @Test
  void judgesEverySignatureAsTheVectorsDo() throws IOException {
    for (JsonValue group : vectors().getJsonArray("groups")) {
      judge(group.asJsonObject());
    }
    assertThat(wrong).isEmpty();
    assertThat(judged).isGreaterThan(600);
  }

  private static JsonObject vectors() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            TableSm2VectorsTest.class.getResourceAsStream("/vectors/sm2-signatures.json"))) {
      return Json.createReader(in).readObject();
    }
  }

  private void judge(JsonObject group) {
    byte[] spki = HEX.parseHex(group.getString("publicKey"));
    byte[] userId = HEX.parseHex(group.getString("userId"));
    TextKey key;
    try {
      key =
          TextKey.sm2(
              KeyText.publicKey(Base64.getEncoder().encodeToString(spki), SignatureAlgorithm.SM2),
              new Sm2Parameters(
                  Sm2Encoding.BOTH, new String(userId, StandardCharsets.UTF_8), Sm2Engine.FAST));
    } catch (IllegalArgumentException noKey) {
      return;
    }
    for (int i = 0; i < KeyTable.USES_FOR_A_TABLE; i++) {
      key.check(new byte[0], "11".repeat(64));
    }
    for (JsonValue value : group.getJsonArray("tests")) {
      JsonObject test = value.asJsonObject();
      SignatureCheck check =
          key.check(HEX.parseHex(test.getString("message")), test.getString("signature"));
      judged++;
      if ((check == SignatureCheck.VALID) != test.getString("result").equals("valid")) {
        wrong.add(test.getInt("id") + ", " + test.getString("comment") + ": " + check);
      }
    }
  }
}
