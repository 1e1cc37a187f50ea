package io.github.mgsjaxrs.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.Rejected;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.Verdict;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.apigateway.ApiGatewaySettings;
import io.github.mgsjaxrs.apigateway.protocol.ApiGatewayText;
import io.github.mgsjaxrs.apigateway.protocol.HeaderCharset;
import io.github.mgsjaxrs.apigateway.protocol.HeaderOrder;
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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every vector of API Gateway through the whole verification, without any server. */
class ApiGatewayVectorRequestsTest {

  private static final JsonObject FILE = read();
  private static final List<JsonObject> VECTORS =
      FILE.getJsonArray("vectors").getValuesAs(JsonObject.class);

  private static JsonObject read() {
    String name = "/vectors/api-gateway-backend-signature.json";
    try (InputStream in =
        Objects.requireNonNull(ApiGatewayVectorRequestsTest.class.getResourceAsStream(name))) {
      return Json.createReader(in).readObject();
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static MgsVerifierBuilder builder() {
    MgsVerifierBuilder builder = MgsVerifier.builder();
    FILE.getJsonObject("keys")
        .forEach(
            (id, key) ->
                builder.salt(
                    id,
                    SignatureAlgorithm.valueOf(key.asJsonObject().getString("algorithm")),
                    key.asJsonObject().getString("salt")));
    return builder;
  }

  private static MgsVerifier verifier() {
    return builder().coverage(Coverage.BODY).build();
  }

  private static boolean isAccepted(JsonObject vector) {
    return vector.getJsonObject("expect").getString("outcome").equals("accept");
  }

  @Test
  void thereAreAllOfThem() {
    assertThat(VECTORS).hasSize(228);
    assertThat(VECTORS.stream().filter(ApiGatewayVectorRequestsTest::isAccepted)).hasSize(81);
  }

  @TestFactory
  Stream<DynamicTest> eachVectorGetsItsVerdict() {
    MgsVerifier verifier = verifier();
    return VECTORS.stream()
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    vector.getString("name"),
                    () -> {
                      if (isAccepted(vector)) {
                        assertVerified(verifier, vector);
                      } else {
                        assertRejected(verifier, vector);
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> someAreAcceptedWithAnotherSetting() {
    return VECTORS.stream()
        .filter(vector -> vector.containsKey("acceptedWith"))
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    vector.getString("name"),
                    () -> assertVerified(with(vector.getString("acceptedWith")), vector)));
  }

  private static MgsVerifier with(String setting) {
    ApiGatewaySettings settings = ApiGatewaySettings.DEFAULT;
    return switch (setting) {
      case "mgs.coverage=protocol" -> builder().coverage(Coverage.PROTOCOL).build();
      case "mgs.apigateway.header-charset=utf-8" ->
          builder().scheme(settings.withHeaderCharset(HeaderCharset.UTF_8)).build();
      case "mgs.apigateway.header-order=lower-case" ->
          builder().scheme(settings.withHeaderOrder(HeaderOrder.LOWER_CASE)).build();
      default -> throw new AssertionError(setting);
    };
  }

  /** As servlet containers read headers: a character for each byte. */
  @TestFactory
  Stream<DynamicTest> someAreAcceptedAsIso88591() {
    MgsVerifier verifier =
        builder()
            .scheme(ApiGatewaySettings.DEFAULT.withHeaderCharset(HeaderCharset.ISO_8859_1))
            .build();
    List<JsonObject> vectors =
        VECTORS.stream()
            .filter(
                vector ->
                    vector
                        .getString("acceptedWith", "")
                        .equals("mgs.apigateway.header-charset=utf-8"))
            .toList();
    assertThat(vectors).hasSize(3);
    return vectors.stream()
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    vector.getString("name"),
                    () ->
                        assertThat(verdict(verifier, vector, true)).isInstanceOf(Verified.class)));
  }

  private static void assertVerified(MgsVerifier verifier, JsonObject vector) throws IOException {
    assertThat(verdict(verifier, vector, false))
        .isInstanceOfSatisfying(
            Verified.class,
            verified -> {
              assertThat(((ApiGatewayText) verified.stringToSign()).text())
                  .isEqualTo(vector.getString("stringToSign"));
              assertThat(verified.algorithm().name()).isEqualTo(vector.getString("algorithm"));
            });
  }

  private static void assertRejected(MgsVerifier verifier, JsonObject vector) throws IOException {
    JsonObject expected = vector.getJsonObject("expect");
    assertThat(verdict(verifier, vector, false))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> {
              assertThat(rejected.rejection().code()).hasValue(expected.getInt("code"));
              assertThat(rejected.rejection().status()).isEqualTo(expected.getInt("status", 401));
            });
  }

  private static Verdict verdict(MgsVerifier verifier, JsonObject vector, boolean latin)
      throws IOException {
    byte[] body = body(vector);
    RequestVerification<?, ?> verification =
        new Schemes(
                verifier.settings(),
                verifier.keys(),
                verifier.replayGuard(),
                new EntityStorage(Limits.defaults(), null),
                () -> false)
            .verification(Scheme.API_GATEWAY);
    try {
      AdmittedRequest admitted =
          verification.admit(
              snapshot(vector, verification.headers(), body.length, latin), Requirement.ANY_KEY);
      try (EntityBuffer buffer = admitted.buffer()) {
        buffer.readFrom(new ByteArrayInputStream(body));
        try (ReplayableEntity entity = buffer.finish()) {
          Verified verified = admitted.verify(entity, Set::of);
          assertThat(entity.replay().readAllBytes()).isEqualTo(body);
          return verified;
        }
      }
    } catch (RefusalException refusal) {
      return refusal.rejected();
    }
  }

  private static RequestSnapshot snapshot(
      JsonObject vector, SchemeHeaders headers, int length, boolean latin) {
    String target = vector.getString("target");
    int question = target.indexOf('?');
    return new RequestSnapshot(
        vector.getString("method"),
        new RequestLine(
            question < 0 ? target : target.substring(0, question),
            question < 0 ? null : target.substring(question + 1),
            false),
        SentHeaders.of(List.of(headers), name -> headers(vector, name, latin)),
        headers(vector, "Content-Type", latin),
        List.of(String.valueOf(length)),
        false,
        false);
  }

  /** Servers give values without the blanks around them. */
  private static List<String> headers(JsonObject vector, String name, boolean latin) {
    return vector.getJsonArray("headers").getValuesAs(JsonArray.class).stream()
        .filter(header -> header.getString(0).equalsIgnoreCase(name))
        .map(header -> header.getString(1).strip())
        .map(value -> latin ? inLatin(value) : value)
        .toList();
  }

  private static String inLatin(String value) {
    return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static byte[] body(JsonObject vector) {
    if (!vector.containsKey("bodyRepeat")) {
      return Base64.getDecoder().decode(vector.getString("body"));
    }
    JsonObject repeat = vector.getJsonObject("bodyRepeat");
    String unit =
        new String(
            Base64.getDecoder().decode(repeat.getString("unit")), StandardCharsets.ISO_8859_1);
    return unit.repeat(repeat.getInt("count")).getBytes(StandardCharsets.ISO_8859_1);
  }
}
