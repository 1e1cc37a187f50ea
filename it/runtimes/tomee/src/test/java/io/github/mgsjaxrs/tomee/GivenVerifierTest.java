package io.github.mgsjaxrs.tomee;

import io.github.mgsjaxrs.conformance.given.GivenVerifierSuite;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import java.util.List;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * CXF drops the properties that a feature sets: the verifier of an application arrives all the
 * same.
 */
@DisabledForJreRange(
    minVersion = 24,
    disabledReason =
        "TomEE 9 does not start there: it sets a system-wide Policy, which Java 24 took away (JEP 486)")
class GivenVerifierTest extends GivenVerifierSuite {

  @RegisterExtension
  static final TomeeServer SERVER =
      new TomeeServer(
          "given",
          List.of(),
          GivenVerifierSuite.wars().stream().map(TomeeApplications::withConfig).toList());

  @Override
  protected Endpoint endpoint() {
    return SERVER.others();
  }
}
