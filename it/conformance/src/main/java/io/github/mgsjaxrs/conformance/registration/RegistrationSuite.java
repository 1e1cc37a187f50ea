package io.github.mgsjaxrs.conformance.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mgsjaxrs.conformance.report.MatrixReport;
import io.github.mgsjaxrs.conformance.report.MatrixReport.Outcome;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
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
    Set<Registration> ways = EnumSet.allOf(Registration.class);
    if (!takesBlanksInContextPaths()) {
      ways.remove(Registration.PATH_BELOW_A_BLANK);
    }
    MatrixReport report = new MatrixReport(runtime(), "registration", ways.size());
    return ways.stream()
        .map(
            way ->
                DynamicTest.dynamicTest(
                    way.name(),
                    () -> report.add(way.title(), Outcome.HOLDS, check(way).toString())));
  }

  /**
   * Whether the server finds applications below a context path with a blank.
   *
   * @return if not, none is asked there
   */
  protected boolean takesBlanksInContextPaths() {
    return true;
  }

  @Test
  void leavesOpenWhatIsNotProtectedBelowAContextPathWithABlank() {
    assumeTrue(takesBlanksInContextPaths());
    String base = Registration.PATH_BELOW_A_BLANK.base();
    RawResponse open = endpoint().send(RawRequest.of("GET", base + "/open"));
    if (refused().contains(Registration.PATH_BELOW_A_BLANK)) {
      assertThat(open.status()).as("%s", open).isEqualTo(404);
    } else {
      assertThat(open.text()).as("%s", open).isEqualTo(Registration.SERVED);
    }
    for (String spelling : new String[] {"/marked/", "/mark%65d", "//marked", "/open/../marked"}) {
      RawResponse marked = endpoint().send(RawRequest.of("GET", base + spelling));
      assertThat(marked.text()).as("%s", marked).isNotEqualTo(Registration.SERVED);
    }
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
