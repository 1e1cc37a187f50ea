package io.github.mgsjaxrs.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.conformance.suite.Exchange;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A servlet filter that calls {@code getParameter()} consumes a form before it can be verified; a
 * signature over an empty form would then let unsigned fields in.
 */
class GetParameterFirstTest {

  @RegisterExtension
  static final SharedServer SERVER =
      JettyServer.echo(TestVerifiers::builder).behind(new ParameterReader());

  private static final GatewayKey KEY = SuiteKeys.of("MD5");

  /** What a logging or a CSRF filter does. */
  static final class ParameterReader implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      request.getParameter("token");
      chain.doFilter(request, response);
    }
  }

  static Stream<RawRequest> forms() {
    RawRequest fieldsUnderTheSignatureOfNone =
        GatewayCall.to("POST", "/form")
            .field("amount", "1000000")
            .request(new Framing.Length())
            .headers(
                GatewayCall.to("POST", "/form")
                    .formCharset(StandardCharsets.UTF_8)
                    .signedWith(KEY)
                    .withoutHeader("Content-Type")
                    .headers());
    return Stream.of(
        GatewayCall.to("POST", "/form").field("a", "1").signedWith(KEY),
        GatewayCall.to("POST", "/form").query("q", "1").field("a", "1").signedWith(KEY),
        GatewayCall.to("POST", "/form").field("a", "1").signedWith(KEY, new Framing.Chunked(1)),
        fieldsUnderTheSignatureOfNone,
        fieldsUnderTheSignatureOfNone.body(
            "amount=1000000".getBytes(StandardCharsets.US_ASCII), new Framing.Chunked(5)));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void refusesAFormThatWasConsumedBefore(RawRequest form) {
    Exchange.of(SERVER.endpoint(), form).isRefused(400, OptionalInt.of(7001), "entity-incomplete");
  }

  @Test
  void servesAFormThatIsEmpty() {
    Exchange.of(
            SERVER.endpoint(),
            GatewayCall.to("POST", "/form")
                .query("q", "1")
                .formCharset(StandardCharsets.UTF_8)
                .signedWith(KEY))
        .isServedWhole(KEY);
  }

  @Test
  void servesBodiesThatAreNoForm() {
    GatewayCall call = GatewayCall.to("POST", "/json").query("q", "1");
    call.body("application/json", new byte[100_000]);
    Exchange.of(SERVER.endpoint(), call.signedWith(KEY)).isServedWhole(KEY);
    assertThat(SERVER.endpoint().send(call.request(new Framing.Length())).status()).isEqualTo(401);
  }
}
