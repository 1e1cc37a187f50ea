package io.github.mgsjaxrs.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.conformance.matrix.resources.MarkResources;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Marks in the places that only Jersey has; the others are rows of the matrix. */
class MethodMarksTest {

  @RegisterExtension
  static final JerseyServer PROGRAMMATIC =
      GrizzlyServer.of(TestVerifiers::builder, MethodMarksTest::programmatic);

  @RegisterExtension
  static final JerseyServer MARKED_CONFIGURATION =
      GrizzlyServer.of(TestVerifiers::builder, MarkedConfiguration::new);

  private static final GatewayKey KEY = SuiteKeys.of("SM3");

  /** Jersey's own kind of application, with a mark on it. */
  @MgsSigned
  public static class MarkedConfiguration extends ResourceConfig {
    /** Registers an unmarked resource. */
    public MarkedConfiguration() {
      super(SmallApplications.Api.class);
    }
  }

  private static ResourceConfig programmatic() {
    Class<?> resource = MarkResources.OnMethod.class;
    Resource.Builder builder = Resource.builder("programmatic");
    try {
      builder.addMethod("POST").handledBy(resource, resource.getMethod("marked", String.class));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
    return new ResourceConfig().registerResources(builder.build());
  }

  @Test
  void protectsAMarkedMethodOfAResourceThatWasBuiltByHand() {
    isProtected(PROGRAMMATIC, "/programmatic");
  }

  @Test
  void protectsEveryResourceOfAMarkedConfiguration() {
    isProtected(MARKED_CONFIGURATION, "/api/x");
  }

  private static void isProtected(JerseyServer server, String path) {
    String body = UUID.randomUUID().toString();
    GatewayCall call =
        GatewayCall.to("POST", path).body("text/plain", body.getBytes(StandardCharsets.US_ASCII));
    RawRequest unsigned = call.request(new Framing.Length());
    assertThat(server.endpoint().send(unsigned).status()).isEqualTo(401);
    RawRequest wrong =
        unsigned.header(GatewayCall.SIGNATURE, "0".repeat(64)).header(GatewayCall.KEY_ID, KEY.id());
    assertThat(server.endpoint().send(wrong).status()).isEqualTo(401);
    RawResponse signed = server.endpoint().send(call.signedWith(KEY));
    assertThat(signed.status()).as("%s", signed).isEqualTo(200);
    assertThat(signed.text()).isEqualTo(body);
  }
}
