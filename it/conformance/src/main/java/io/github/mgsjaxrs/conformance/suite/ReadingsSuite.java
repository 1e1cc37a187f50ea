package io.github.mgsjaxrs.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.report.MatrixReport;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Rightly signed requests in whose unsigned parts, or spelling, somebody may read another target.
 * Each may be refused; what is served has to be what was signed, to everybody who may be asked for
 * it.
 */
public abstract class ReadingsSuite {

  private static final String NAME = "readings";

  /** For the runtime's own class. */
  protected ReadingsSuite() {}

  /**
   * Where the application listens.
   *
   * @return the endpoint
   */
  protected abstract Endpoint endpoint();

  /**
   * Names the runtime in the table of all of them.
   *
   * @return its name, or "" for a second run that shall not be in the table
   */
  protected String runtime() {
    return "";
  }

  @TestFactory
  Stream<DynamicTest> servesWhatWasSignedHoweverItCouldBeRead() {
    List<Reading> readings = ReadingCases.below(endpoint().base());
    MatrixReport report = new MatrixReport(runtime(), NAME, readings.size());
    return readings.stream()
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> check(each, report)));
  }

  private void check(Reading each, MatrixReport report) {
    Exchange exchange = Exchange.of(endpoint(), each.sent());
    int status = exchange.response().status();
    boolean served = !endpoint().called(exchange.ticket()).isEmpty();
    if (served && status == 200) {
      assertThat(resolved(Seen.in(exchange.response())))
          .as("%s", each.sent())
          .isEqualTo(resolved(Seen.of(each.plain(), Reading.KEY)));
      report.add(NAME + ": " + each.name(), MatrixReport.Outcome.HOLDS, "");
      return;
    }
    // a server may find something else of its own at what it takes for the path
    assertThat(served).as("%s\n%s", each.sent(), exchange.response()).isFalse();
    boolean ours = exchange.response().header("Content-Type").orElse("").contains("problem+json");
    report.addRefused(NAME + ": " + each.name(), ours);
  }

  /** Some match, and show, paths without matrix parameters, dots or empty segments. */
  private static Seen resolved(Seen seen) {
    List<String> segments = new ArrayList<>();
    for (String segment : seen.path().split("/")) {
      String plain = URLDecoder.decode(segment.replaceFirst(";.*", ""), StandardCharsets.UTF_8);
      if (plain.equals("..")) {
        segments.remove(segments.size() - 1);
      } else if (!plain.isEmpty() && !plain.equals(".")) {
        segments.add(plain);
      }
    }
    return seen.at("/" + String.join("/", segments));
  }
}
