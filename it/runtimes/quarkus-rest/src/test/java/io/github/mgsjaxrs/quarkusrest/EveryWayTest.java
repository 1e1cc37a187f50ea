package io.github.mgsjaxrs.quarkusrest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every way to write an endpoint: the whole entity, the caller, and the thread that it asked for.
 */
@QuarkusTest
class EveryWayTest {

  private static final GatewayKey KEY = SuiteKeys.of("SM3");

  @TestFactory
  Stream<DynamicTest> servesABodyOfAnySize() {
    return Stream.of("blocking", "non-blocking", "stage", "uni")
        .flatMap(
            way ->
                IntStream.of(0, 1, SuiteKeys.MEMORY_LIMIT, SuiteKeys.MEMORY_LIMIT + 1, 300_000)
                    .boxed()
                    .flatMap(
                        size ->
                            Stream.of(new Framing.Length(), new Framing.Chunked(5_000))
                                .filter(framing -> size > 0 || framing instanceof Framing.Length)
                                .map(
                                    framing ->
                                        DynamicTest.dynamicTest(
                                            way + ", " + size + " bytes, " + framing,
                                            () -> servesABody(way, size, framing)))));
  }

  private static void servesABody(String way, int size, Framing framing) throws Exception {
    byte[] body = new byte[size];
    Arrays.fill(body, (byte) way.length());
    GatewayCall call =
        GatewayCall.to("POST", "/ways/" + way).body("application/octet-stream", body);
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    assertThat(send(call.signedWith(KEY, framing)).text()).isEqualTo(KEY.id() + " " + sha256);
    assertThat(send(call.request(framing)).status()).isEqualTo(401);
    assertThat(send(wrong(call, framing)).status()).isEqualTo(401);
  }

  @TestFactory
  Stream<DynamicTest> servesTheFieldsOfAForm() {
    return Stream.of("form-blocking", "form-non-blocking", "form-uni")
        .flatMap(
            way ->
                Stream.of(new Framing.Length(), new Framing.Chunked(50))
                    .flatMap(
                        framing ->
                            IntStream.of(1, 30_000)
                                .mapToObj(
                                    size ->
                                        DynamicTest.dynamicTest(
                                            way + ", " + size + ", " + framing,
                                            () -> servesAForm(way, size, framing)))));
  }

  private static void servesAForm(String way, int size, Framing framing) {
    GatewayCall call =
        GatewayCall.to("POST", "/ways/" + way)
            .query("other", "query")
            .field("name", "\u5f20\u4e09;a+b & c=d")
            .field("large", "x".repeat(size));
    assertThat(send(call.signedWith(KEY, framing)).text())
        .isEqualTo(KEY.id() + " \u5f20\u4e09;a+b & c=d");
    assertThat(send(call.field("name", "unsigned").request(framing)).status()).isEqualTo(401);
    assertThat(send(wrong(call, framing)).status()).isEqualTo(401);
  }

  @TestFactory
  Stream<DynamicTest> servesAnEmptyForm() {
    return Stream.of("form-blocking", "form-non-blocking", "form-uni")
        .map(
            way ->
                DynamicTest.dynamicTest(
                    way,
                    () -> {
                      GatewayCall call =
                          GatewayCall.to("POST", "/ways/" + way)
                              .body("application/x-www-form-urlencoded", new byte[0]);
                      assertThat(send(call.signedWith(KEY)).text()).isEqualTo(KEY.id() + " ");
                    }));
  }

  @TestFactory
  Stream<DynamicTest> servesMultipart() {
    return Stream.of("multipart-blocking", "multipart-uni")
        .flatMap(
            way ->
                IntStream.of(10, 100_000)
                    .mapToObj(
                        size ->
                            DynamicTest.dynamicTest(
                                way + ", " + size, () -> servesMultipart(way, size))));
  }

  private static void servesMultipart(String way, int size) {
    String body =
        "--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nvalue\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n"
            + "x".repeat(size)
            + "\r\n--b--\r\n";
    GatewayCall call =
        GatewayCall.to("POST", "/ways/" + way)
            .body("multipart/form-data; boundary=b", body.getBytes(StandardCharsets.US_ASCII));
    assertThat(send(call.signedWith(KEY)).text()).isEqualTo(KEY.id() + " value");
    assertThat(send(call.request(new Framing.Length())).status()).isEqualTo(401);
  }

  @TestFactory
  Stream<DynamicTest> refusesAQueryThatQuarkusSplitsOtherwise() {
    return Stream.of("/ways/uni?a=b;c=d", "/ways/blocking?a=b;c=d", "/ways/uni?a=1&A=2")
        .map(
            target ->
                DynamicTest.dynamicTest(
                    target,
                    () -> {
                      RawRequest signed =
                          GatewayCall.to("POST", "/ways/uni").signedWith(KEY).target(target);
                      RawResponse response = send(signed);
                      assertThat(response.status()).isEqualTo(401);
                      assertThat(response.text()).contains("not-covered");
                    }));
  }

  private static RawRequest wrong(GatewayCall call, Framing framing) {
    return call.request(framing)
        .header(GatewayCall.SIGNATURE, "0".repeat(64))
        .header(GatewayCall.KEY_ID, KEY.id());
  }

  private static RawResponse send(RawRequest request) {
    return QuarkusServer.endpoint().send(request);
  }
}
