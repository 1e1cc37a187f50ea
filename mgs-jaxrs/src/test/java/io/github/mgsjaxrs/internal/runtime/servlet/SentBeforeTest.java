package io.github.mgsjaxrs.internal.runtime.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.internal.request.RequestLine;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What was sent, of a request that the application or its container has sent on (Jakarta Servlet,
 * sections 9.4.2, 9.7.2, 10.9.1).
 */
class SentBeforeTest {

  private static RequestLine sent(Map<String, String> attributes, String path, String query) {
    return ServletAdapter.sentBefore(
        (HttpServletRequest)
            Proxy.newProxyInstance(
                SentBeforeTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "getAttribute" -> attributes.get((String) arguments[0]);
                      case "getRequestURI" -> path;
                      case "getQueryString" -> query;
                      case "getProtocol" -> "HTTP/1.1";
                      default -> null;
                    }));
  }

  private static Map<String, String> error(String path, String query) {
    return Map.of(
        "jakarta.servlet.error.request_uri", path, "jakarta.servlet.error.query_string", query);
  }

  @Test
  void isTheTargetThatFailedWhereAnErrorPageIsServed() {
    assertThat(sent(error("/orders", "a=1"), "/error", "b=2"))
        .isEqualTo(new RequestLine("/orders", "a=1", false));
  }

  @Test
  void keepsItsQueryWhereTheContainerLeavesNoneForAnErrorPage() {
    Map<String, String> before61 = Map.of("jakarta.servlet.error.request_uri", "/orders");
    assertThat(sent(before61, "/error", "a=1")).isEqualTo(new RequestLine("/orders", "a=1", false));
    assertThat(sent(before61, "/error", null)).isEqualTo(new RequestLine("/orders", null, false));
  }

  @Test
  void isWhatWasForwardedOrDispatchedFirstThoughItsTargetFailed() {
    for (String kind : new String[] {"forward", "async"}) {
      Map<String, String> both =
          Map.of(
              "jakarta.servlet." + kind + ".request_uri",
              "/orders",
              "jakarta.servlet." + kind + ".query_string",
              "a=1",
              "jakarta.servlet.error.request_uri",
              "/target",
              "jakarta.servlet.error.query_string",
              "b=2");
      assertThat(sent(both, "/error", "c=3")).isEqualTo(new RequestLine("/orders", "a=1", false));
    }
  }

  @Test
  void hasNoQueryWhereAForwardedRequestHadNone() {
    Map<String, String> forwarded = Map.of("jakarta.servlet.forward.request_uri", "/orders");
    assertThat(sent(forwarded, "/target", "b=2"))
        .isEqualTo(new RequestLine("/orders", null, false));
  }
}
