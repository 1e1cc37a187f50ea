package io.github.mgsjaxrs.jersey;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.Exchange;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawConnection;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the headers alone decide is answered to clients that never send their body. */
class HeadersAloneTest {

  @RegisterExtension
  static final SharedServer GRIZZLY =
      GrizzlyServer.of(TestVerifiers::builder, SmallApplications::ofTeams);

  @RegisterExtension
  static final SharedServer JETTY =
      JettyServer.of(TestVerifiers::builder, SmallApplications::ofTeams).initializedByTheLibrary();

  @RegisterExtension
  static final SharedServer BY_PATH =
      GrizzlyServer.of(() -> TestVerifiers.builder().protect("/*"), SmallApplications::ofTeams);

  private static final GatewayKey TEAM_A = TestVerifiers.key("team.a/orders");
  private static final GatewayKey TEAM_B = TestVerifiers.key("team.b/orders");
  private static final int LENGTH = 1_000_000;
  private static final int PART = 1_000;

  private record Refusal(RawRequest request, int status, int code, String type) {

    boolean ofResource() {
      return request.headers().stream().anyMatch(header -> header.value().equals(TEAM_B.id()));
    }
  }

  static Stream<Arguments> refusals() {
    return Stream.of(GRIZZLY, JETTY, BY_PATH)
        .flatMap(
            server ->
                Stream.of(new Framing.Announced(LENGTH), new Framing.Chunked(PART))
                    .flatMap(framing -> refusals(framing).stream())
                    // before matching it is not known which keys the resource admits
                    .filter(refusal -> server != BY_PATH || !refusal.ofResource())
                    .map(refusal -> arguments(server, refusal)));
  }

  private static List<Refusal> refusals(Framing framing) {
    byte[] begun = new byte[framing instanceof Framing.Chunked ? 2 * PART : 0];
    RawRequest signed = call("/team-a").signedWith(TEAM_A).body(begun, framing);
    RawRequest unnamed = signed.withoutHeader(GatewayCall.KEY_ID);
    return List.of(
        new Refusal(signed.withoutHeader(GatewayCall.SIGNATURE), 401, 7014, "signature-missing"),
        new Refusal(unnamed, 401, 7001, "key-id-missing"),
        new Refusal(signed.header(GatewayCall.KEY_ID, TEAM_A.id()), 401, 7001, "header-repeated"),
        new Refusal(
            unnamed.header(GatewayCall.KEY_ID, "k".repeat(SuiteKeys.HEADER_LIMIT + 1)),
            400,
            7001,
            "header-too-long"),
        new Refusal(unnamed.header(GatewayCall.KEY_ID, "nobody"), 401, 7000, "key-unknown"),
        new Refusal(unnamed.header(GatewayCall.KEY_ID, TEAM_B.id()), 401, 7000, "key-unknown"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void answersWithoutWaitingForTheBody(SharedServer server, Refusal refusal) {
    answers(server, refusal);
  }

  static Stream<Arguments> lengths() {
    RawRequest large =
        call("/team-a").signedWith(TEAM_A, new Framing.Announced(SuiteKeys.BODY_LIMIT + 1L));
    RawRequest uncovered =
        GatewayCall.to("DELETE", "/strict").signedWith(TEAM_A, new Framing.Announced(LENGTH));
    return Stream.of(
        arguments(GRIZZLY, new Refusal(large, 413, 0, "body-too-large")),
        arguments(JETTY, new Refusal(large, 413, 0, "body-too-large")),
        arguments(BY_PATH, new Refusal(large, 413, 0, "body-too-large")),
        // Grizzly refuses a DELETE with a body itself
        arguments(JETTY, new Refusal(uncovered, 401, 7002, "not-covered")));
  }

  @ParameterizedTest
  @MethodSource("lengths")
  void answersByTheAnnouncedLengthAlone(SharedServer server, Refusal refusal) {
    answers(server, refusal);
  }

  private static void answers(SharedServer server, Refusal refusal) {
    String ticket = Endpoint.newTicket();
    RawRequest request = Endpoint.ticketed(refusal.request(), ticket);
    try (RawConnection connection = server.endpoint().connect()) {
      connection.sendHead(request);
      // Grizzly shows nobody a request in chunks before the first of them
      connection.sendBodyPart(request, PART);
      // the calls are asked for where they are not protected themselves
      new Exchange(GRIZZLY.endpoint(), request, ticket, connection.response(request))
          .isRefused(
              refusal.status(),
              refusal.code() == 0 ? OptionalInt.empty() : OptionalInt.of(refusal.code()),
              refusal.type());
    }
  }

  private static GatewayCall call(String path) {
    return GatewayCall.to("POST", path).body("text/plain", new byte[0]);
  }
}
