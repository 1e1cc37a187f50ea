package io.github.mgsjaxrs.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.settings.Mode;
import io.github.mgsjaxrs.verifier.MgsSettings.Diagnostics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody writes lines into the log, and no salt ever stands there, whatever a request holds. */
class LogLinesTest {

  @RegisterExtension
  static final SharedServer REFUSING =
      JettyServer.echo(() -> TestVerifiers.builder().diagnostics(Diagnostics.LOG_VALUES))
          .initializedByTheLibrary();

  @RegisterExtension
  static final SharedServer REPORTING =
      GrizzlyServer.echo(
          () -> TestVerifiers.builder().diagnostics(Diagnostics.LOG_VALUES).mode(Mode.REPORT));

  private static final GatewayKey KEY = TestVerifiers.key("team.a/orders");
  private static final String MARK = "5f0c-injected";
  private static final Logger LIBRARY = Logger.getLogger("io.github.mgsjaxrs");

  /** Line ends of all kinds, an escape sequence, a change of direction, a backspace. */
  private static final String HOSTILE =
      "%0A%0d%0A2026-01-01 ERROR forged%09%1B[31m%C2%85%E2%80%A8%E2%80%A9%E2%80%AE%08%00";

  private static final Lines LINES = new Lines();

  /** Whole lines as a handler would write them. */
  private static final class Lines extends Handler {

    private final List<String> messages = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord line) {
      messages.add(new SimpleFormatter().formatMessage(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @BeforeAll
  static void listen() {
    LINES.setLevel(Level.ALL);
    LIBRARY.setLevel(Level.ALL);
    LIBRARY.addHandler(LINES);
  }

  @AfterAll
  static void stopListening() {
    LIBRARY.removeHandler(LINES);
    LIBRARY.setLevel(null);
  }

  static Stream<RawRequest> requests() {
    String wrong = "0".repeat(32);
    RawRequest target = RawRequest.of("GET", "/" + MARK + HOSTILE.replace(' ', '+'));
    RawRequest query = RawRequest.of("GET", "/x?" + MARK + "=" + HOSTILE.replace(' ', '+'));
    RawRequest name = RawRequest.of("GET", "/x?" + MARK + HOSTILE.replace(' ', '+') + "=1");
    RawRequest form =
        RawRequest.of("POST", "/x")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .body((MARK + "=" + HOSTILE).getBytes(StandardCharsets.US_ASCII));
    RawRequest broken = RawRequest.of("GET", "/x?" + MARK + HOSTILE.replace(' ', '+') + "=%zz");
    return Stream.concat(
        Stream.of(target, query, name, form, broken)
            .map(
                request ->
                    request
                        .header(GatewayCall.SIGNATURE, wrong)
                        .header(GatewayCall.KEY_ID, KEY.id())),
        Stream.of(
            RawRequest.of("GET", "/x")
                .header(GatewayCall.SIGNATURE, wrong)
                .header(GatewayCall.KEY_ID, MARK + "\t\u0085\u2028\u202e forged"),
            GatewayCall.to("POST", "/" + MARK)
                .body("text/plain; charset=\"x\u2028\"", new byte[10])
                .request(new Framing.Length())
                .header(GatewayCall.SIGNATURE, MARK)
                .header(GatewayCall.KEY_ID, KEY.id())));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void writesOnePrintableLineAboutEachRequest(RawRequest request) {
    for (SharedServer server : List.of(REFUSING, REPORTING)) {
      LINES.messages.clear();
      int status = server.endpoint().send(request).status();
      assertThat(LINES.messages)
          .filteredOn(line -> line.contains(MARK))
          .allSatisfy(
              line ->
                  assertThat(line.codePoints())
                      .allMatch(
                          c ->
                              !Character.isISOControl(c)
                                  && c != 0x2028
                                  && c != 0x2029
                                  && c != 0x202e));
      assertThat(LINES.messages).noneMatch(line -> line.contains(KEY.requiredSalt()));
      if (status == 401 || status == 200) { // others are answered before a filter runs
        assertThat(LINES.messages).anyMatch(line -> line.toLowerCase().contains("refused"));
      }
    }
  }

  static List<GatewayKey> salts() {
    return SuiteKeys.all().stream().filter(GatewayKey::isSalt).toList();
  }

  @ParameterizedTest
  @MethodSource("salts")
  void logsNoSaltAndNoRightSignatureOfAWrongOne(GatewayKey key) {
    RawRequest right = GatewayCall.to("GET", "/right").query("a", "1").signedWith(key);
    String expected =
        right.headers().stream()
            .filter(header -> header.name().equals(GatewayCall.SIGNATURE))
            .findFirst()
            .orElseThrow()
            .value();
    LINES.messages.clear();
    RawRequest wrong =
        right
            .withoutHeader(GatewayCall.SIGNATURE)
            .header(GatewayCall.SIGNATURE, "f".repeat(expected.length()));
    for (SharedServer server : List.of(REFUSING, REPORTING)) {
      server.endpoint().send(wrong);
    }
    assertThat(LINES.messages)
        .isNotEmpty()
        .noneMatch(line -> line.contains(expected) || line.contains(key.requiredSalt()));
  }
}
