package io.github.mgsjaxrs.tomee;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.matrix.MatrixProfile;
import io.github.mgsjaxrs.conformance.matrix.OptionalPart;
import io.github.mgsjaxrs.conformance.registration.Registration;
import io.github.mgsjaxrs.conformance.server.ServerSuites;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The suites on TomEE, all in one boot. */
@DisabledForJreRange(
    minVersion = 24,
    disabledReason =
        "TomEE 9 does not start there: it sets a system-wide Policy, which Java 24 took away (JEP 486)")
class ConformanceTest extends ServerSuites {

  @RegisterExtension
  static final TomeeServer SERVER =
      new TomeeServer("conformance", TomeeApplications.echo(), TomeeApplications.others());

  private static final String JOHNZON =
      "Johnzon limits strings, see org.apache.johnzon.max-string-length: 500";

  private static final MatrixProfile PROFILE =
      MatrixProfile.of("TomEE 9")
          .with(OptionalPart.values())
          .without(OptionalPart.PARTS, OptionalPart.SUBCLASSED_BEANS)
          .cannotHold("entity: object from JSON, 300000 bytes", JOHNZON)
          .cannotHold("entity: object from JSON, 300000 bytes, chunked", JOHNZON);

  private static final Set<Registration> REFUSED =
      EnumSet.complementOf(
          EnumSet.of(
              Registration.SCANNING,
              Registration.CLASSES_WITH_FEATURE,
              Registration.MARKED_APPLICATION,
              Registration.PATH_BELOW_A_BLANK));

  @Override
  protected Endpoint endpoint() {
    return SERVER.endpoint();
  }

  @Override
  protected MatrixProfile profile() {
    return PROFILE;
  }

  @Override
  protected Endpoint others() {
    return SERVER.others();
  }

  @Override
  protected Set<Registration> refusedRegistrations() {
    return REFUSED;
  }

  /** CXF there has the verifier of one among the providers of all. */
  @Override
  protected boolean takesSeveralVerifiers() {
    return false;
  }

  /** To CXF it is of every type. */
  @Override
  protected boolean takesFormsWithoutType() {
    return true;
  }

  @ParameterizedTest
  @EnumSource(names = {"CLASSES", "SINGLETONS", "TWO_APPLICATIONS"})
  void tellsWhichApplicationIsNotServedForWantOfFilters(Registration way) {
    assertThat(SERVER.others().send(RawRequest.of("GET", way.path())).status()).isEqualTo(503);
    SERVER.awaitLog(
        "Web application '/"
            + way.warName()
            + "': The JAX-RS endpoint http://localhost:0"
            + way.path().substring(0, way.path().lastIndexOf('/')));
  }

  @Test
  void tellsWhyADeploymentIsRefused() {
    assertThat(SERVER.log())
        .contains("web.xml has an <absolute-ordering> that leaves mgs-jaxrs out");
  }

  @Test
  void protectsListedClassesWhereTomeeIsToldToScanForProviders() {
    String path = "/" + TomeeApplications.PROVIDERS_AUTO + "/marked";
    RawRequest signed = GatewayCall.to("GET", path).signedWith(SuiteKeys.of("MD5"));
    assertThat(SERVER.others().send(RawRequest.of("GET", path)).status()).isEqualTo(401);
    assertThat(SERVER.others().send(signed).text()).isEqualTo(Registration.SERVED);
  }

  @Test
  void refusesToStartWithoutMicroProfileConfigAndNamesTheDependency() {
    assertThat(SERVER.log()).contains("add the dependency io.smallrye.config:smallrye-config");
    RawRequest open = RawRequest.of("GET", "/" + TomeeApplications.WITHOUT_CONFIG + "/open");
    assertThat(SERVER.others().send(open).status()).isEqualTo(404);
  }
}
