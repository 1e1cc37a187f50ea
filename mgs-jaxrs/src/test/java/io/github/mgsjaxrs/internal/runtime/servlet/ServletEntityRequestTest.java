package io.github.mgsjaxrs.internal.runtime.servlet;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mgsjaxrs.internal.entity.EntityBuffer;
import io.github.mgsjaxrs.internal.entity.EntityStorage;
import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.testing.LocalJersey;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What filters of the application may ask for before a request is verified. */
class ServletEntityRequestTest {

  private final EntityStorage storage = new EntityStorage(Limits.defaults(), null);

  private ServletEntityRequest request(String type, String encoding, String body) {
    byte[] bytes = body.getBytes(US_ASCII);
    ServletInputStream stream = new ServletEntityStream(new ByteArrayInputStream(bytes));
    HttpServletRequest container =
        (HttpServletRequest)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "getContentType" -> type;
                      case "getCharacterEncoding" -> encoding;
                      case "getContentLengthLong" -> (long) bytes.length;
                      case "getInputStream" -> stream;
                      case "getParameterMap" -> Map.of();
                      // as Payara and Jetty do once somebody has the stream
                      case "getReader" -> throw new IllegalStateException("STREAM");
                      default -> null;
                    });
    return new ServletEntityRequest(container, () -> storage);
  }

  private ReplayableEntity read(InputStream in) throws Exception {
    try (EntityBuffer buffer = new EntityBuffer(storage, -1, null)) {
      buffer.admit();
      buffer.readFrom(in);
      return buffer.finish();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "a b", "", "\u4f60"})
  void letsAFilterAskForParametersOfAFormInACharsetThatNobodyKnows(String charset)
      throws Exception {
    String type = LocalJersey.FORM + ";charset=\"" + charset + "\"";
    ServletEntityRequest request = request(type, charset, "a=1&b=2");
    assertThat(request.getParameter("a")).isEqualTo("1");
    assertThat(request.getParameterMap()).containsOnlyKeys("a", "b");
    assertThat(request.getReader().readLine()).isEqualTo("a=1&b=2");
    request.release();
    assertThat(storage.memory().used()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "a b", ""})
  void givesTheBytesOfATextInACharsetThatNobodyKnowsAndNoReader(String charset) throws Exception {
    ServletEntityRequest request = request("text/plain;charset=" + charset, charset, "text");
    assertThat(request.getParameter("a")).isNull();
    // Jakarta Servlet, ServletRequest.getReader(): that is what it throws
    assertThatExceptionOfType(UnsupportedEncodingException.class).isThrownBy(request::getReader);
    assertThat(request.getInputStream().readAllBytes()).asString().isEqualTo("text");
  }

  @Test
  void givesWhoeverComesLaterAStreamThoughAFilterAskedForAReaderFirst() throws Exception {
    ServletEntityRequest request = request("text/plain", null, "text");
    assertThat(request.getReader()).isNotNull();
    assertThat(request.isUnread()).isTrue();
    assertThat(request.getInputStream().readAllBytes()).asString().isEqualTo("text");
  }

  @Test
  void givesAllOfAVerifiedEntityToTheReaderThatAFilterAskedForAndToTheResource() throws Exception {
    ServletEntityRequest request = request("text/plain", null, "text");
    assertThat(request.getReader()).isNotNull();
    ReplayableEntity entity = read(request.getInputStream());
    request.keep(entity, null);
    assertThat(request.getReader().readLine()).isEqualTo("text");
    request.keep(entity, null);
    assertThat(request.getInputStream().readAllBytes()).asString().isEqualTo("text");
    request.release();
    assertThat(storage.memory().used()).isZero();
  }

  @Test
  void tellsThatAFilterHasReadFromTheReader() throws Exception {
    ServletEntityRequest request = request("text/plain", null, "text");
    assertThat(request.getReader().readLine()).isEqualTo("text");
    assertThat(request.isUnread()).isFalse();
    assertThat(request.getInputStream().readAllBytes()).isEmpty();
  }
}
