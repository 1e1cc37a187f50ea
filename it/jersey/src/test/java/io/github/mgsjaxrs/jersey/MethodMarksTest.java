package io.github.mgsjaxrs.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever a mark stands, it counts; name binding alone would leave most of these open. */
class MethodMarksTest {

  @RegisterExtension
  static final JerseyServer SERVER =
      GrizzlyServer.of(TestVerifiers::builder, MarkedResources::application);

  @RegisterExtension
  static final JerseyServer MARKED_APPLICATION =
      GrizzlyServer.of(TestVerifiers::builder, MarkedApplication::new);

  private static final GatewayKey KEY = SuiteKeys.of("SM3");

  /** A mark on the application itself. */
  @MgsSigned
  public static class MarkedApplication extends ResourceConfig {
    /** Registers an unmarked resource. */
    public MarkedApplication() {
      super(SmallApplications.Api.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/on-method/marked",
        "/on-method;a=b/marked;c=d",
        "/on-class",
        "/on-class/a%2Fb",
        "/on-root/sub",
        "/on-root/sub/deep",
        "/on-locator/sub",
        "/on-locator/sub/deep",
        "/on-locator;a=b/sub;c=d",
        "/on-locator/class",
        "/on-locator/class/deep",
        "/on-locator/object",
        "/on-locator/object/deep",
        "/on-locator/7/item",
        "/on-locator/a%2Fb/item/deep",
        "/on-locator/a;b=c/item",
        "/on-sub-class/sub",
        "/of-interface",
        "/of-interface-method",
        "/on-implementation",
        "/of-superclass",
        "/of-super-method",
        "/of-generic",
        "/of-locator-interface/sub",
        "/of-locator-interface/sub/deep",
        "/nested/marked/sub",
        "/nested/marked/sub/deep",
        "/async/stage",
        "/async/suspended",
        "/lifted/marked",
        "/lifted-by-interface",
        "/lifted-and-marked",
        "/lifted-over-super",
        "/lifted-below-locator/sub",
        "/template/7",
        "/programmatic"
      })
  void protectsWhateverIsMarked(String path) {
    checkProtected(SERVER, path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/on-method/plain", "/lifted/open", "/template/open"})
  void leavesOpenWhatIsNotMarkedOrIsExempt(String path) {
    String body = body();
    RawResponse response = SERVER.endpoint().send(unsigned(path, body));
    assertThat(response.status()).as("%s", response).isEqualTo(200);
    assertThat(response.text()).isEqualTo(body);
  }

  @Test
  void protectsEveryResourceOfAMarkedApplication() {
    checkProtected(MARKED_APPLICATION, "/api/x");
  }

  @Test
  void protectsHeadWhereGetServesIt() {
    assertThat(SERVER.endpoint().send(RawRequest.of("HEAD", "/on-class")).status()).isEqualTo(401);
    RawRequest signed = GatewayCall.to("HEAD", "/on-class").signedWith(KEY);
    assertThat(SERVER.endpoint().send(signed).status()).isEqualTo(200);
  }

  @Test
  void letsAutomaticOptionsPassAsNoUserCodeRuns() {
    assertThat(SERVER.endpoint().send(RawRequest.of("OPTIONS", "/on-class")).status())
        .isEqualTo(200);
  }

  private static void checkProtected(JerseyServer server, String path) {
    String unsignedBody = body();
    RawResponse unsigned = server.endpoint().send(unsigned(path, unsignedBody));
    assertThat(unsigned.status()).as("unsigned: %s", unsigned).isEqualTo(401);
    assertThat(unsigned.json().getInt("code")).isEqualTo(7014);
    assertThat(SmallApplications.reached(unsignedBody)).isFalse();

    String wrongBody = body();
    RawResponse wrong =
        server
            .endpoint()
            .send(
                unsigned(path, wrongBody)
                    .header(GatewayCall.SIGNATURE, "0".repeat(64))
                    .header(GatewayCall.KEY_ID, KEY.id()));
    assertThat(wrong.status()).as("wrongly signed: %s", wrong).isEqualTo(401);
    assertThat(wrong.json().getInt("code")).isEqualTo(7002);
    assertThat(SmallApplications.reached(wrongBody)).isFalse();

    String body = body().repeat(5000);
    RawResponse signed = server.endpoint().send(call(path, body).signedWith(KEY));
    assertThat(signed.status()).as("rightly signed: %s", signed).isEqualTo(200);
    assertThat(signed.text()).isEqualTo(body);
  }

  private static RawRequest unsigned(String path, String body) {
    return call(path, body).request(new Framing.Length());
  }

  private static GatewayCall call(String path, String body) {
    return GatewayCall.to("POST", path)
        .body("text/plain", body.getBytes(StandardCharsets.US_ASCII));
  }

  private static String body() {
    return UUID.randomUUID().toString();
  }
}
