package io.github.mgsjaxrs.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A resource in a servlet container has two ways to the fields of one form, and may take both. */
class FormReadTwiceTest {

  @RegisterExtension
  static final SharedServer SERVER =
      JettyServer.of(TestVerifiers::builder, () -> new ResourceConfig(Fields.class))
          .initializedByTheLibrary();

  private static final GatewayKey KEY = SuiteKeys.of("MD5");

  /** Compares what it gets by both ways. */
  @Path("fields")
  @MgsSigned
  public static class Fields {
    @POST
    public String post(@FormParam("a") String injected, @Context HttpServletRequest request) {
      return injected.length() + " " + injected.equals(request.getParameter("a"));
    }
  }

  // in one piece, in several pieces of memory, on disk
  @ParameterizedTest
  @ValueSource(ints = {3, 90_000, 600_000})
  void givesTheSameFieldsTwice(int length) {
    GatewayCall call = GatewayCall.to("POST", "/fields").field("a", "x".repeat(length));
    for (Framing framing : new Framing[] {new Framing.Length(), new Framing.Chunked(5000)}) {
      RawResponse response = SERVER.endpoint().send(call.signedWith(KEY, framing));
      assertThat(response.status()).as("%s", response).isEqualTo(200);
      assertThat(response.text()).isEqualTo(length + " true");
    }
  }
}
