package io.github.mgsjaxrs.internal.runtime.servlet;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.testing.LocalJersey;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of the memory that is reserved for a request's form. */
class ServletEntityFilterTest {

  /** A form that is answered by another thread. */
  private static final class AsynchronousForm implements InvocationHandler {

    private final byte[] form = "a=1&b=2".getBytes(US_ASCII);
    private final ServletInputStream stream =
        new ServletEntityStream(new ByteArrayInputStream(form));
    private final Map<String, Object> attributes = new HashMap<>();

    HttpServletRequest request() {
      return (HttpServletRequest)
          Proxy.newProxyInstance(
              getClass().getClassLoader(), new Class<?>[] {HttpServletRequest.class}, this);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
      return switch (method.getName()) {
        case "getAttribute" -> attributes.get(arguments[0]);
        case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
        case "getContentType" -> LocalJersey.FORM;
        case "getRequestURI" -> "/form";
        case "getContentLengthLong" -> (long) form.length;
        case "getInputStream" -> stream;
        case "getParameterMap" -> Map.of();
        case "isAsyncStarted" -> true;
        // the other thread was faster: containers do not tell the context any more
        case "getAsyncContext" -> throw new IllegalStateException("not started");
        default -> null;
      };
    }
  }

  @Test
  void freesAFormWhoseRequestAnotherThreadCompletesJustNow() throws Exception {
    EntityStorages storages = new EntityStorages(() -> null);
    Map<String, Long> used = new HashMap<>();
    FilterChain chain =
        (ServletRequest request, ServletResponse response) -> {
          assertThat(request.getParameter("b")).isEqualTo("2");
          used.put("meanwhile", storages.first().memory().used());
        };
    new ServletEntityFilter(storages).doFilter(new AsynchronousForm().request(), response(), chain);
    assertThat(used.get("meanwhile")).isPositive();
    assertThat(storages.first().memory().used()).isZero();
  }

  private static ServletResponse response() {
    return (ServletResponse)
        Proxy.newProxyInstance(
            ServletEntityFilterTest.class.getClassLoader(),
            new Class<?>[] {ServletResponse.class},
            (proxy, method, arguments) -> null);
  }
}
