package io.github.mgsjaxrs.quarkusresteasy.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.conformance.registration.Registration;
import io.github.mgsjaxrs.conformance.registration.RegistrationOutcome;
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
import org.junit.jupiter.api.TestFactory;

/** Every way of registering resources that Quarkus has, each as an application of its own. */
class RegistrationTest {

  /** Quarkus refuses to build what has two of them. */
  private static final Set<Registration> REFUSED =
      EnumSet.of(Registration.TWO_APPLICATIONS, Registration.TWO_APPLICATIONS_SECOND);

  private static final Set<Registration> SERVED =
      EnumSet.of(
          Registration.SCANNING,
          Registration.CLASSES,
          Registration.CLASSES_WITH_FEATURE,
          Registration.SINGLETONS,
          Registration.MARKED_APPLICATION);

  @TestFactory
  Stream<DynamicTest> protectsAMarkedResourceHoweverItIsRegistered() {
    MatrixReport report =
        new MatrixReport(
            MarkedApplicationTest.RUNTIME, "registration", REFUSED.size() + SERVED.size());
    return Stream.concat(
        SERVED.stream().map(way -> test(way, report, RegistrationTest::isServedSignedOnly)),
        REFUSED.stream().map(way -> test(way, report, RegistrationTest::isNotBuilt)));
  }

  private interface Check {
    RegistrationOutcome of(Registration way) throws Exception;
  }

  private static DynamicTest test(Registration way, MatrixReport report, Check check) {
    return DynamicTest.dynamicTest(
        way.name(), () -> report.add(way.title(), Outcome.HOLDS, check.of(way).toString()));
  }

  private static RegistrationOutcome isServedSignedOnly(Registration way) throws Exception {
    try (StartedApplication application = StartedApplication.of(way.war(), "/" + way.warName())) {
      Endpoint endpoint = application.endpoint();
      RawRequest unsigned = RawRequest.of("GET", way.path());
      RawRequest wronglySigned =
          unsigned
              .header(GatewayCall.SIGNATURE, "0".repeat(32))
              .header(GatewayCall.KEY_ID, SuiteKeys.of("MD5").id());
      assertThat(endpoint.send(unsigned).status()).as("unsigned").isEqualTo(401);
      assertThat(endpoint.send(wronglySigned).status()).as("wrongly signed").isEqualTo(401);
      RawResponse signed =
          endpoint.send(GatewayCall.to("GET", way.path()).signedWith(SuiteKeys.of("MD5")));
      assertThat(signed.status()).as("%s", signed).isEqualTo(200);
      assertThat(signed.text()).isEqualTo(Registration.SERVED);
      return RegistrationOutcome.SERVED;
    }
  }

  private static RegistrationOutcome isNotBuilt(Registration way) {
    assertThatThrownBy(() -> StartedApplication.of(way.war(), "/" + way.warName()).close())
        .hasStackTraceContaining("More than one Application class");
    return RegistrationOutcome.REFUSED;
  }
}
