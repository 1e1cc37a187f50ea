package io.github.mgsjaxrs.apigateway.internal.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.Rejected;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.internal.diagnosis.Finding;
import io.github.mgsjaxrs.internal.enforcement.ExplainedVerdict;
import io.github.mgsjaxrs.internal.request.RequestLine;
import io.github.mgsjaxrs.testing.CaProxySignature;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that were signed in a wrong way, and what is said of each. */
class ApiGatewayDiagnosisTest {

  private static ExplainedVerdict verdict(String method, String path, String text, byte[] body) {
    return verdict(method, path, CaProxySignature.of(text), "X-B,x-a,X-Off", body);
  }

  private static ExplainedVerdict verdict(
      String method, String path, String signature, String list, byte[] body) {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("x-ca-proxy-signature", List.of(signature));
    headers.put("x-ca-proxy-signature-secret-key", List.of("demo"));
    headers.put("x-ca-proxy-signature-headers", List.of(list));
    headers.put("x-a", List.of("1"));
    headers.put("x-b", List.of("2"));
    headers.put("content-length", List.of(String.valueOf(body.length)));
    try (MgsVerifier verifier =
        MgsVerifier.builder()
            .secret("demo", SignatureAlgorithm.API_GATEWAY_HMAC_SHA256, CaProxySignature.SECRET)
            .secret("next", SignatureAlgorithm.API_GATEWAY_HMAC_SHA256, "the next secret")
            .build()) {
      return ExplainedVerdict.of(
          verifier, method, new RequestLine(path, "b=%20&a=1", false), headers, body);
    }
  }

  private static ExplainedVerdict get(String text) {
    return verdict("GET", "/gw/x", text, new byte[0]);
  }

  /** X-B is listed in upper case, so it is sorted in front of x-a. */
  @Test
  void findsNothingWrongWithWhatIsRight() {
    ExplainedVerdict verdict = get("GET\n\nx-b:2\nx-a:1\n/gw/x?a=1&b= ");
    assertThat(verdict.verdict()).isNotInstanceOf(Rejected.class);
    assertThat(verdict.written().exact().get()).isEqualTo("GET\n\nx-b:2\nx-a:1\n/gw/x?a=1&b= ");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          GET\\n\\nx-a:1\\nx-b:2\\n/gw/x?a=1&b=<>                 | set mgs.apigateway.header-order=lower-case
          GET\\n\\nX-B:2\\nx-a:1\\n/gw/x?a=1&b=<>                 | as they are listed: the gateway writes them in lower case
          GET\\n\\nx-b: 2\\nx-a: 1\\n/gw/x?a=1&b=<>               | A blank was written behind the colon
          GET\\n\\nx-b:2\\nx-a:1/gw/x?a=1&b=<>                    | The line feed behind the last signed header is missing
          GET\\n\\n/gw/x?a=1&b=<>                                 | No header was signed, although some are listed
          GET\\n\\nx-b:2\\nx-off:\\nx-a:1\\n/gw/x?a=1&b=<>        | signed with an empty value
          GET\\n\\nx-b:2\\n/gw/x?a=1&b=<>                         | The header 'x-a' was listed and not signed
          GET\\n\\nx-b:2\\nx-a:1\\n/x?a=1&b=<>                    | set mgs.apigateway.canonical.path-prefix.strip=/gw
          GET\\n\\nx-b:2\\nx-a:1\\n/gw/x?a=1&b=%20                | set mgs.apigateway.canonical.parameters=raw
          GET\\nx-b:2\\nx-a:1\\n/gw/x?a=1&b=<>                    | The line feed after the empty content MD5 is missing
          get\\n\\nx-b:2\\nx-a:1\\n/gw/x?a=1&b=<>                 | The method was signed in lower case
          GET\\n\\nx-a:1\\nx-b:2\\n/x?a=1&b=<>                    | not alone, but together with
          """,
      delimiter = '|')
  void namesTheCause(String text, String sentence) {
    String signed = text.replace("\\n", "\n").replace("<>", " ");
    ExplainedVerdict verdict = get(signed);
    assertThat(verdict.verdict()).isInstanceOf(Rejected.class);
    assertThat(verdict.diagnosis().findings())
        .as(verdict.diagnosis().describe())
        .extracting(Finding::why)
        .anyMatch(why -> why.contains(sentence));
  }

  /** As Jetty 12 shows it. */
  @Test
  void namesACharsetThatTheServerWritesInAnotherCase() {
    String shown = "application/json;charset=UTF-8; a=b";
    String sent = "application/json;charset=utf-8; a=b";
    Map<String, List<String>> headers = new HashMap<>();
    headers.put(
        "x-ca-proxy-signature",
        List.of(CaProxySignature.of("GET\n\ncontent-type:" + sent + "\nx-a:1\n/x?a=1")));
    headers.put("x-ca-proxy-signature-secret-key", List.of("demo"));
    headers.put("x-ca-proxy-signature-headers", List.of("Content-Type,X-A"));
    headers.put("x-a", List.of("1"));
    headers.put("content-type", List.of(shown));
    try (MgsVerifier verifier =
        MgsVerifier.builder()
            .secret("demo", SignatureAlgorithm.API_GATEWAY_HMAC_SHA256, CaProxySignature.SECRET)
            .build()) {
      assertThat(
              ExplainedVerdict.of(
                      verifier, "GET", new RequestLine("/x", "a=1", false), headers, new byte[0])
                  .diagnosis()
                  .describe())
          .contains("The charset of the Content-Type was signed in lower case")
          .contains("setHeaderCacheCaseSensitive(true)");
    }
  }

  @Test
  void namesTheKeyOrTheSecretThatWasTaken() {
    String text = "GET\n\nx-b:2\nx-a:1\n/gw/x?a=1&b= ";
    assertThat(
            verdict(
                    "GET",
                    "/gw/x",
                    CaProxySignature.of("the next secret", text),
                    "X-B,x-a",
                    new byte[0])
                .diagnosis()
                .describe())
        .contains("was signed with key 'next'");
    assertThat(
            verdict(
                    "GET",
                    "/gw/x",
                    CaProxySignature.of(CaProxySignature.SECRET + "\n", text),
                    "X-B,x-a",
                    new byte[0])
                .diagnosis()
                .describe())
        .contains("The secret of key 'demo' has a line feed at its end");
  }

  @Test
  void tellsABodyThatWasNotHashedOrHashedAlthoughThereIsNone() {
    String url = "x-b:2\nx-a:1\n/gw/x?a=1&b= ";
    assertThat(
            verdict("POST", "/gw/x", "POST\n\n" + url, "{}".getBytes(UTF_8)).diagnosis().describe())
        .contains("The body was not hashed");
    assertThat(
            verdict("POST", "/gw/x", "POST\n1B2M2Y8AsgTpgAmY7PhCfg==\n" + url, new byte[0])
                .diagnosis()
                .describe())
        .contains("A content MD5 was signed for a request without a body");
    assertThat(
            verdict("POST", "/gw/x", "POST\nN6YlnMDB2uKZp4Zkid/wvQ==\n" + url, new byte[0])
                .diagnosis()
                .describe())
        .contains("A content MD5 was signed for a request without a body");
  }
}
