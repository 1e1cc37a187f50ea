package io.github.mgsjaxrs.apigateway.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mgsjaxrs.Coverage.Uncovered;
import io.github.mgsjaxrs.apigateway.ApiGatewaySettings;
import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Escapes;
import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import io.github.mgsjaxrs.request.Malformed;
import io.github.mgsjaxrs.request.MalformedRequestException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts are written by hand, after API Gateway's "Backend signature"; MD5 by OpenSSL. */
class ApiGatewayTextTest {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";

  /** {@code printf '{"a":1}' | openssl dgst -md5 -binary | openssl base64}. */
  private static final String MD5 = "u2y1xo30ZSlByvZSo2by2A==";

  private final Map<String, String> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private Canonicalization choices = ApiGatewaySettings.DEFAULT.canonicalization();
  private String list = "";

  private ApiGatewayText of(
      String method, String path, @Nullable String query, @Nullable String type, String body)
      throws MalformedRequestException {
    SignedHeaders headers =
        SignedHeaders.of(
            list,
            name -> sent.containsKey(name) ? List.of(sent.get(name)) : List.of(),
            HeaderOrder.AS_LISTED,
            HeaderCharset.US_ASCII,
            HeaderLimits.DEFAULT);
    return ApiGatewayText.of(
        SignedRequest.of(method, path, query, type, body.getBytes(UTF_8)), headers, choices, 1000);
  }

  private void sign(String... namesAndValues) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      list += (i == 0 ? "" : ",") + namesAndValues[i];
      sent.put(namesAndValues[i], namesAndValues[i + 1]);
    }
  }

  @Test
  void writesThePublishedText() throws Exception {
    sign("HeaderKey1", "HeaderValue1", "HeaderKey2", "HeaderValue2");
    assertThat(
            of(
                    "POST",
                    "/demo/uri",
                    "QueryKey1=QueryValue1&QueryKey2=QueryValue2",
                    FORM,
                    "FormKey1=FormValue1&FormKey2=FormValue2")
                .text())
        .isEqualTo(
            "POST\n\nheaderkey1:HeaderValue1\nheaderkey2:HeaderValue2\n/demo/uri?FormKey1=FormValue1"
                + "&FormKey2=FormValue2&QueryKey1=QueryValue1&QueryKey2=QueryValue2");
  }

  @Test
  void hasTheUrlBehindTheContentMd5WhereNoHeaderIsSigned() throws Exception {
    assertThat(of("get", "/a", "b=&a", null, "").text()).isEqualTo("GET\n\n/a?a=&b=");
    assertThat(of("POST", "/a", null, JSON, "{\"a\":1}").text()).isEqualTo("POST\n" + MD5 + "\n/a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "GET", "DELETE", "HEAD", "PATCH"})
  void leavesTheContentMd5OfAnEmptyBodyEmpty(String method) throws Exception {
    assertThat(of(method, "/a", null, JSON, "").text()).isEqualTo(method + "\n\n/a");
  }

  @Test
  void leavesTheContentMd5EmptyWhateverIsSetOfEmptyBodies() throws Exception {
    choices = Canonicalization.DEFAULT;
    assertThat(of("POST", "/a", null, JSON, "").text()).isEqualTo("POST\n\n/a");
  }

  @Test
  void hashesABodyOfTheTextNullAsAnyOther() throws Exception {
    assertThat(of("POST", "/a", null, JSON, "null").text())
        .isEqualTo("POST\nN6YlnMDB2uKZp4Zkid/wvQ==\n/a");
    assertThat(of("POST", "/a", null, JSON, "null").uncovered())
        .doesNotContain(Uncovered.NULL_BODY);
  }

  @Test
  void hasHeadersInFrontOfAStrippedPath() throws Exception {
    sign("a", "1");
    choices = choices.toBuilder().pathPrefixStrip("/gateway").build();
    assertThat(of("GET", "/gateway", "b=2", null, "").text()).isEqualTo("GET\n\na:1\n?b=2");
    assertThat(of("GET", "/gateway/x", null, null, "").text()).isEqualTo("GET\n\na:1\n/x");
  }

  /** {@code *} may stand in a name: a path that starts with it could be a line of a header. */
  @ParameterizedTest
  @ValueSource(strings = {"*", "a:1", "x/y"})
  void refusesAPathThatCouldBeALineOfAHeader(String path) {
    assertThatExceptionOfType(MalformedRequestException.class)
        .isThrownBy(() -> of("OPTIONS", path, null, null, ""))
        .returns(Malformed.ESCAPE, MalformedRequestException::kind);
  }

  @Test
  void readsNoLineFeedOfAPathOrParameterAsALine() throws Exception {
    choices = choices.toBuilder().path(Escapes.DECODED).build();
    // what follows the first slash belongs to the URL, whatever it is
    assertThat(of("GET", "/%0Aa:1", "b=%0Ac:2%0A/d", null, "").text())
        .isEqualTo("GET\n\n/\na:1?b=\nc:2\n/d");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, a=1, , , false, of no body like a form",
    "PUT, a=1, , , false, of no body like a form",
    "POST, , " + FORM + ", a=1, true, a form like a query",
    "DELETE, , " + FORM + ", a=1, true, a form like a query"
  })
  void tellsParametersThatCouldBeMoved(
      String method, String query, String type, String body, boolean typed, String why)
      throws Exception {
    assertThat(of(method, "/a", query, type, body == null ? "" : body).uncovered())
        .as(why)
        .contains(Uncovered.PARAMETER_PLACE);
  }

  @Test
  void movesNoParameterWhereTheBodyIsHashedOrNoneCanBeThere() throws Exception {
    assertThat(of("POST", "/a", "a=1", JSON, "{\"a\":1}").uncovered())
        .doesNotContain(Uncovered.PARAMETER_PLACE);
    assertThat(of("GET", "/a", "a=1", null, "").uncovered()).isEmpty();
    assertThat(of("POST", "/a", null, null, "").uncovered()).isEmpty();
  }

  @Test
  void tellsThatTheTypeOfABodyIsNotSigned() throws Exception {
    assertThat(of("POST", "/a", null, JSON, "{\"a\":1}").uncovered())
        .containsExactly(Uncovered.HEADER);
    assertThat(of("POST", "/a", null, JSON, "").uncovered()).isEmpty();
    list = "Content-Type"; // listed, and not sent: so no line is of it
    assertThat(of("POST", "/a", null, JSON, "{\"a\":1}").uncovered())
        .containsExactly(Uncovered.HEADER);
    sent.put("Content-Type", JSON);
    assertThat(of("POST", "/a", null, JSON, "{\"a\":1}").uncovered()).isEmpty();
  }

  @Test
  void tellsTheSignedHeaders() throws Exception {
    sign("X-B", "2", "X-A", "1");
    list += ",X-C";
    assertThat(of("GET", "/a", null, null, "").signedHeaders())
        .hasValueSatisfying(names -> assertThat(names).containsExactly("x-a", "x-b"));
  }

  @Test
  void describesItselfWithItsValuesMasked() throws Exception {
    sign("X-A", "secret");
    ApiGatewayText text = of("GET", "/a", "b=2", null, "");
    assertThat(text.describe(false)).isEqualTo("GET\\n\\nx-a:***\\n/a?b=***");
    assertThat(text.describe(true)).isEqualTo("GET\\n\\nx-a:secret\\n/a?b=2");
    assertThat(text).hasToString(text.describe(false));
  }
}
