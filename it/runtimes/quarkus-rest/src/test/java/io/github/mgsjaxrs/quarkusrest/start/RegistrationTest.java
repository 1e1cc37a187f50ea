package io.github.mgsjaxrs.quarkusrest.start;

import static io.github.mgsjaxrs.conformance.registration.RegistrationOutcome.REFUSED;
import static io.github.mgsjaxrs.conformance.registration.RegistrationOutcome.SERVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.mgsjaxrs.conformance.registration.ClassLists;
import io.github.mgsjaxrs.conformance.registration.FeatureListingApplication;
import io.github.mgsjaxrs.conformance.registration.FirstScanningApplication;
import io.github.mgsjaxrs.conformance.registration.HiddenApplications.ForOtherResource;
import io.github.mgsjaxrs.conformance.registration.HiddenApplications.InheritingPath;
import io.github.mgsjaxrs.conformance.registration.HiddenApplications.InstancesWithoutPath;
import io.github.mgsjaxrs.conformance.registration.HiddenApplications.OtherResource;
import io.github.mgsjaxrs.conformance.registration.HiddenApplications.Rooted;
import io.github.mgsjaxrs.conformance.registration.HiddenApplications.SingletonApplication;
import io.github.mgsjaxrs.conformance.registration.HiddenApplications.SingletonWithoutPath;
import io.github.mgsjaxrs.conformance.registration.HiddenApplications.Substitute;
import io.github.mgsjaxrs.conformance.registration.HiddenApplications.UnusedBean;
import io.github.mgsjaxrs.conformance.registration.HiddenApplications.VetoedApplication;
import io.github.mgsjaxrs.conformance.registration.HiddenApplications.WithDynamicFilter;
import io.github.mgsjaxrs.conformance.registration.HiddenApplications.WithSubstitute;
import io.github.mgsjaxrs.conformance.registration.HiddenApplications.WithoutAnswerSignature;
import io.github.mgsjaxrs.conformance.registration.HiddenApplications.WithoutPath;
import io.github.mgsjaxrs.conformance.registration.HiddenApplications.WithoutReader;
import io.github.mgsjaxrs.conformance.registration.HiddenApplications.WithoutSignatureFilter;
import io.github.mgsjaxrs.conformance.registration.HiddenApplications.WithoutSnapshot;
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
import java.util.ArrayList;
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
  private static final String REMOVED = "quarkus.class-loading.removed-artifacts";
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
          refused("`getClasses()` without `mgs-cdi`", ListingApplication.class)
              .with(REMOVED, "io.github.mgsjaxrs:mgs-cdi"),
          hidden("`getClasses()` without `@ApplicationPath`", WithoutPath.class),
          hidden("`getSingletons()` without `@ApplicationPath`", InstancesWithoutPath.class),
          hidden("`getClasses()` of a `@Singleton`", SingletonApplication.class),
          hidden("`getClasses()` of a `@Singleton` without path", SingletonWithoutPath.class),
          hidden("`getClasses()` of an unused bean", UnusedBean.class),
          hidden("`getClasses()` of a `@Vetoed` class", VetoedApplication.class),
          hidden("`getClasses()`, the path inherited", Rooted.class, InheritingPath.class),
          hidden("`getClasses()` without `@ApplicationPath` and `mgs-cdi`", WithoutPath.class)
              .with(REMOVED, "io.github.mgsjaxrs:mgs-cdi"),
          refused("`getClasses()`, excluded from the beans", ListingApplication.class)
              .with("quarkus.arc.exclude-types", ListingApplication.class.getName()),
          new Way("scanning, the index removed", SERVED, "", MarkedResource.class)
              .with(
                  "quarkus.class-loading.removed-resources.\"io.github.mgsjaxrs:mgs-jaxrs\"",
                  "META-INF/jandex.idx"),
          new Way("scanning, the filters excluded from the beans", SERVED, "", MarkedResource.class)
              .with("quarkus.arc.exclude-types", "io.github.mgsjaxrs.filter.*"),
          hidden("all listed but the snapshot", WithoutSnapshot.class),
          hidden("all listed but the filter", WithoutSignatureFilter.class),
          hidden("all listed but the signature of answers", WithoutAnswerSignature.class),
          hidden("all listed but the reader of packages", WithoutReader.class),
          hidden("a subclass in place of the filter", WithSubstitute.class, Substitute.class),
          hidden(
              "the filter for another resource",
              WithDynamicFilter.class,
              ForOtherResource.class,
              OtherResource.class),
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

  private static Way refused(String title, Class<?> application) {
    return new Way(title, REFUSED, LEFT_OUT, MarkedResource.class, application);
  }

  private static Way hidden(String title, Class<?>... classes) {
    List<Class<?>> all = new ArrayList<>(List.of(classes));
    all.add(ClassLists.class);
    all.add(MarkedResource.class);
    return new Way(title, REFUSED, LEFT_OUT, settings(), all);
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
        assertThat(unsigned.status()).as("%s", unsigned).isEqualTo(401);
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

  @Test
  void refusesToStartWhereAVerifierOfTheApplicationsOwnProtectsNoneOfTheSettingsPaths() {
    Way way =
        new Way("own verifier", REFUSED, "", MarkedResource.class, OwnVerifier.class)
            .with("suite.verifier", "own")
            .with("mgs.protect", "/api/*");
    assertThat(failure(way)).contains("mgs.protect would have no effect");
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
