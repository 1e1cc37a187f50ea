package io.github.mgsjaxrs.jersey;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Header;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * HTTP/2 without TLS. Where the length is not told, an entity that is gone cannot be told from none
 * by its headers: it is none where nobody can have taken it.
 */
class Http2Test {

  @RegisterExtension
  static final SharedServer SERVER =
      JettyServer.echo(TestVerifiers::builder).initializedByTheLibrary();

  @RegisterExtension
  static final SharedServer CONSUMED =
      JettyServer.echo(TestVerifiers::builder).behind(new GetParameterFirstTest.ParameterReader());

  @RegisterExtension
  static final SharedServer TAKEN_APART =
      JettyServer.echo(TestVerifiers::builder).behind(new PartsReader()).initializedByTheLibrary();

  private static final GatewayKey KEY = SuiteKeys.of("MD5");

  /** What a filter does that looks for a token among the fields of uploads. */
  static final class PartsReader implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      String type = request.getContentType();
      if (type != null && type.startsWith("multipart/")) {
        ((HttpServletRequest) request).getParts();
      }
      chain.doFilter(request, response);
    }
  }

  static Stream<SharedServer> servers() {
    return Stream.of(SERVER, CONSUMED);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 20_000, 300_000})
  void servesAnEntityWithAndWithoutItsLength(int size) throws Exception {
    RawRequest request = upload(new byte[size]).signedWith(KEY);
    for (boolean told : new boolean[] {true, false}) {
      Http2Exchange answer = send(SERVER, request, told);
      assertThat(answer.status()).as("%s", answer).isEqualTo(200);
      assertThat(answer.json().getInt("bodyLength")).isEqualTo(size);
      assertThat(answer.json().getString("keyId")).isEqualTo(KEY.id());
    }
  }

  @Test
  void servesAFormWithoutItsLength() throws Exception {
    RawRequest form = GatewayCall.to("POST", "/form").field("a", "1").signedWith(KEY);
    Http2Exchange answer = send(SERVER, form, false);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.json().getJsonObject("form").getJsonArray("a").getString(0)).isEqualTo("1");
  }

  @Test
  void refusesAChangedEntityWithoutItsLength() throws Exception {
    RawRequest changed = upload(new byte[500]).signedWith(KEY).body(new byte[501]);
    assertThat(send(SERVER, changed, false).type()).isEqualTo("signature-mismatch");
  }

  @Test
  void refusesBytesOverTheLimitWithoutTheirLength() throws Exception {
    RawRequest large = upload(new byte[SuiteKeys.BODY_LIMIT + 1]).signedWith(KEY);
    assertThat(send(SERVER, large, false).type()).isEqualTo("body-too-large");
  }

  @ParameterizedTest
  @MethodSource("servers")
  void takesAnEmptyEntityForNoneWhereItsLengthIsTold(SharedServer server) throws Exception {
    for (GatewayCall call : empty()) {
      Http2Exchange answer = send(server, call.signedWith(KEY), true);
      assertThat(answer.status()).as("%s", answer).isEqualTo(200);
      assertThat(answer.json().getInt("bodyLength")).isZero();
    }
  }

  @Test
  void takesAnEmptyEntityForWhatItIsWhereItsLengthIsNotTold() throws Exception {
    for (GatewayCall call : empty()) {
      Http2Exchange answer = send(SERVER, call.signedWith(KEY), false);
      assertThat(answer.status()).as("%s", answer).isEqualTo(200);
      assertThat(answer.json().getInt("bodyLength")).isZero();
    }
  }

  @Test
  void refusesAnEmptyFormWhereSomebodyMayHaveTakenIt() throws Exception {
    GatewayCall form = GatewayCall.to("POST", "/form").formCharset(StandardCharsets.UTF_8);
    assertThat(send(CONSUMED, form.signedWith(KEY), false).type()).isEqualTo("entity-incomplete");
  }

  private static GatewayCall[] empty() {
    return new GatewayCall[] {
      upload(new byte[0]), GatewayCall.to("POST", "/form").formCharset(StandardCharsets.UTF_8)
    };
  }

  @Test
  void refusesFieldsUnderTheSignatureOfNoneWhereAFilterTookThem() throws Exception {
    RawRequest unsigned =
        GatewayCall.to("POST", "/form")
            .formCharset(StandardCharsets.UTF_8)
            .signedWith(KEY)
            .body("amount=1000000".getBytes(StandardCharsets.US_ASCII));
    for (boolean told : new boolean[] {true, false}) {
      assertThat(send(CONSUMED, unsigned, told).type()).isEqualTo("entity-incomplete");
    }
  }

  @Test
  void refusesPartsThatAFilterTookUnderTheSignatureOfNone() throws Exception {
    RawRequest bare = GatewayCall.to("DELETE", "/orders").query("a", "1").signedWith(KEY);
    RawRequest multipart = bare.header("Content-Type", "multipart/form-data; boundary=b");
    byte[] role =
        "--b\r\nContent-Disposition: form-data; name=role\r\n\r\nadmin\r\n--b--".getBytes(US_ASCII);
    assertThat(send(TAKEN_APART, multipart.body(role), false).type())
        .isEqualTo("entity-incomplete");
    assertThat(send(SERVER, multipart.body(role), false).type()).isEqualTo("not-covered");
    byte[] none = "--b--\r\n".getBytes(US_ASCII);
    assertThat(send(TAKEN_APART, multipart.body(none), false).status()).isEqualTo(200);
    assertThat(send(TAKEN_APART, bare, false).status()).isEqualTo(200);
  }

  @Test
  void servesRequestsThatHaveNoEntity() throws Exception {
    RawRequest request = GatewayCall.to("GET", "/orders").query("a", "\u5f20").signedWith(KEY);
    assertThat(send(SERVER, request, false).status()).isEqualTo(200);
    assertThat(send(SERVER, request.target("/orders?a=2"), false).type())
        .isEqualTo("signature-mismatch");
  }

  @Test
  void refusesARepeatedHeader() throws Exception {
    RawRequest request = GatewayCall.to("GET", "/orders").signedWith(KEY);
    for (Header header : request.headers()) {
      RawRequest twice = request.header(header.name(), header.value());
      assertThat(send(SERVER, twice, false).type()).isEqualTo("header-repeated");
    }
  }

  private static GatewayCall upload(byte[] body) {
    return GatewayCall.to("POST", "/upload").body("application/octet-stream", body);
  }

  private static Http2Exchange send(SharedServer server, RawRequest request, boolean lengthIsTold)
      throws Exception {
    Endpoint endpoint = server.endpoint();
    return Http2Exchange.of(endpoint, request, lengthIsTold);
  }
}
