package io.github.mgsjaxrs.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.matrix.resources.Reached;
import io.github.mgsjaxrs.conformance.report.MatrixReport;
import io.github.mgsjaxrs.conformance.report.MatrixReport.Outcome;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Asks every row of a matrix unsigned, wrongly signed and rightly signed. When all of them hold,
 * their count is written to {@code target/matrix} of the runtime's module.
 */
public abstract class MatrixSuite {

  private final String matrix;

  MatrixSuite(String matrix) {
    this.matrix = matrix;
  }

  /**
   * Where the application listens.
   *
   * @return the endpoint
   */
  protected abstract Endpoint endpoint();

  /**
   * What the runtime has.
   *
   * @return the same for all matrices
   */
  protected abstract MatrixProfile profile();

  abstract List<MatrixRow> rows(String base, MatrixProfile profile);

  @TestFactory
  final Stream<DynamicTest> holdsOrFailsClosed() {
    MatrixProfile profile = profile();
    List<MatrixRow> rows = rows(endpoint().base(), profile);
    List<String> names = rows.stream().map(MatrixRow::name).toList();
    assertThat(names).doesNotHaveDuplicates();
    assertThat(names)
        .as("cases of %s that cannot hold", matrix)
        .containsAll(
            profile.namesThatCannotHold().stream()
                .filter(name -> name.startsWith(matrix + ":"))
                .toList());
    MatrixReport report = new MatrixReport(profile.runtime(), matrix, rows.size());
    return rows.stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.name(), () -> report.add(row.name(), check(row, profile), reason(row))));
  }

  private String reason(MatrixRow row) {
    String reason = profile().whyNot(row.name());
    return reason == null ? "" : reason;
  }

  private Outcome check(MatrixRow row, MatrixProfile profile) {
    if (profile.whyNot(row.name()) != null) {
      return failsClosed(row, profile);
    }
    return switch (row.rule()) {
      case PROTECTED -> isProtected(row);
      case PROTECTED_OR_REFUSED -> isProtectedOrRefused(row, true);
      case PROTECTED_OR_REFUSED_BY_SERVER -> isProtectedOrRefused(row, false);
      case WHOLE_OR_REFUSED -> isWholeOrRefused(row);
      case ANSWERED_BY_RUNTIME -> isAnsweredByRuntime(row);
      case REFUSED -> isRefusedEvenSigned(row);
      case OPEN -> isOpen(row);
      case OPEN_OR_REFUSED_BY_SERVER -> isOpenOrRefusedByServer(row);
      case PREFLIGHT -> isPreflight(row);
    };
  }

  private Outcome isProtected(MatrixRow row) {
    Asked unsigned = ask(row, MatrixCall::unsigned);
    unsigned.isRefused();
    unsigned.isProblem(401, 7014);
    Asked wrong = ask(row, MatrixCall::wronglySigned);
    wrong.isRefused();
    wrong.isProblem(401, 7002);
    ask(row, MatrixCall::signed).isServedWhole();
    return Outcome.HOLDS;
  }

  private Outcome isProtectedOrRefused(MatrixRow row, boolean byLibrary) {
    refusesWhatIsNotSigned(row);
    Asked signed = ask(row, MatrixCall::signed);
    if (signed.isServedBySignedEcho()) {
      return Outcome.HOLDS;
    }
    if (signed.isServed()) {
      signed.isServedWhole();
      return Outcome.HOLDS;
    }
    signed.isRefused();
    if (byLibrary && signed.problem()) {
      return Outcome.HOLDS;
    }
    assertThat(signed.problem()).as("refused by the library: %s", signed).isFalse();
    return Outcome.REFUSED_BY_SERVER;
  }

  private Outcome isWholeOrRefused(MatrixRow row) {
    refusesWhatIsNotSigned(row);
    Asked signed = ask(row, MatrixCall::signed);
    if (signed.isServed()) {
      signed.isServedWhole();
    } else {
      signed.isRefused();
    }
    return Outcome.HOLDS;
  }

  private Outcome isAnsweredByRuntime(MatrixRow row) {
    Asked unsigned = ask(row, MatrixCall::unsigned);
    unsigned.isRefused();
    unsigned.isProblem(401, 7014);
    ask(row, MatrixCall::wronglySigned).isProblem(401, 7002);
    Asked signed = ask(row, MatrixCall::signed);
    assertThat(signed.problem()).as("%s", signed).isFalse();
    assertThat(signed.reached()).as("%s", signed).isZero();
    return Outcome.HOLDS;
  }

  private Outcome isRefusedEvenSigned(MatrixRow row) {
    refusesWhatIsNotSigned(row);
    ask(row, MatrixCall::signed).isRefused();
    return Outcome.HOLDS;
  }

  private Outcome isOpen(MatrixRow row) {
    ask(row, MatrixCall::unsigned).isServedWhole();
    return Outcome.HOLDS;
  }

  private Outcome isOpenOrRefusedByServer(MatrixRow row) {
    Asked unsigned = ask(row, MatrixCall::unsigned);
    if (unsigned.isServed()) {
      unsigned.isServedWhole();
      return Outcome.HOLDS;
    }
    Asked signed = ask(row, MatrixCall::signed);
    assertThat(signed.isServed() && !signed.isServedBySignedEcho())
        .as("closed, but should be open: %s", signed)
        .isFalse();
    return Outcome.REFUSED_BY_SERVER;
  }

  private Outcome isPreflight(MatrixRow row) {
    Asked unsigned = ask(row, MatrixCall::unsigned);
    assertThat(unsigned.response().status()).as("%s", unsigned).isBetween(200, 299);
    assertThat(unsigned.reached()).as("%s", unsigned).isZero();
    return Outcome.HOLDS;
  }

  private Outcome failsClosed(MatrixRow row, MatrixProfile profile) {
    refusesWhatIsNotSigned(row);
    Asked signed = ask(row, MatrixCall::signed);
    assertThat(signed.isServed())
        .as("holds after all: take it off the list of what cannot hold: %s", signed)
        .isFalse();
    if (!profile.isOfferedInVain(row.name())) {
      signed.isRefused();
    }
    return Outcome.CANNOT_HOLD;
  }

  private void refusesWhatIsNotSigned(MatrixRow row) {
    ask(row, MatrixCall::unsigned).isRefused();
    ask(row, MatrixCall::wronglySigned).isRefused();
  }

  private Asked ask(MatrixRow row, Function<MatrixCall, RawRequest> form) {
    String ticket = Endpoint.newTicket();
    MatrixCall call = row.call().apply(ticket);
    RawRequest request = form.apply(call);
    RawResponse response = endpoint().send(request.header(Reached.TICKET, ticket));
    return new Asked(endpoint(), call, request, ticket, response);
  }

  /** What was sent and what came of it. */
  private record Asked(
      Endpoint endpoint, MatrixCall call, RawRequest request, String ticket, RawResponse response) {

    boolean isServed() {
      return response.status() / 100 == 2;
    }

    /** The echo application, deployed beside, answers every path that nobody else takes. */
    boolean isServedBySignedEcho() {
      return isServed() && response.text().startsWith("{\"resource\":\"signed\"");
    }

    boolean problem() {
      return response.header("Content-Type").orElse("").startsWith("application/problem+json");
    }

    void isProblem(int status, int code) {
      assertThat(response.status()).as("%s", this).isEqualTo(status);
      if (!request.method().equals("HEAD")) {
        assertThat(problem()).as("%s", this).isTrue();
        assertThat(response.json().getInt("code")).as("%s", this).isEqualTo(code);
      }
    }

    void isRefused() {
      assertThat(isServed()).as("served, but should be refused: %s", this).isFalse();
      assertThat(reached()).as("reached a resource: %s", this).isZero();
    }

    void isServedWhole() {
      assertThat(response.status()).as("%s", this).isEqualTo(200);
      if (!request.method().equals("HEAD")) {
        assertThat(response.text()).as("%s", this).isEqualTo(call.answer());
      }
      assertThat(reached()).as("calls of a resource: %s", this).isEqualTo(1);
    }

    int reached() {
      String path = endpoint.base() + "/matrix/calls/" + ticket;
      RawResponse calls = endpoint.send(RawRequest.of("GET", path));
      if (calls.status() == 401) {
        calls = endpoint.send(GatewayCall.to("GET", path).signedWith(SuiteKeys.of("MD5")));
      }
      assertThat(calls.status()).as("%s", calls).isEqualTo(200);
      return Integer.parseInt(calls.text());
    }

    @Override
    public String toString() {
      return request + "\n" + response;
    }
  }
}
