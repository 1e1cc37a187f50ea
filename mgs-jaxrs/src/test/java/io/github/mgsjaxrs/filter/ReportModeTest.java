package io.github.mgsjaxrs.filter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.Rejected;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.internal.log.ReportLog;
import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.settings.Mode;
import io.github.mgsjaxrs.testing.LocalJersey;
import io.github.mgsjaxrs.testing.LocalJersey.Answer;
import io.github.mgsjaxrs.testing.Recorder;
import io.github.mgsjaxrs.verifier.MgsVerifierBuilder;
import jakarta.ws.rs.POST;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything is served and told, and nothing is lost on the way. */
class ReportModeTest {

  private static final Limits LIMITS = Limits.defaults().withBody(100_000);

  private static MgsVerifierBuilder reporting() {
    return LocalJersey.twoKeys().mode(Mode.REPORT).limits(LIMITS);
  }

  private static List<String> told(Answer answer) {
    return answer.log().stream().filter(line -> !line.startsWith("FINE")).toList();
  }

  @Test
  void servesWhatWouldBeRefusedAndTellsItOnce() {
    try (LocalJersey jersey = LocalJersey.with(reporting(), Orders.class)) {
      Answer first = jersey.call("GET", "/app/orders").send();
      assertThat(first.text()).isEqualTo("nobody");
      assertThat(told(first))
          .hasSize(2)
          .satisfiesExactly(
              line -> assertThat(line).startsWith("WARNING mgs.mode is report").contains("SERVED"),
              line ->
                  assertThat(line)
                      .isEqualTo(
                          "INFO Would be refused (signature-missing), served as mgs.mode is report:"
                              + " there is no X-Mgs-Proxy-Signature"));
      assertThat(told(jersey.call("GET", "/app/orders").send())).hasSize(1);
    }
  }

  @Test
  void setsNoCallerEvenWhereTheSignatureIsRight() {
    try (LocalJersey jersey = LocalJersey.with(reporting(), Orders.class)) {
      jersey.call("GET", "/app/orders").send();
      Answer right = jersey.call("GET", "/app/orders").signed("GET\n\n/app/orders").send();
      assertThat(right.text()).isEqualTo("nobody");
      assertThat(told(right)).isEmpty();
      assertThat(Objects.requireNonNull(right.exchange()).verified()).isNotNull();
    }
  }

  @Test
  void givesTheResourceAnEntityWhoseSignatureIsWrong() {
    try (LocalJersey jersey = LocalJersey.with(reporting(), Orders.class)) {
      Answer wrong = jersey.call("POST", "/app/orders").signed("x").body("kept").send();
      assertThat(wrong.text()).isEqualTo("read 4 and kept");
      assertThat(told(wrong).get(1)).contains("signature-mismatch").contains("string to sign");
      Answer form =
          jersey
              .call("POST", "/app/orders/form")
              .type(LocalJersey.FORM)
              .signed("x")
              .body("a=1")
              .send();
      assertThat(form.text()).isEqualTo("fields {a=[1]}");
    }
  }

  @Test
  void givesTheResourceAllOfAnEntityThatIsTooLarge(@TempDir Path directory) {
    byte[] body = "0123456789".repeat(15_000).getBytes(UTF_8);
    for (long disk : new long[] {0, 2_000_000}) {
      MgsVerifierBuilder verifier =
          reporting()
              .limits(LIMITS.withMemory(20_000).withTotalDisk(disk))
              .tempDirectory(directory);
      try (LocalJersey jersey = LocalJersey.with(verifier, Orders.class)) {
        Answer answer =
            jersey
                .call("PUT", "/app/orders")
                .signed("x")
                .header("Transfer-Encoding", "chunked")
                .stream(new ByteArrayInputStream(body))
                .send();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo(new String(body, UTF_8));
        assertThat(told(answer).get(1)).contains(disk == 0 ? "unavailable" : "body-too-large");
      }
    }
  }

  /** Reads nothing of its request. */
  @jakarta.ws.rs.Path("careless")
  @MgsSigned
  public static class Careless {
    @POST
    public String post() {
      return "unread";
    }
  }

  @Test
  void freesWhatItReadOfAnEntityThatIsTooLargeThoughNobodyElseReadsIt(@TempDir Path directory) {
    MgsVerifierBuilder verifier =
        reporting()
            .limits(LIMITS.withMemory(20_000).withTotalDisk(1_100_000))
            .tempDirectory(directory);
    try (LocalJersey jersey = LocalJersey.with(verifier, Careless.class)) {
      jersey.call("POST", "/app/careless").send();
      // two of them would not fit on the disk
      for (int i = 0; i < 3; i++) {
        Answer answer =
            jersey
                .call("POST", "/app/careless")
                .signed("x")
                .header("Transfer-Encoding", "chunked")
                .stream(new ByteArrayInputStream(new byte[150_000]))
                .send();
        assertThat(answer.text()).isEqualTo("unread");
        assertThat(told(answer)).hasSize(1);
        assertThat(told(answer).get(0)).contains("body-too-large");
      }
    }
  }

  @Test
  void leavesAnEntityThatWasNotBegunToTheResource() {
    try (LocalJersey jersey = LocalJersey.with(reporting(), Orders.class)) {
      byte[] body = new byte[100_001];
      Answer announced = jersey.call("PUT", "/app/orders").signed("x").body(body).send();
      assertThat(announced.text()).hasSize(100_001);
      assertThat(Objects.requireNonNull(announced.exchange()).entity()).isNull();
      Answer unsigned = jersey.call("PUT", "/app/orders").body("plain").send();
      assertThat(unsigned.text()).isEqualTo("plain");
    }
  }

  @Test
  void countsWhatWouldBeRefusedAndRemindsEveryHour() {
    AtomicLong clock = new AtomicLong(-5);
    ReportLog log = new ReportLog(clock::get);
    Recorder.clear();
    assertThat(log.summary()).isEqualTo("none");
    log.wouldRefuse(new Rejected(Rejection.UNAVAILABLE, "full"));
    log.wouldRefuse(new Rejected(Rejection.KEY_UNKNOWN, "no key"));
    log.wouldRefuse(new Rejected(Rejection.KEY_UNKNOWN, "no key"));
    assertThat(log.summary()).isEqualTo("2 key-unknown, 1 unavailable");
    Recorder.clear();
    clock.addAndGet(Duration.ofHours(1).toNanos() - 1);
    log.remind();
    assertThat(Recorder.lines()).isEmpty();
    clock.incrementAndGet();
    log.remind();
    log.remind();
    assertThat(Recorder.lines())
        .containsExactly(
            "WARNING mgs.mode is still report; so far it would have refused 2 key-unknown,"
                + " 1 unavailable");
  }
}
