package io.github.mgsjaxrs.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.Rejected;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.Verdict;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.backend.internal.BackendScheme;
import io.github.mgsjaxrs.backend.protocol.StringToSign;
import io.github.mgsjaxrs.internal.enforcement.Schemes;
import io.github.mgsjaxrs.internal.entity.EntityBuffer;
import io.github.mgsjaxrs.internal.entity.EntityStorage;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import io.github.mgsjaxrs.internal.request.RequestLine;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.internal.request.SchemeHeaders;
import io.github.mgsjaxrs.internal.request.SentHeaders;
import io.github.mgsjaxrs.internal.scheme.AdmittedRequest;
import io.github.mgsjaxrs.internal.scheme.RequestVerification;
import io.github.mgsjaxrs.internal.scheme.Requirement;
import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import io.github.mgsjaxrs.verifier.MgsVerifierBuilder;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every vector through the whole verification, without any server. */
class VectorRequestsTest {

  private static final JsonObject VECTORS = read();

  private static JsonObject read() {
    try (InputStream in = resource("mgs-backend-signature.json")) {
      return Json.createReader(in).readObject();
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(
        VectorRequestsTest.class.getResourceAsStream("/vectors/" + name), name);
  }

  private static MgsVerifier verifier(Coverage coverage) {
    MgsVerifierBuilder builder = MgsVerifier.builder().coverage(coverage);
    VECTORS
        .getJsonObject("keys")
        .forEach(
            (id, value) -> {
              JsonObject key = value.asJsonObject();
              SignatureAlgorithm algorithm = SignatureAlgorithm.valueOf(key.getString("algorithm"));
              if (algorithm.salted()) {
                builder.salt(id, algorithm, key.getString("salt"));
              } else {
                builder.publicKey(id, algorithm, text(key.getString("publicKey")));
              }
            });
    return builder.build();
  }

  private static String text(String file) {
    try (InputStream in = resource("keys/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Test
  void thereAreAllOfThem() {
    assertThat(VECTORS.getJsonArray("vectors")).hasSize(162);
  }

  @TestFactory
  Stream<DynamicTest> eachVectorGetsItsVerdict() {
    MgsVerifier verifier = verifier(Coverage.BODY);
    return VECTORS.getJsonArray("vectors").stream()
        .map(JsonValue::asJsonObject)
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    vector.getString("name"),
                    () ->
                        assertVerdict(
                            verifier,
                            vector,
                            vector.getJsonObject("expect").getString("outcome").equals("accept"))));
  }

  @TestFactory
  Stream<DynamicTest> someAreAcceptedWithAnotherSetting() {
    MgsVerifier verifier = verifier(Coverage.PROTOCOL);
    List<JsonObject> vectors =
        VECTORS.getJsonArray("vectors").stream()
            .map(JsonValue::asJsonObject)
            .filter(vector -> vector.containsKey("acceptedWith"))
            .toList();
    assertThat(vectors)
        .hasSize(4)
        .allSatisfy(
            vector ->
                assertThat(vector.getString("acceptedWith")).isEqualTo("mgs.coverage=protocol"));
    return vectors.stream()
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    vector.getString("name"), () -> assertVerdict(verifier, vector, true)));
  }

  private static void assertVerdict(MgsVerifier verifier, JsonObject vector, boolean accepted)
      throws IOException {
    byte[] body = body(vector);
    List<byte[]> replayed = new ArrayList<>();
    Verdict verdict = verdict(verifier, vector, body, replayed);
    JsonObject expected = vector.getJsonObject("expect");
    SoftAssertions softly = new SoftAssertions();
    if (accepted) {
      softly.assertThat(verdict).isInstanceOf(Verified.class);
      if (verdict instanceof Verified verified) {
        softly
            .assertThat(((StringToSign) verified.stringToSign()).text())
            .isEqualTo(vector.getString("stringToSign"));
        softly.assertThat(verified.algorithm().name()).isEqualTo(vector.getString("algorithm"));
        softly.assertThat(replayed.get(0)).isEqualTo(body);
      }
    } else {
      softly
          .assertThat(verdict)
          .isInstanceOfSatisfying(
              Rejected.class,
              rejected ->
                  softly.assertThat(rejected.rejection().code()).hasValue(expected.getInt("code")));
    }
    softly.assertAll();
  }

  private static Verdict verdict(
      MgsVerifier verifier, JsonObject vector, byte[] body, List<byte[]> replayed)
      throws IOException {
    RequestVerification<?, ?> verification =
        new Schemes(
                verifier.settings(),
                verifier.keys(),
                verifier.replayGuard(),
                new EntityStorage(Limits.defaults(), null),
                () -> false)
            .verification(Scheme.BACKEND);
    try {
      AdmittedRequest admitted =
          verification.admit(snapshot(vector, body.length), Requirement.ANY_KEY);
      try (EntityBuffer buffer = admitted.buffer()) {
        buffer.readFrom(new ByteArrayInputStream(body));
        try (ReplayableEntity entity = buffer.finish()) {
          Verified verified = admitted.verify(entity, Set::of);
          replayed.add(entity.replay().readAllBytes());
          return verified;
        }
      }
    } catch (RefusalException refusal) {
      return refusal.rejected();
    }
  }

  private static RequestSnapshot snapshot(JsonObject vector, int length) {
    String target = vector.getString("target");
    int question = target.indexOf('?');
    return new RequestSnapshot(
        vector.getString("method"),
        new RequestLine(
            question < 0 ? target : target.substring(0, question),
            question < 0 ? null : target.substring(question + 1),
            false),
        SentHeaders.of(
            List.of(SchemeHeaders.of(BackendScheme.HEADERS)), name -> headers(vector, name)),
        headers(vector, "Content-Type"),
        List.of(String.valueOf(length)),
        false,
        false);
  }

  private static List<String> headers(JsonObject vector, String name) {
    return vector.getJsonArray("headers").stream()
        .map(JsonValue::asJsonArray)
        .filter(header -> header.getString(0).equalsIgnoreCase(name))
        .map((JsonArray header) -> header.getString(1))
        .toList();
  }

  private static byte[] body(JsonObject vector) {
    if (!vector.containsKey("bodyRepeat")) {
      return Base64.getDecoder().decode(vector.getString("body"));
    }
    JsonObject repeat = vector.getJsonObject("bodyRepeat");
    byte[] unit = Base64.getDecoder().decode(repeat.getString("unit"));
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int i = 0; i < repeat.getInt("count"); i++) {
      body.writeBytes(unit);
    }
    return body.toByteArray();
  }
}
