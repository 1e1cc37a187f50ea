package io.github.mgsjaxrs.quarkusrest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.quarkusrest.Http2Client.Answer;
import io.github.mgsjaxrs.quarkusrest.Http2Client.Framing;
import io.quarkus.test.junit.QuarkusTest;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** HTTP/2, where an entity needs no length in its headers. */
@QuarkusTest
class Http2Test {

  private static final GatewayKey KEY = SuiteKeys.of("MD5");
  private static final List<String> WAYS = List.of("blocking", "non-blocking", "stage", "uni");
  private static final List<String> FORMS =
      List.of("form-blocking", "form-non-blocking", "form-uni");

  private Http2Client client;

  @BeforeEach
  void connect() {
    client = new Http2Client(QuarkusServer.endpoint());
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  static Stream<Arguments> bodies() {
    return WAYS.stream()
        .flatMap(
            way ->
                Stream.of(1, SuiteKeys.MEMORY_LIMIT, 300_000)
                    .flatMap(
                        size ->
                            Stream.of(Framing.LENGTH, Framing.DATA)
                                .map(framing -> Arguments.of(way, size, framing))));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void servesWhatWasSignedAndNothingElse(String way, int size, Framing framing) throws Exception {
    byte[] body = new byte[size];
    Arrays.fill(body, (byte) 'a');
    GatewayCall call =
        GatewayCall.to("POST", "/ways/" + way).body("application/octet-stream", body);
    RawRequest signed = call.signedWith(KEY);
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    assertThat(client.send(stripped(signed), framing))
        .isEqualTo(new Answer(200, KEY.id() + " " + sha256));
    body[size - 1]++;
    isRefused(client.send(stripped(signed.body(body)), framing), "signature-mismatch");
    RawRequest unsigned = signed.withoutHeader(GatewayCall.SIGNATURE);
    isRefused(client.send(stripped(unsigned), framing), "signature-missing");
  }

  static Stream<String> ways() {
    return Stream.concat(WAYS.stream(), FORMS.stream());
  }

  @ParameterizedTest
  @MethodSource("ways")
  void takesAnEntityForEmptyHoweverThatIsTold(String way) {
    RawRequest signed = empty(way);
    Answer answer = client.send(signed, Framing.LENGTH);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    for (RawRequest request : List.of(signed, signed.header("Host", client.authority()))) {
      assertThat(client.send(request, Framing.HEADERS)).isEqualTo(answer);
      assertThat(client.send(request, Framing.DATA)).isEqualTo(answer);
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  void refusesFieldsAndBytesThatASignatureOverNothingDoesNotCover(String way) {
    RawRequest signed = empty(way).body("name=a".getBytes());
    for (Framing framing : List.of(Framing.LENGTH, Framing.DATA)) {
      isRefused(client.send(stripped(signed), framing), "signature-mismatch");
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void servesTheFieldsOfAForm(String way, Framing framing) {
    RawRequest signed =
        GatewayCall.to("POST", "/ways/" + way)
            .field("name", "\u5f20 & b")
            .field("large", "x".repeat(30_000))
            .signedWith(KEY);
    assertThat(client.send(stripped(signed), framing))
        .isEqualTo(new Answer(200, KEY.id() + " \u5f20 & b"));
  }

  static Stream<Arguments> forms() {
    return FORMS.stream()
        .flatMap(
            way ->
                Stream.of(Framing.LENGTH, Framing.DATA).map(framing -> Arguments.of(way, framing)));
  }

  @Test
  void servesMethodsThatHaveNoEntity() {
    for (String method : List.of("GET", "DELETE")) {
      String target = "/matrix/on-class?ticket=1";
      RawRequest signed =
          GatewayCall.to(method, "/matrix/on-class").query("ticket", "1").signedWith(KEY);
      assertThat(client.send(signed, Framing.HEADERS)).isEqualTo(new Answer(200, "1"));
      isRefused(client.send(RawRequest.of(method, target), Framing.HEADERS), "signature-missing");
    }
  }

  @Test
  void outlivesClientsThatTakeTheirRequestsBack() {
    // half of it fits into what a client may send before the server asks for more
    byte[] body = new byte[60_000];
    // on worker threads Quarkus itself may end the connection
    for (String way : List.of("non-blocking", "stage", "uni")) {
      RawRequest signed =
          GatewayCall.to("POST", "/ways/" + way)
              .body("application/octet-stream", body)
              .signedWith(KEY);
      for (int i = 0; i < 40; i++) {
        client.sendHalf(stripped(signed));
      }
      assertThat(client.send(stripped(signed), Framing.LENGTH).status()).isEqualTo(200);
    }
  }

  private static RawRequest empty(String way) {
    String type =
        FORMS.contains(way) ? "application/x-www-form-urlencoded" : "application/octet-stream";
    return stripped(GatewayCall.to("POST", "/ways/" + way).body(type, new byte[0]).signedWith(KEY));
  }

  /** How the length is told is the client's business. */
  private static RawRequest stripped(RawRequest request) {
    return request.withoutHeader("Content-Length");
  }

  private static void isRefused(Answer answer, String slug) {
    assertThat(answer.status()).as("%s", answer).isIn(400, 401);
    assertThat(answer.text()).contains("urn:mgsjaxrs:rejection:" + slug);
  }
}
