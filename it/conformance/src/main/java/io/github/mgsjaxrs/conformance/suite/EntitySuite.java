package io.github.mgsjaxrs.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawConnection;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Bodies of every size and framing: whole at the resource, or refused. */
public abstract class EntitySuite {

  private static final String BYTES = "application/octet-stream";
  private static final Charset GBK = Charset.forName("GBK");

  /** For the runtime's own class. */
  protected EntitySuite() {}

  /**
   * Where the application listens.
   *
   * @return the endpoint
   */
  protected abstract Endpoint endpoint();

  /**
   * Whether the runtime reads a form out of any body that has no Content-Type, so that such bodies
   * are refused.
   *
   * @return false for most
   */
  protected boolean takesFormsWithoutType() {
    return false;
  }

  @TestFactory
  Stream<DynamicTest> servesBodiesOfEverySizeUpToTheLimit() {
    return IntStream.of(
            1,
            8191,
            8192,
            8193,
            SuiteKeys.MEMORY_LIMIT - 1,
            SuiteKeys.MEMORY_LIMIT,
            SuiteKeys.MEMORY_LIMIT + 1,
            3 * SuiteKeys.MEMORY_LIMIT,
            SuiteKeys.BODY_LIMIT - 1,
            SuiteKeys.BODY_LIMIT)
        .boxed()
        .flatMap(
            size ->
                Stream.of(
                        new Framing.Length(),
                        new Framing.Chunked(1000),
                        new Framing.Chunked(1 << 20))
                    .map(
                        framing ->
                            DynamicTest.dynamicTest(
                                size + " bytes, " + framing,
                                () -> serves(BYTES, random(size), framing))));
  }

  @TestFactory
  Stream<DynamicTest> refusesBodiesOverTheLimit() {
    return Stream.of(new Framing.Length(), new Framing.Chunked(1000), new Framing.Chunked(1 << 20))
        .map(
            framing ->
                DynamicTest.dynamicTest(
                    framing.toString(),
                    () ->
                        Exchange.of(
                                endpoint(),
                                upload(BYTES, random(SuiteKeys.BODY_LIMIT + 1))
                                    .signedWith(key(), framing))
                            .isRefused(413, OptionalInt.empty(), "body-too-large")));
  }

  @Test
  void refusesAnAnnouncedLengthOverTheLimitBeforeAnyOfItArrives() {
    RawRequest request =
        upload(BYTES, new byte[0])
            .signedWith(key(), new Framing.Announced(Integer.MAX_VALUE + 10L));
    String ticket = Endpoint.newTicket();
    try (RawConnection connection = endpoint().connect()) {
      connection.sendHead(Endpoint.ticketed(request, ticket));
      new Exchange(endpoint(), request, ticket, connection.response(request))
          .isRefusedHereOrByTheServer(413, OptionalInt.empty(), "body-too-large");
    }
  }

  @Test
  void servesAnEmptyBodyWithContentLengthZero() {
    serves(BYTES, new byte[0], new Framing.Length());
  }

  @Test
  void servesARequestWithNeitherLengthNorTransferEncoding() {
    GatewayCall call = GatewayCall.to("POST", path());
    Exchange exchange = Exchange.of(endpoint(), call.signedWith(key(), new Framing.None()));
    if (exchange.response().status() == 411) {
      exchange.reachesNothing(); // some servers ask for a length before anybody else is asked
    } else {
      exchange.isServedWhole(key());
    }
  }

  @TestFactory
  Stream<DynamicTest> servesAChunkedBodyWithoutAByte() {
    return Stream.of(BYTES, "application/json")
        .map(
            type ->
                DynamicTest.dynamicTest(
                    type,
                    () ->
                        Exchange.of(
                                endpoint(),
                                upload(type, new byte[0]).signedWith(key(), new Framing.Chunked(1)))
                            .isServedWhole(key())));
  }

  @TestFactory
  Stream<DynamicTest> callsNothingWhenTheClientStopsHalfWay() {
    return Stream.of(new Framing.Announced(100_000), new Framing.Chunked(1000))
        .flatMap(
            framing ->
                IntStream.of(0, 1, 50_000, 99_999)
                    .mapToObj(
                        sent ->
                            DynamicTest.dynamicTest(
                                sent + " of 100,000 bytes, " + framing,
                                () -> stopsHalfWay(framing, sent))));
  }

