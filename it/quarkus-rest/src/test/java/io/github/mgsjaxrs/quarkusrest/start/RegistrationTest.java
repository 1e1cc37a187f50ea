package io.github.mgsjaxrs.quarkusrest.start;

import static io.github.mgsjaxrs.conformance.registration.RegistrationOutcome.REFUSED;
import static io.github.mgsjaxrs.conformance.registration.RegistrationOutcome.SERVED;
import static io.github.mgsjaxrs.conformance.registration.RegistrationOutcome.UNDETECTABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.mgsjaxrs.conformance.registration.FeatureListingApplication;
import io.github.mgsjaxrs.conformance.registration.FirstScanningApplication;
import io.github.mgsjaxrs.conformance.registration.InstancesApplication;
import io.github.mgsjaxrs.conformance.registration.ListingApplication;
import io.github.mgsjaxrs.conformance.registration.MarkedApplication;
import io.github.mgsjaxrs.conformance.registration.MarkedResource;
import io.github.mgsjaxrs.conformance.registration.PlainResource;
import io.github.mgsjaxrs.conformance.registration.Registration;
import io.github.mgsjaxrs.conformance.registration.RegistrationOutcome;
import io.github.mgsjaxrs.conformance.registration.ScanningApplication;
import io.github.mgsjaxrs.conformance.registration.SecondListingApplication;
import io.github.mgsjaxrs.conformance.report.MatrixReport;
import io.github.mgsjaxrs.conformance.report.MatrixReport.Outcome;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.war.SuiteWars;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every way to register a marked resource with Quarkus REST, and starts that have to fail. */
class RegistrationTest {

  @TempDir Path folder;

  private record Way(
      String title,
      RegistrationOutcome expected,
      String told,
      Map<String, String> settings,
      List<Class<?>> classes) {

    Way(String title, RegistrationOutcome expected, String told, Class<?>... classes) {
      this(title, expected, told, RegistrationTest.settings(), List.of(classes));
    }

    Way with(String name, String value) {
      Map<String, String> more = new HashMap<>(settings);
      more.put(name, value);
      return new Way(title, expected, told, more, classes);
    }
  }

  private static final String LEFT_OUT = "leaves out filters that verify signatures";
  private static final String SEVERAL = "More than one Application class";

  private static final List<Way> WAYS =
      List.of(
          served(Registration.SCANNING, MarkedResource.class, ScanningApplication.class),
          refused(Registration.CLASSES, LEFT_OUT, MarkedResource.class, ListingApplication.class),
          refused(
              Registration.CLASSES_WITH_FEATURE,
              LEFT_OUT,
              MarkedResource.class,
              FeatureListingApplication.class),
          new Way(
                  "`getClasses()` with the filters",
                  SERVED,
                  "",
                  MarkedResource.class,
                  CompleteApplication.class)
              .with("suite.application", "complete"),
          new Way(
                  "`getClasses()` without `mgs-cdi`",
                  UNDETECTABLE,
                  "",
                  MarkedResource.class,
                  ListingApplication.class)
              .with("quarkus.class-loading.removed-artifacts", "io.github.mgsjaxrs:mgs-cdi"),
          refused(
              Registration.SINGLETONS, LEFT_OUT, MarkedResource.class, InstancesApplication.class),
          refused(
              Registration.TWO_APPLICATIONS,
              SEVERAL,
              MarkedResource.class,
              FirstScanningApplication.class,
              SecondListingApplication.class),
          served(Registration.MARKED_APPLICATION, PlainResource.class, MarkedApplication.class));

  private static Way served(Registration way, Class<?>... classes) {
    return new Way(way.title(), SERVED, "", classes);
  }

  private static Way refused(Registration way, String told, Class<?>... classes) {
    return new Way(way.title(), REFUSED, told, classes);
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = SuiteWars.settings();
    settings.put("quarkus.http.host", "127.0.0.1");
    settings.put("quarkus.http.test-port", "0");
    return settings;
  }

  @TestFactory
  Stream<DynamicTest> protectsAMarkedResourceHoweverItIsRegistered() {
    MatrixReport report = new MatrixReport("Quarkus REST", "registration", WAYS.size() + 1);
    return WAYS.stream().map(way -> DynamicTest.dynamicTest(way.title(), () -> check(way, report)));
  }

  private void check(Way way, MatrixReport report) throws Exception {
    if (way.expected() == REFUSED) {
      assertThat(failure(way)).contains(way.told());
    } else {
      try (StartedApplication application = start(way)) {
        RawResponse unsigned = application.endpoint().send(RawRequest.of("GET", "/marked"));
        RawResponse signed =
            application
                .endpoint()
                .send(GatewayCall.to("GET", "/marked").signedWith(SuiteKeys.of("MD5")));
        assertThat(unsigned.status())
            .as("%s", unsigned)
            .isEqualTo(way.expected() == UNDETECTABLE ? 200 : 401);
        assertThat(signed.text()).as("%s", signed).isEqualTo(Registration.SERVED);
      }
    }
    report.add(way.title(), Outcome.HOLDS, way.expected().toString());
    if (way.title().equals(Registration.TWO_APPLICATIONS.title())) {
      // one deployment, so that it is refused as a whole
      report.add(
          Registration.TWO_APPLICATIONS_SECOND.title(), Outcome.HOLDS, way.expected().toString());
    }
  }

  @Test
  void refusesToStartWithoutAnyKey() {
    Map<String, String> withoutKeys = new HashMap<>(settings());
    withoutKeys.keySet().removeIf(name -> name.startsWith("mgs.keys."));
    assertThat(failure(new Way("", REFUSED, "", withoutKeys, List.of(MarkedResource.class))))
        .contains("mgs.keys");
  }

  private StartedApplication start(Way way) throws Exception {
    Path root = folder.resolve(Integer.toHexString(way.title().hashCode()));
    Files.createDirectories(root);
    return StartedApplication.of(root, way.settings(), way.classes());
  }

  /** What the failure of a start tells, with that of its causes. */
  private String failure(Way way) {
    Throwable thrown =
        catchThrowable(
            () -> {
              try (StartedApplication application = start(way)) {
                RawResponse unsigned = application.endpoint().send(RawRequest.of("GET", "/marked"));
                throw new AssertionError("It started, and answers " + unsigned);
              }
            });
    StringBuilder told = new StringBuilder();
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      assertThat(cause).isNotInstanceOf(AssertionError.class);
      told.append(cause).append('\n');
    }
    return told.toString();
  }
}
