package io.github.mgsjaxrs.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.internal.proof.ApplicationProof;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A container that names no servlet, as Open Liberty does for static files and error pages. */
class UnnamedServletTest {

  private final ServletContext context = answering(ServletContext.class, Map.of());
  private final HttpServletResponse response = answering(HttpServletResponse.class, Map.of());
  private final AtomicInteger passed = new AtomicInteger();
  private final FilterChain chain = (passedRequest, passedResponse) -> passed.incrementAndGet();

  @Test
  void passesARequestThatNoServletIsNamedFor() throws Exception {
    HttpServletMapping unnamed = answering(HttpServletMapping.class, Map.of());
    ApplicationProof proof = initialized();
    proof.doFilter(
        request(Map.of("getServletPath", "/index.html", "getHttpServletMapping", unnamed)),
        response,
        chain);
    assertThat(passed).hasValue(1);
  }

  @Test
  void passesARequestWithoutAnyMapping() throws Exception {
    initialized().doFilter(request(Map.of("getServletPath", "/index.html")), response, chain);
    assertThat(passed).hasValue(1);
  }

  private ApplicationProof initialized() {
    ApplicationProof proof = new ApplicationProof();
    proof.init(answering(FilterConfig.class, Map.of("getServletContext", context)));
    return proof;
  }

  private static HttpServletRequest request(Map<String, Object> answers) {
    return answering(
        HttpServletRequest.class,
        answers,
        (proxy, method, arguments) ->
            method.getName().equals("getDispatcherType") ? DispatcherType.REQUEST : null);
  }

  private static <T> T answering(Class<T> type, Map<String, Object> answers) {
    return answering(
        type,
        answers,
        (proxy, method, arguments) -> method.getReturnType() == Map.class ? Map.of() : null);
  }

  private static <T> T answering(
      Class<T> type, Map<String, Object> answers, InvocationHandler others) {
    return type.cast(
        Proxy.newProxyInstance(
            UnnamedServletTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Object known = answers.get(method.getName());
              return known == null ? others.invoke(proxy, method, arguments) : known;
            }));
  }
}