  @Test
  void takesNoMoreThanTheAnnouncedLength() {
    byte[] body = random(1000);
    RawRequest whole = upload(BYTES, body).signedWith(key());
    Exchange.of(endpoint(), whole.body(body, new Framing.Announced(999))).isRefusedWithCode(7002);
  }

  @TestFactory
  Stream<DynamicTest> servesFormsInTheirCharset() {
    return Stream.of(GBK, StandardCharsets.UTF_8)
        .flatMap(
            charset ->
                Stream.of(new Framing.Length(), new Framing.Chunked(7))
                    .map(
                        framing ->
                            DynamicTest.dynamicTest(
                                charset + ", " + framing,
                                () ->
                                    Exchange.of(
                                            endpoint(),
                                            GatewayCall.to("POST", path())
                                                .query("q", "\u5f20")
                                                .formCharset(charset)
                                                .field("name", "\u5f20\u4e09")
                                                .field("name", "\u674e\u56db")
                                                .field("sum", "1+1=2 %")
                                                .signedWith(key(), framing))
                                        .isServedWhole(key()))));
  }

  @TestFactory
  Stream<DynamicTest> servesFormsInEveryWayThatResourcesTakeThem() {
    return Stream.of("map", "form", "param")
        .flatMap(
            way ->
                Stream.of(new Framing.Length(), new Framing.Chunked(50))
                    .map(
                        framing ->
                            DynamicTest.dynamicTest(
                                way + ", " + framing, () -> servesForm(way, framing))));
  }

  private void servesForm(String way, Framing framing) {
    GatewayCall call = GatewayCall.to("POST", endpoint().base() + "/echo-forms/" + way);
    call.field("name", "\u5f20\u4e09").field("other", "x".repeat(30_000)).field("name", "a&b=c d");
    RawResponse response = endpoint().send(call.signedWith(key(), framing));
    assertThat(response.text()).isEqualTo("\u5f20\u4e09\na&b=c d");
    assertThat(endpoint().send(call.field("name", "unsigned").request(framing)).status())
        .isEqualTo(401);
  }

  @Test
  void servesAFormOverTheMemoryLimit() {
    GatewayCall call = GatewayCall.to("PUT", path()).field("a", "1");
    call.field("large", "x".repeat(3 * SuiteKeys.MEMORY_LIMIT));
    Exchange.of(endpoint(), call.signedWith(key())).isServedWhole(key());
  }

  @Test
  void servesABodyWithoutContentTypeWhereItIsReadInOneWay() {
    Exchange exchange = Exchange.of(endpoint(), upload(null, random(500)).signedWith(key()));
    if (takesFormsWithoutType()) {
      exchange.isRefused(401, OptionalInt.of(7002), "not-covered");
    } else {
      exchange.isServedWhole(key());
    }
  }

  @Test
  void hashesBodiesInGbkAsTheBytesThatWereSent() {
    serves("text/plain;charset=GBK", "\u5f20\u4e09".getBytes(GBK), new Framing.Length());
  }

  private void serves(String type, byte[] body, Framing framing) {
    Exchange.of(endpoint(), upload(type, body).signedWith(key(), framing)).isServedWhole(key());
  }

  private void stopsHalfWay(Framing framing, int sent) {
    byte[] body = random(100_000);
    String ticket = Endpoint.newTicket();
    RawRequest request = Endpoint.ticketed(upload(BYTES, body).signedWith(key(), framing), ticket);
    // a signature that fits the part which arrives must not help either
    RawRequest part =
        Endpoint.ticketed(
            upload(BYTES, Arrays.copyOf(body, sent)).signedWith(key(), framing), ticket);
    for (RawRequest each : new RawRequest[] {request, part}) {
      try (RawConnection connection = endpoint().connect()) {
        connection.sendHead(each);
        connection.sendBodyPart(each, sent);
        connection.endOfSending();
        assertThat(connection.response(each).status()).isBetween(400, 499);
      } catch (UncheckedIOException closed) {
        assertThat(closed).hasMessageContaining("No answer");
      }
    }
    assertThat(endpoint().called(ticket)).isEmpty();
  }

  private GatewayCall upload(@Nullable String type, byte[] body) {
    return GatewayCall.to("POST", path()).query("q", "1").body(type, body);
  }

  private String path() {
    return endpoint().base() + "/upload";
  }

  private static GatewayKey key() {
    return SuiteKeys.of("MD5");
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
