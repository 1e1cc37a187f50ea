package io.github.mgsjaxrs.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Jersey makes a resource before the filters run, and reads the form for its fields: what is then
 * empty was none only where the form was none.
 */
class FormFieldsTest {

  @RegisterExtension
  static final SharedServer GRIZZLY =
      GrizzlyServer.of(TestVerifiers::builder, () -> new ResourceConfig(Payment.class));

  @RegisterExtension
  static final SharedServer JETTY =
      JettyServer.of(TestVerifiers::builder, () -> new ResourceConfig(Payment.class))
          .initializedByTheLibrary();

  private static final GatewayKey KEY = SuiteKeys.of("MD5");

  private static final AtomicInteger CALLS = new AtomicInteger();

  /** Has a field of the form. */
  @Path("payment")
  @MgsSigned
  public static class Payment {

    @FormParam("amount")
    String amount;

    @POST
    public String post() {
      CALLS.incrementAndGet();
      return amount == null ? "none" : amount;
    }
  }

  static Stream<SharedServer> servers() {
    return Stream.of(GRIZZLY, JETTY);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void getNothingUnderTheSignatureOfAnEmptyForm(SharedServer server) {
    RawRequest empty =
        GatewayCall.to("POST", "/payment")
            .formCharset(StandardCharsets.UTF_8)
            .signedWith(KEY, new Framing.Chunked(4));
    byte[] form = "amount=9".getBytes(StandardCharsets.US_ASCII);
    int before = CALLS.get();
    for (Framing framing :
        new Framing[] {new Framing.Chunked(4), new Framing.Chunked(100), new Framing.Length()}) {
      RawResponse response = server.endpoint().send(empty.body(form, framing));
      assertThat(response.status()).as("%s %s", framing, response).isIn(400, 401);
    }
    assertThat(CALLS).hasValue(before);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void getWhatWasSignedOrARefusal(SharedServer server) {
    GatewayCall call = GatewayCall.to("POST", "/payment").field("amount", "9");
    for (Framing framing : new Framing[] {new Framing.Length(), new Framing.Chunked(4)}) {
      RawResponse response = server.endpoint().send(call.signedWith(KEY, framing));
      if (response.status() == 200) {
        assertThat(response.text()).isEqualTo("9");
      } else {
        assertThat(response.json().getString("type")).endsWith("entity-incomplete");
      }
    }
  }
}
