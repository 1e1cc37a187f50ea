package io.github.mgsjaxrs.tool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTextTest {

  private static RequestText of(String raw) {
    return RequestText.of(raw.getBytes(UTF_8));
  }

  private static String body(String raw) {
    return new String(of(raw).body(), UTF_8);
  }

  @Test
  void readsARequestAsItStandsOnTheWire() {
    RequestText request =
        of(
            "POST /a%20b?x=1&y HTTP/1.1\r\nHost: h\r\nA:  1 \r\na: 2\r\nContent-Length: 4\r\n\r\nb\r\nd");

    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.target().path()).isEqualTo("/a%20b");
    assertThat(request.target().query()).isEqualTo("x=1&y");
    assertThat(request.headers().get("a")).containsExactly("1", "2");
    assertThat(new String(request.body(), UTF_8)).isEqualTo("b\r\nd");
  }

  @Test
  void readsARequestAsAnEditorSavesIt() {
    assertThat(body("POST / HTTP/1.1\nContent-Length: 2\n\n{}\n")).isEqualTo("{}");
    assertThat(body("POST / HTTP/1.1\nContent-Length: 2\n\n{}\r\n")).isEqualTo("{}");
    assertThat(body("POST / HTTP/1.1\n\n{}\n")).isEqualTo("{}\n");
    assertThat(of("GET / HTTP/1.1\nHost: h").headers()).containsKey("host");
    assertThat(of("GET / HTTP/1.1").target().query()).isNull();
    assertThat(of("GET /? HTTP/1.0\n\n").target().query()).isEmpty();
  }

  @Test
  void leavesALengthThatDoesNotFitToTheVerdict() {
    assertThat(body("POST / HTTP/1.1\nContent-Length: 2\n\n{}x")).isEqualTo("{}x");
    assertThat(body("POST / HTTP/1.1\nContent-Length: 9\n\n{}")).isEqualTo("{}");
  }

  @Test
  void takesPathAndQueryOfAWholeUrl() {
    assertThat(of("GET http://h:1/x?a=http://b HTTP/1.1\n\n").target().path()).isEqualTo("/x");
    assertThat(of("GET http://h HTTP/1.1\n\n").target().path()).isEqualTo("/");
  }

  @Test
  void decodesAChunkedBody() {
    assertThat(
            body(
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n"))
        .isEqualTo("abc0123456789");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "GET /",
        "GET  / HTTP/1.1",
        "GET / HTTP/2",
        "GET x HTTP/1.1",
        "GET / HTTP/1.1\nno colon\n\n",
        "GET / HTTP/1.1\nA: 1\n folded\n\n",
        "GET / HTTP/1.1\n: 1\n\n",
        "POST / HTTP/1.1\nTransfer-Encoding: chunked\n\n",
        "POST / HTTP/1.1\nTransfer-Encoding: chunked\n\n5\r\nabc",
        "POST / HTTP/1.1\nTransfer-Encoding: chunked\n\n3\r\nabcd\r\n0\r\n\r\n",
        "POST / HTTP/1.1\nTransfer-Encoding: chunked\n\nfffffffff\r\nabc",
        "POST / HTTP/1.1\nTransfer-Encoding: chunked\n\n-1\r\nabc"
      })
  void saysWhatItCannotRead(String raw) {
    assertThatThrownBy(() -> of(raw))
        .isInstanceOf(UnusableException.class)
        .hasMessageStartingWith("The request cannot be read: ");
  }
}
