package io.github.mgsjaxrs.apigatewayvectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Writes {@code api-gateway-backend-signature.json}. It has no name of a test, so that only this
 * runs it, and it needs OpenSSL 3 on the path:
 *
 * <pre>./mvnw -pl mgs-jaxrs test -Dtest=ApiGatewayVectorGenerator</pre>
 *
 * <p>A second run writes the same file.
 */
class ApiGatewayVectorGenerator {

  static final String ALGORITHM = "API_GATEWAY_HMAC_SHA256";

  /** One more key, whose secret is no ASCII. */
  static final String OTHER_KEY = "orders.v2/apigw";

  static final String OTHER_SECRET = "\u6f14\u793a \u5bc6\u94a5=2";

  private static final Path TARGET =
      Path.of("src/test/resources/vectors/api-gateway-backend-signature.json");

  /** Published: api-gateway-demo-sign-backend-java, class Sign. */
  private static final String PUBLISHED = "C7Lqfn8Spz0DxQTfUJq0NrkEbwNUuTNtC9p3SzRWgv0=";

  @Test
  void writesTheVectors() throws IOException {
    List<VectorRequest> vectors =
        Stream.of(
                BodyCases.all(),
                HeaderCases.all(),
                ListCases.all(),
                ParameterCases.all(),
                ChangedCases.all(),
                SignatureCases.all())
            .flatMap(List::stream)
            .toList();
    assertThat(vectors).extracting(VectorRequest::name).doesNotHaveDuplicates().doesNotContain("");
    assertThat(vectors.get(0).headers())
        .contains(new VectorRequest.Line(VectorRequest.SIGNATURE, PUBLISHED));
    Files.writeString(TARGET, file(vectors), UTF_8);
  }

  /** One line a vector, so that a change shows as one. */
  private static String file(List<VectorRequest> vectors) {
    return "{\n\"keys\": {\n"
        + key(VectorRequest.KEY, VectorRequest.SECRET)
        + ",\n"
        + key(OTHER_KEY, OTHER_SECRET)
        + "\n},\n\"vectors\": [\n"
        + vectors.stream()
            .map(VectorRequest::json)
            .map(JsonObject::toString)
            .collect(Collectors.joining(",\n"))
        + "\n]}\n";
  }

  private static String key(String id, String secret) {
    return Json.createValue(id)
        + ": "
        + Json.createObjectBuilder().add("algorithm", ALGORITHM).add("salt", secret).build();
  }
}
