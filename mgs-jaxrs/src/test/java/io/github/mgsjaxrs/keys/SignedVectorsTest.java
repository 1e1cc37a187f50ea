package io.github.mgsjaxrs.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.SignatureCheck;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.testing.KeyFixtures;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The signatures that OpenSSL made, checked without a request. */
class SignedVectorsTest {

  private static final JsonObject FILE = read();
  private static final KeySet KEYS = keys();

  private static JsonObject read() {
    InputStream in =
        SignedVectorsTest.class.getResourceAsStream("/vectors/mgs-backend-signature.json");
    try (JsonReader reader = Json.createReader(in)) {
      return reader.readObject();
    }
  }

  private static KeySet keys() {
    List<KeyDefinition> keys = new ArrayList<>();
    FILE.getJsonObject("keys")
        .forEach(
            (id, value) -> {
              JsonObject key = value.asJsonObject();
              String file = key.getString("publicKey", null);
              keys.add(
                  new KeyDefinition(
                      id,
                      SignatureAlgorithm.of(key.getString("algorithm")),
                      null,
                      key.getString("salt", null),
                      null,
                      file == null ? null : "classpath:vectors/keys/" + file));
            });
    return new KeySource(Optional.empty(), keys, KeyFixtures.PARAMETERS).load();
  }

  /** One vector, by its name. */
  record Vector(JsonObject json) {

    Optional<String> header(String name) {
      List<String> values = new ArrayList<>();
      for (JsonArray header : json.getJsonArray("headers").getValuesAs(JsonArray.class)) {
        if (header.getString(0).equalsIgnoreCase(name)) {
          values.add(header.getString(1));
        }
      }
      return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    SignatureCheck check(String text) {
      TextKey key = (TextKey) KEYS.resolve(keyId()).orElseThrow();
      return key.check(text.getBytes(StandardCharsets.UTF_8), signature());
    }

    String signature() {
      return header("X-Mgs-Proxy-Signature").orElseThrow();
    }

    String keyId() {
      return header("X-Mgs-Proxy-Signature-Secret-Key").orElseThrow();
    }

    String name() {
      return json.getString("name");
    }

    String stringToSign() {
      return json.getString("stringToSign");
    }

    boolean accepted() {
      return json.getJsonObject("expect").getString("outcome").equals("accept");
    }

    @Override
    public String toString() {
      return name();
    }
  }

  private static List<Vector> all() {
    return FILE.getJsonArray("vectors").getValuesAs(JsonObject.class).stream()
        .map(Vector::new)
        .toList();
  }

  static List<Vector> accepted() {
    return all().stream().filter(Vector::accepted).toList();
  }

  static List<Vector> malformed() {
    return all().stream()
        .filter(
            vector ->
                vector.name().startsWith("truncated-signature")
                    || vector.name().startsWith("not-a-signature")
                    || vector.name().startsWith("signature-of-another-algorithm")
                    || vector.name().contains("with-the-public-key-as-salt"))
        .toList();
  }

  @Test
  void areAllThere() {
    assertThat(all()).hasSize(162);
    assertThat(accepted()).hasSize(86);
    assertThat(malformed()).hasSize(16);
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void areValidForTheirStringToSignAndForNoOther(Vector vector) {
    assertThat(vector.check(vector.stringToSign())).isEqualTo(SignatureCheck.VALID);
    assertThat(vector.check(vector.stringToSign() + "\n")).isEqualTo(SignatureCheck.MISMATCH);
    assertThat(vector.check("")).isEqualTo(SignatureCheck.MISMATCH);
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void areMalformedWhereTheyAreNoSignature(Vector vector) {
    assertThat(vector.check("GET\n\n/")).isEqualTo(SignatureCheck.MALFORMED);
  }

  @Test
  void areNeverValidForAnotherVectorsString() {
    List<Vector> vectors = accepted();
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < vectors.size(); i++) {
      Vector vector = vectors.get(i);
      Vector other = vectors.get((i + 7) % vectors.size());
      if (!vector.stringToSign().equals(other.stringToSign())
          && vector.check(other.stringToSign()) != SignatureCheck.MISMATCH) {
        wrong.add(vector.name());
      }
    }
    assertThat(wrong).isEmpty();
  }
}
