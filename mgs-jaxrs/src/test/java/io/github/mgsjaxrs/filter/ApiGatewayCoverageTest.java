package io.github.mgsjaxrs.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.apigateway.ApiGatewaySettings;
import io.github.mgsjaxrs.apigateway.protocol.HeaderLimits;
import io.github.mgsjaxrs.testing.LocalJersey.Answer;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which headers, and what else, has to be signed by API Gateway before a resource is served. */
class ApiGatewayCoverageTest extends ApiGatewayOrders {

  @Test
  void asksForTheHeadersThatAResourceRequires() {
    String path = "/app/gateway/required";
    assertRefused(signed("GET", path, "GET\n\n" + path).send(), 401, "not-covered");
    Answer unsent =
        signed("GET", path, "GET\n\nx-a:1\n" + path)
            .header(LIST, "X-A,X-B")
            .header("X-A", "1")
            .send();
    assertRefused(unsent, 401, "not-covered");
    assertThat(unsent.logged("not of the header 'x-b'")).isTrue();
    Answer unlisted =
        signed("GET", path, "GET\n\nx-b:2\n" + path)
            .header(LIST, "X-B")
            .header("X-A", "1")
            .header("X-B", "2")
            .send();
    assertRefused(unlisted, 401, "not-covered");
    Answer both =
        signed("GET", path, "GET\n\nx-a:1\nx-b:\n" + path)
            .header(LIST, "X-A,X-B")
            .header("X-A", "1")
            .header("X-B", "")
            .send();
    assertThat(both.text()).isEqualTo("required 1");
  }

  @Test
  void asksForTheHeadersThatTheSettingsRequireOnEachPath() {
    behind(
        verifier()
            .scheme(ApiGatewaySettings.DEFAULT.withRequiredHeaders(Set.of("X-A")))
            .protectBy(Scheme.API_GATEWAY, "/gateway/open"));
    assertRefused(get("GET\n\n/app/gateway").header("X-A", "1").send(), 401, "not-covered");
    String path = "/app/gateway/open";
    assertRefused(signed("GET", path, "GET\n\n" + path).send(), 401, "not-covered");
    assertThat(
            signed("GET", path, "GET\n\nx-a:1\n" + path)
                .header(LIST, "x-a")
                .header("X-A", "1")
                .send()
                .text())
        .isEqualTo("open");
  }

  @Test
  void keepsClosedWhatRequiresAHeaderThatHasNoName() {
    String path = "/app/gateway/wrong";
    Answer answer = signed("GET", path, "GET\n\n" + path).send();
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.logged("'no name' is required to be signed")).isTrue();
  }

  @Test
  void asksStrictlyForAllHeadersThatAResourceIsSeenToRead() {
    String path = "/app/gateway/strict";
    Answer unsigned =
        signed("GET", path, "GET\n\nx-a:1\n" + path)
            .header(LIST, "X-A")
            .header("X-A", "1")
            .header("Cookie", "session=s")
            .send();
    assertRefused(unsigned, 401, "not-covered");
    assertThat(unsigned.logged("the header 'cookie', which the resource reads")).isTrue();
    Answer signed =
        signed("GET", path, "GET\n\ncookie:session=s\nx-a:1\n" + path)
            .header(LIST, "Cookie,X-A")
            .header("X-A", "1")
            .header("Cookie", "session=s")
            .send();
    assertThat(signed.text()).isEqualTo("strict 1 s");
  }

  @Test
  void asksStrictlyForHeadersAlsoOnAProtectedPath() {
    behind(verifier().coverage(Coverage.STRICT).protectBy(Scheme.API_GATEWAY, "/gateway/*"));
    Answer answer = get("GET\n\n/app/gateway").header("X-A", "1").send();
    assertRefused(answer, 401, "not-covered");
    assertThat(answer.logged("the header 'x-a', which the resource reads")).isTrue();
  }

  @Test
  void asksStrictlyForTheTypeOfABody() throws Exception {
    String path = "/app/gateway/strict";
    String start = "POST\n" + md5(BODY) + "\n";
    Answer unsigned = signed("POST", path, start + path).type("application/json").body(BODY).send();
    assertRefused(unsigned, 401, "not-covered");
    assertThat(unsigned.logged("the Content-Type of the body")).isTrue();
    Answer signed =
        signed("POST", path, start + "content-type:application/json\n" + path)
            .header(LIST, "Content-Type")
            .type("application/json")
            .body(BODY)
            .send();
    assertThat(signed.text()).isEqualTo("strict " + BODY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/app/gateway?a=1&a=2", "/app/gateway?a=1%26b=2"})
  void refusesStrictlyWhatTheUrlDoesNotCover(String target) {
    behind(verifier().coverage(Coverage.STRICT));
    String text = "GET\n\nx-a:1\n/app/gateway?a=1" + (target.contains("%26") ? "&b=2" : "");
    assertRefused(
        signed("GET", target, text).header(LIST, "X-A").header("X-A", "1").send(),
        401,
        "not-covered");
  }

  @Test
  void boundsWhatAStrangerHasItSign() {
    behind(verifier().scheme(ApiGatewaySettings.DEFAULT.withLimits(new HeaderLimits(1, 3, 4))));
    String text = "GET\n\nx-a:1234\n/app/gateway";
    assertThat(get(text).header(LIST, "X-A").header("X-A", "1234").send().status()).isEqualTo(200);
    assertRefused(
        get(text).header(LIST, "X-A").header("X-A", "12345").send(), 400, "header-too-long");
    assertRefused(
        get(text).header(LIST, "X-A,X-B").header("X-A", "1234").send(), 400, "header-too-long");
    assertRefused(get(text).header(LIST, "X-AA").send(), 400, "header-too-long");
    assertRefused(get(text).header(LIST, "X".repeat(5000)).send(), 400, "header-too-long");
  }
}
