package io.github.mgsjaxrs.conformance.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.report.MatrixReport;
import io.github.mgsjaxrs.conformance.report.MatrixReport.Outcome;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** However a marked resource was registered: it is protected, or nothing of it is served at all. */
public abstract class RegistrationSuite {

  /** For the runtime's own class. */
  protected RegistrationSuite() {}

  /**
   * Where the applications listen, each under its own context path.
   *
   * @return an endpoint without context path
   */
  protected abstract Endpoint endpoint();

  /**
   * The ways that do not work on this runtime: nothing of these applications is served.
   *
   * @return none where every way works
   */
  protected Set<Registration> refused() {
    return Set.of();
  }

  /**
   * Names the runtime in the table of all of them.
   *
   * @return its name, or "" for a second run that shall not be in the table
   */
  protected String runtime() {
    return "";
  }

  @TestFactory
  Stream<DynamicTest> protectsAMarkedResourceHoweverItIsRegistered() {
    Registration[] ways = Registration.values();
    MatrixReport report = new MatrixReport(runtime(), "registration", ways.length);
    return Arrays.stream(ways)
        .map(
            way ->
                DynamicTest.dynamicTest(
                    way.name(),
                    () -> report.add(way.title(), Outcome.HOLDS, check(way).toString())));
  }

  private RegistrationOutcome check(Registration way) {
    RawResponse unsigned = endpoint().send(RawRequest.of("GET", way.path()));
    RawResponse wronglySigned =
        endpoint()
            .send(
                RawRequest.of("GET", way.path())
                    .header(GatewayCall.SIGNATURE, "0".repeat(32))
                    .header(GatewayCall.KEY_ID, SuiteKeys.of("MD5").id()));
    RawResponse signed =
        endpoint().send(GatewayCall.to("GET", way.path()).signedWith(SuiteKeys.of("MD5")));
    if (refused().contains(way)) {
      for (RawResponse response : new RawResponse[] {unsigned, wronglySigned, signed}) {
        assertThat(response.status()).as("%s\n%s", way, response).isGreaterThanOrEqualTo(400);
        assertThat(response.text()).isNotEqualTo(Registration.SERVED);
      }
      return RegistrationOutcome.REFUSED;
    }
    assertThat(unsigned.status()).as("%s, unsigned\n%s", way, unsigned).isEqualTo(401);
    assertThat(wronglySigned.status()).as("%s, wrong\n%s", way, wronglySigned).isEqualTo(401);
    assertThat(signed.status()).as("%s, signed\n%s", way, signed).isEqualTo(200);
    assertThat(signed.text()).isEqualTo(Registration.SERVED);
    return RegistrationOutcome.SERVED;
  }
}
