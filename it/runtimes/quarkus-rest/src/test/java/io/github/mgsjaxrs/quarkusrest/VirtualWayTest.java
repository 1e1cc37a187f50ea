package io.github.mgsjaxrs.quarkusrest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.matrix.resources.Fingerprint;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Virtual threads: the whole entity, the caller, and nothing unsigned. */
@QuarkusTest
class VirtualWayTest {

  private static final GatewayKey KEY = SuiteKeys.of("SM3");

  static Stream<Arguments> bodies() {
    return Stream.of("bytes", "stream")
        .flatMap(
            way ->
                IntStream.of(1, SuiteKeys.MEMORY_LIMIT, SuiteKeys.MEMORY_LIMIT + 1, 300_000)
                    .boxed()
                    .flatMap(
                        size ->
                            Stream.of(new Framing.Length(), new Framing.Chunked(5_000))
                                .map(framing -> Arguments.of(way, size, framing))));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void servesABodyThatIsSigned(String way, int size, Framing framing) {
    byte[] body = new byte[size];
    GatewayCall call =
        GatewayCall.to("POST", "/virtual/" + way).body("application/octet-stream", body);
    RawRequest signed = call.signedWith(KEY, framing);
    assertThat(QuarkusServer.endpoint().send(signed).text())
        .isEqualTo(KEY.id() + " " + Fingerprint.of(body));
    body[size - 1]++;
    assertThat(QuarkusServer.endpoint().send(signed.body(body, framing)).status()).isEqualTo(401);
    assertThat(QuarkusServer.endpoint().send(call.request(framing)).status()).isEqualTo(401);
  }

  static Stream<Arguments> forms() {
    return Stream.of(new Framing.Length(), new Framing.Chunked(5_000)).map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void servesTheFieldsOfAForm(Framing framing) {
    GatewayCall call =
        GatewayCall.to("POST", "/virtual/form")
            .field("name", "\u5f20 & b")
            .field("large", "x".repeat(300_000));
    assertThat(QuarkusServer.endpoint().send(call.signedWith(KEY, framing)).text())
        .isEqualTo(KEY.id() + " \u5f20 & b");
    assertThat(QuarkusServer.endpoint().send(call.request(framing)).status()).isEqualTo(401);
  }
}
