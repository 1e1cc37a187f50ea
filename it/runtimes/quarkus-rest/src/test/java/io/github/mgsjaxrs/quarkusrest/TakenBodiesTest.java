package io.github.mgsjaxrs.quarkusrest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A handler in front has taken the body: it is verified and handed on all the same. */
@QuarkusTest
class TakenBodiesTest {

  /** Of an empty one in chunks Vert.x tells nobody on a thread that blocks that it was taken. */
  @Test
  void areNotWaitedFor() {
    isServed("blocking", new Framing.Length());
    isServed("non-blocking", new Framing.Length());
    isServed("non-blocking", new Framing.Chunked(1));
  }

  private static void isServed(String path, Framing framing) {
    RawResponse empty = send(path, "", framing);
    assertThat(empty.status()).as("%s %s", framing, empty).isEqualTo(200);
    assertThat(empty.text()).isEqualTo(TakenBodies.SERVED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"blocking", "non-blocking"})
  void areVerifiedWhereThereIsSomething(String path) {
    for (Framing framing : new Framing[] {new Framing.Length(), new Framing.Chunked(1)}) {
      RawResponse whole = send(path, "a body", framing);
      assertThat(whole.status()).as("%s %s", framing, whole).isEqualTo(200);
      assertThat(whole.text()).isEqualTo(TakenBodies.SERVED + "a body");
      RawResponse other =
          QuarkusServer.endpoint()
              .send(
                  GatewayCall.to("POST", "/taken-bodies/" + path)
                      .body("text/plain", "a body".getBytes(UTF_8))
                      .signedWith(SuiteKeys.of("MD5"), framing)
                      .body("another".getBytes(UTF_8), framing));
      assertThat(other.status()).as("%s %s", framing, other).isIn(400, 401);
    }
  }

  private static RawResponse send(String path, String body, Framing framing) {
    return QuarkusServer.endpoint()
        .send(
            GatewayCall.to("POST", "/taken-bodies/" + path)
                .body("text/plain", body.getBytes(UTF_8))
                .signedWith(SuiteKeys.of("MD5"), framing));
  }
}
