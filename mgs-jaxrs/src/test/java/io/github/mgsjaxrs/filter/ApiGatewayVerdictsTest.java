package io.github.mgsjaxrs.filter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.settings.Mode;
import io.github.mgsjaxrs.testing.CaProxySignature;
import io.github.mgsjaxrs.testing.LocalJersey;
import io.github.mgsjaxrs.testing.LocalJersey.Answer;
import io.github.mgsjaxrs.testing.LocalJersey.Call;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of requests that API Gateway signed, and of those that were changed on the way. */
class ApiGatewayVerdictsTest extends ApiGatewayOrders {

  @Test
  void servesWhatTheGatewaySignedAndTellsTheCaller() {
    Answer answer = get("GET\n\nx-a:1\n/app/gateway").header(LIST, "X-A").header("X-A", "1").send();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text())
        .startsWith("demo by API_GATEWAY_HMAC_SHA256 in API-Gateway-Signature")
        .endsWith(" 1");
  }

  @Test
  void servesBodiesAndFormsWhole() throws Exception {
    String target = "/app/gateway?b=2&a=1";
    String url = "/app/gateway?a=1&b=2";
    for (String method : new String[] {"POST", "PUT"}) {
      Answer answer =
          signed(method, target, method + "\n" + md5(BODY) + "\n" + url)
              .type("application/json")
              .body(BODY)
              .send();
      assertThat(answer.text()).endsWith(BODY);
      assertThat(answer.status()).isEqualTo(200);
    }
    assertThat(signed("POST", "/app/gateway", "POST\n\n/app/gateway").body("").send().status())
        .isEqualTo(200);
    assertThat(
            signed("POST", "/app/gateway/form", "POST\n\n/app/gateway/form?a=x y")
                .type(LocalJersey.FORM)
                .body("a=x+y")
                .send()
                .text())
        .isEqualTo("field x y");
  }

  @Test
  void refusesABodyThatWasChangedAndOneThatIsNotSigned() throws Exception {
    String text = "POST\n" + md5(BODY) + "\n/app/gateway";
    assertRefused(
        signed("POST", "/app/gateway", text).type("text/plain").body(BODY + " ").send(),
        401,
        "signature-mismatch");
    assertRefused(
        signed("DELETE", "/app/gateway", "DELETE\n\n/app/gateway").body("x").send(),
        401,
        "not-covered");
  }

  /** As the gateway's documentation has it: each of these is another text. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          a header changed       | X-A,X-B         | 1 | 3
          a header removed       | X-A,X-B         | 1 |
          a header in other case | X-A,X-B         | 1 | b
          a name off the list    | X-A             | 1 | B
          no list                |                 | 1 | B
          another list           | X-A,X-B,Accept  | 1 | B
          values exchanged       | X-A,X-B         | B | 1
          one moved to the other | X-A,X-B         | 1\u00a0B |
          """,
      delimiter = '|')
  void refusesHeadersThatWereChangedOnTheWay(String how, String list, String first, String second) {
    Call call = get("GET\n\nx-a:1\nx-b:B\n/app/gateway").header("Accept", "*/*");
    if (list != null) {
      call.header(LIST, list);
    }
    if (first != null) {
      call.header("X-A", first.replace('\u00a0', ' '));
    }
    if (second != null) {
      call.header("X-B", second);
    }
    Answer answer = call.send();
    assertRefused(answer, 401, "signature-mismatch");
  }

  @Test
  void acceptsTheSameListInAnotherOrder() {
    String text = "GET\n\nx-a:1\nx-b:B\n/app/gateway";
    for (String list : new String[] {"X-A,X-B", "X-B,X-A", "x-a,x-b", "X-A,X-B,X-Not-Sent"}) {
      Answer answer = get(text).header(LIST, list).header("X-A", "1").header("X-B", "B").send();
      assertThat(answer.status()).as(list).isEqualTo(200);
    }
  }

  /** The list is unsigned, and so is what it does not name. */
  @Test
  void servesWhateverAHeaderHasThatIsNotListed() {
    Answer answer = get("GET\n\n/app/gateway").header("X-A", "anybody's").send();
    assertThat(answer.text()).endsWith(" anybody's");
  }

  @Test
  void refusesAListThatCanBeReadInTwoWays() {
    String text = "GET\n\nx-a:1\n/app/gateway";
    assertRefused(
        get(text).header(LIST, "X-A,x-a").header("X-A", "1").send(), 400, "headers-malformed");
    assertRefused(
        get(text).header(LIST, "X-A, ").header("X-A", "1").send(), 400, "headers-malformed");
    assertRefused(
        get(text).header(LIST, "X-A", "X-A").header("X-A", "1").send(), 401, "header-repeated");
    assertRefused(
        get(text).header(LIST, "X-A").header("X-A", "1", "1").send(), 401, "header-repeated");
    assertRefused(
        get(text).header(LIST, SIGNATURE).header("X-A", "1").send(), 400, "headers-malformed");
    assertRefused(
        get("GET\n\nx-a:1\nx-b:2\n/app/gateway")
            .header(LIST, "X-A")
            .header("X-A", "1\nx-b:2")
            .send(),
        400,
        "headers-malformed");
  }

  @Test
  void refusesSignaturesOfTheSiblingAndOfOtherKeys() {
    String text = "GET\n\n/app/gateway";
    assertRefused(jersey.call("GET", "/app/gateway").send(), 401, "signature-missing");
    assertRefused(
        jersey.call("GET", "/app/gateway").header(SIGNATURE, "x").send(), 401, "key-id-missing");
    assertRefused(jersey.call("GET", "/app/gateway").signed(text).send(), 401, "signature-missing");
    assertRefused(
        jersey.call("GET", "/app/gateway").header(SIGNATURE, "x").header(KEY, "orders").send(),
        401,
        "key-unknown");
    assertRefused(
        jersey
            .call("GET", "/app/gateway")
            .header(SIGNATURE, CaProxySignature.of("another secret", text))
            .header(KEY, "demo")
            .send(),
        401,
        "signature-mismatch");
    assertRefused(
        signed("GET", "/app/gateway/other", "GET\n\n/app/gateway/other").send(),
        401,
        "key-unknown");
    assertRefused(
        get(text).header(SIGNATURE, CaProxySignature.of(text)).send(), 401, "header-repeated");
  }

  @Test
  void challengesInItsOwnName() {
    Answer answer = jersey.call("GET", "/app/gateway").send();
    assertThat(answer.headers().getFirst("WWW-Authenticate")).isEqualTo("API-Gateway-Signature");
  }

  /** Some servers add what comes behind a chunked body to its headers. */
  @Test
  void refusesASignedHeaderThatChangesBehindTheBody() throws Exception {
    String text = "POST\n" + md5("x") + "\nx-a:1\n/app/gateway";
    for (String trailer : new String[] {"X-A", "X-Other"}) {
      Call call =
          signed("POST", "/app/gateway", text)
              .header(LIST, "X-A")
              .header("X-A", "1")
              .header("Transfer-Encoding", "chunked")
              .type("text/plain");
      Answer answer =
          call.stream(
                  new ByteArrayInputStream("x".getBytes(UTF_8)) {
                    @Override
                    public synchronized int read(byte[] into, int from, int length) {
                      int read = super.read(into, from, length);
                      if (read < 0) {
                        call.header(trailer, "2");
                      }
                      return read;
                    }
                  })
              .send();
      if (trailer.equals("X-A")) {
        assertRefused(answer, 401, "not-covered");
        assertThat(answer.logged("has changed the signed header 'x-a'")).isTrue();
      } else {
        assertThat(answer.text()).isEqualTo("posted x");
      }
    }
  }

  @Test
  void servesEverythingInReportMode() {
    behind(verifier().mode(Mode.REPORT));
    Answer answer = get("GET\n\nwrong").header("X-A", "1").send();
    assertThat(answer.text()).isEqualTo("nobody 1");
    assertThat(answer.logged("signature-mismatch")).isTrue();
  }

  @Test
  void keepsClosedWhatTwoSchemesProtect() {
    String path = "/app/gateway/both";
    assertThat(signed("GET", path, "GET\n\n" + path).send().status()).isEqualTo(503);
    assertThat(jersey.call("GET", "/app/gateway/open").send().text()).isEqualTo("open");
  }
}
