package io.github.mgsjaxrs.jersey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import io.github.mgsjaxrs.verifier.MgsVerifierBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A request is not over with the first piece of its answer, and is with the last. */
class AnswerInPiecesTest {

  private static final int DISK = 1024 * 1024;

  @RegisterExtension
  static final SharedServer GRIZZLY =
      GrizzlyServer.of(AnswerInPiecesTest::verifier, PiecesResource::application);

  @RegisterExtension
  static final SharedServer JETTY =
      JettyServer.of(AnswerInPiecesTest::verifier, PiecesResource::application);

  @RegisterExtension
  static final SharedServer INITIALIZED =
      JettyServer.of(AnswerInPiecesTest::verifier, PiecesResource::application)
          .initializedByTheLibrary();

  private static MgsVerifierBuilder verifier() {
    return TestVerifiers.builder().limits(TestVerifiers.limits().withTotalDisk(DISK));
  }

  static Stream<Arguments> serversAndWays() {
    return Stream.of(GRIZZLY, JETTY, INITIALIZED)
        .flatMap(server -> Stream.of("returned", "resumed").map(way -> arguments(server, way)));
  }

  @ParameterizedTest
  @MethodSource("serversAndWays")
  void keepsTheEntityForEveryPieceAndFreesItAfterTheLast(SharedServer server, String way) {
    String text = "0123456789".repeat(DISK / 10 * 3 / 4);
    RawRequest request =
        GatewayCall.to("POST", "/pieces/" + way)
            .body("text/plain", text.getBytes(StandardCharsets.US_ASCII))
            .signedWith(SuiteKeys.of("MD5"));
    // two of them would not fit on the disk
    for (int i = 0; i < 5; i++) {
      RawResponse response = whereThereIsRoomAgain(server, request);
      assertThat(response.status()).isEqualTo(200);
      assertThat(response.text()).hasSize(text.length()).isEqualTo(text);
    }
  }

  /** The last piece may arrive a moment before the server has freed what it answered from. */
  private static RawResponse whereThereIsRoomAgain(SharedServer server, RawRequest request) {
    RawResponse response = server.endpoint().send(request);
    for (int i = 0; i < 200 && response.status() == 503; i++) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      response = server.endpoint().send(request);
    }
    return response;
  }
}
