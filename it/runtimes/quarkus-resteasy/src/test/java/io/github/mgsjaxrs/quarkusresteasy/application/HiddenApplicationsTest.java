package io.github.mgsjaxrs.quarkusresteasy.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.conformance.registration.ClassLists;
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
import io.github.mgsjaxrs.conformance.registration.HiddenApplications.WithProperties;
import io.github.mgsjaxrs.conformance.registration.HiddenApplications.WithSubstitute;
import io.github.mgsjaxrs.conformance.registration.HiddenApplications.WithoutAnswerSignature;
import io.github.mgsjaxrs.conformance.registration.HiddenApplications.WithoutPath;
import io.github.mgsjaxrs.conformance.registration.HiddenApplications.WithoutReader;
import io.github.mgsjaxrs.conformance.registration.HiddenApplications.WithoutSignatureFilter;
import io.github.mgsjaxrs.conformance.registration.HiddenApplications.WithoutSnapshot;
import io.github.mgsjaxrs.conformance.registration.ListingApplication;
import io.github.mgsjaxrs.conformance.registration.MarkedResource;
import io.github.mgsjaxrs.conformance.registration.Registration;
import io.github.mgsjaxrs.conformance.registration.ScanningApplication;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.war.SuiteWars;
import io.github.mgsjaxrs.conformance.war.WarFile;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import io.github.mgsjaxrs.filter.SignatureFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Applications and switches that may hide the filters: RESTEasy keeps them, or nothing starts. */
class HiddenApplicationsTest {

  private record Way(String title, Map<String, String> settings, List<Class<?>> classes) {

    Way(String title, Class<?>... classes) {
      this(title, Map.of(), List.of(classes));
    }

    Way with(String name, String value) {
      return new Way(title, Map.of(name, value), classes);
    }

    String name() {
      return "hidden-" + title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    }

    WarFile war() {
      List<Class<?>> all = new ArrayList<>(classes);
      all.add(ClassLists.class);
      all.add(MarkedResource.class);
      Map<String, String> whole = SuiteWars.settings();
      whole.putAll(settings);
      return SuiteWars.empty(name()).classes(all).settings(whole);
    }
  }

  /** RESTEasy loads the feature as a service in each of them. */
  private static final List<Way> SERVED =
      List.of(
          new Way("getClasses without path", WithoutPath.class),
          new Way("getSingletons without path", InstancesWithoutPath.class),
          new Way("a singleton", SingletonApplication.class),
          new Way("a singleton without path", SingletonWithoutPath.class),
          new Way("an unused bean", UnusedBean.class),
          new Way("a vetoed application", VetoedApplication.class),
          new Way("an inherited path", Rooted.class, InheritingPath.class),
          new Way("excluded from the beans", ListingApplication.class)
              .with("quarkus.arc.exclude-types", ListingApplication.class.getName()),
          new Way("filters excluded from the beans", ScanningApplication.class)
              .with("quarkus.arc.exclude-types", "io.github.mgsjaxrs.filter.*"),
          new Way("all but the snapshot", WithoutSnapshot.class),
          new Way("all but the filter", WithoutSignatureFilter.class),
          new Way("all but the signature of answers", WithoutAnswerSignature.class),
          new Way("all but the reader", WithoutReader.class),
          new Way("a subclass beside the filter", WithSubstitute.class, Substitute.class),
          new Way(
              "the filter for another resource",
              WithDynamicFilter.class,
              ForOtherResource.class,
              OtherResource.class),
          new Way("without builtin providers", ListingApplication.class)
              .with("resteasy.use.builtin.providers", "false"),
          new Way("services not loaded", ListingApplication.class)
              .with("jakarta.ws.rs.loadServices", "false"),
          new Way("the filter disabled", ListingApplication.class)
              .with("resteasy.disable.providers", SignatureFilter.class.getName()),
          new Way("the filter disabled, scanning", ScanningApplication.class)
              .with("resteasy.disable.providers", SignatureFilter.class.getName()),
          new Way("no service file", ListingApplication.class)
              .with(
                  "quarkus.class-loading.removed-resources.\"io.github.mgsjaxrs:mgs-jaxrs\"",
                  "META-INF/services/jakarta.ws.rs.core.Feature"),
          new Way("services not loaded, scanning", ScanningApplication.class)
              .with("jakarta.ws.rs.loadServices", "false"));

  /** RESTEasy heeds what the application itself says, and not these settings. */
  private static final List<Way> REFUSED =
      List.of(new Way("services not loaded, by the application", WithProperties.class));

  @TestFactory
  Stream<DynamicTest> keepTheFilters() {
    return SERVED.stream().map(way -> DynamicTest.dynamicTest(way.title(), () -> isServed(way)));
  }

  @TestFactory
  Stream<DynamicTest> doNotStart() {
    return REFUSED.stream().map(way -> DynamicTest.dynamicTest(way.title(), () -> isRefused(way)));
  }

  private static void isServed(Way way) throws Exception {
    try (StartedApplication application = StartedApplication.of(way.war(), "/" + way.name())) {
      String path = "/" + way.name() + "/marked";
      RawResponse unsigned = application.endpoint().send(RawRequest.of("GET", path));
      assertThat(unsigned.status()).as("%s", unsigned).isEqualTo(401);
      RawResponse signed =
          application.endpoint().send(GatewayCall.to("GET", path).signedWith(SuiteKeys.of("MD5")));
      assertThat(signed.text()).as("%s", signed).isEqualTo(Registration.SERVED);
    }
  }

  private static void isRefused(Way way) {
    assertThatThrownBy(
            () -> {
              try (StartedApplication application =
                  StartedApplication.of(way.war(), "/" + way.name())) {
                RawRequest unsigned = RawRequest.of("GET", "/" + way.name() + "/marked");
                throw new AssertionError("It answers " + application.endpoint().send(unsigned));
              }
            })
        .isNotInstanceOf(AssertionError.class)
        .hasStackTraceContaining("leaves out filters that verify signatures");
  }
}
