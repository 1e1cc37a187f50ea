package io.github.mgsjaxrs.conformance.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.matrix.resources.Reached;
import io.github.mgsjaxrs.conformance.report.MatrixReport;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Rightly signed forms, in spellings and with declarations that somebody may read otherwise, to
 * everybody who may read them. Each may be refused; what is served has to be what was signed.
 */
public abstract class FormReadingsSuite {

  private static final String NAME = "form readings";

  /** For the runtime's own class. */
  protected FormReadingsSuite() {}

  /**
   * Where the application listens.
   *
   * @return the endpoint
   */
  protected abstract Endpoint endpoint();

  /**
   * Names the runtime in the table of all of them, and tells what it has.
   *
   * @return the profile
   */
  protected abstract MatrixProfile profile();

  @TestFactory
  Stream<DynamicTest> servesFormsAsTheyWereSigned() {
    List<FormReading> readings = FormReadingCases.below(endpoint().base(), profile());
    MatrixReport report = new MatrixReport(profile().runtime(), NAME, readings.size());
    return readings.stream()
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> check(each, report)));
  }

  private void check(FormReading each, MatrixReport report) {
    String ticket = Endpoint.newTicket();
    RawResponse response = endpoint().send(each.sent().header(Reached.TICKET, ticket));
    boolean served = !timesReached(ticket).equals("0");
    if (served && response.status() == 200) {
      String read = new String(response.body(), UTF_8);
      for (String line : read.split("\n")) {
        assertThat(line).as("%s\n%s", each.sent(), read).isIn(each.expected(line));
      }
      report.add(NAME + ": " + each.name(), MatrixReport.Outcome.HOLDS, "");
      return;
    }
    assertThat(served).as("%s\n%s", each.sent(), response).isFalse();
    assertThat(each.plain()).as("refused: %s\n%s", each.sent(), response).isFalse();
    boolean ours = response.header("Content-Type").orElse("").contains("problem+json");
    report.addRefused(NAME + ": " + each.name(), ours);
  }

  private String timesReached(String ticket) {
    RawResponse calls =
        endpoint().send(RawRequest.of("GET", endpoint().base() + "/matrix/calls/" + ticket));
    assertThat(calls.status()).as("%s", calls).isEqualTo(200);
    return calls.text();
  }
}
