package io.github.mgsjaxrs.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.registration.FeatureListingApplication;
import io.github.mgsjaxrs.conformance.registration.InstancesApplication;
import io.github.mgsjaxrs.conformance.registration.ListingApplication;
import io.github.mgsjaxrs.conformance.registration.MarkedApplication;
import io.github.mgsjaxrs.conformance.registration.PlainResource;
import io.github.mgsjaxrs.conformance.registration.Registration;
import io.github.mgsjaxrs.conformance.registration.RegistrationOutcome;
import io.github.mgsjaxrs.conformance.report.MatrixReport;
import io.github.mgsjaxrs.conformance.report.MatrixReport.Outcome;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import io.github.mgsjaxrs.jersey.scanned.ScannedResource;
import jakarta.ws.rs.core.Application;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Every way to register a marked resource with Jersey, without a word about the feature. */
@Tag("cdi")
@ResourceLock("cdi")
class WeldRegistrationTest {

  private record Way(
      String title, RegistrationOutcome expected, Supplier<ResourceConfig> application) {}

  private static final List<Way> WAYS =
      List.of(
          served(Registration.CLASSES.title(), () -> wrapped(new ListingApplication())),
          served(
              Registration.CLASSES_WITH_FEATURE.title(),
              () -> wrapped(new FeatureListingApplication())),
          served(Registration.SINGLETONS.title(), () -> wrapped(new InstancesApplication())),
          served(
              Registration.MARKED_APPLICATION.title(),
              () -> wrapped(new MarkedApplication()).register(PlainResource.class)),
          served(
              "`packages()`",
              () -> new ResourceConfig().packages(ScannedResource.class.getPackageName())),
          new Way(
              "`jersey.config.disableMetainfServicesLookup`, feature not listed",
              RegistrationOutcome.UNDETECTABLE,
              () ->
                  wrapped(new ListingApplication())
                      .property(CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true)));

  private static Way served(String title, Supplier<ResourceConfig> application) {
    return new Way(title, RegistrationOutcome.SERVED, application);
  }

  private static ResourceConfig wrapped(Application application) {
    return ResourceConfig.forApplication(application);
  }

  @TestFactory
  Stream<DynamicTest> protectsAMarkedResourceHoweverItIsRegistered() {
    MatrixReport report =
        new MatrixReport("Jersey with Weld SE on Grizzly", "registration", WAYS.size());
    return WAYS.stream().map(way -> DynamicTest.dynamicTest(way.title(), () -> check(way, report)));
  }

  private static void check(Way way, MatrixReport report) throws Exception {
    WeldServer server = WeldServer.of(Map::of, way.application()).withoutTheFeature();
    Endpoint endpoint = Endpoint.atRoot(server.start());
    try {
      RawResponse unsigned = endpoint.send(RawRequest.of("GET", "/marked"));
      RawResponse signed =
          endpoint.send(GatewayCall.to("GET", "/marked").signedWith(SuiteKeys.of("MD5")));
      assertThat(unsigned.status())
          .as("%s", unsigned)
          .isEqualTo(way.expected() == RegistrationOutcome.UNDETECTABLE ? 200 : 401);
      assertThat(signed.text()).as("%s", signed).isEqualTo(Registration.SERVED);
    } finally {
      server.stop();
    }
    report.add(way.title(), Outcome.HOLDS, way.expected().toString());
  }
}
