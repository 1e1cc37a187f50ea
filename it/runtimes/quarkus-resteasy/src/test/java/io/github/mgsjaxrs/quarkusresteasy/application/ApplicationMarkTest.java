package io.github.mgsjaxrs.quarkusresteasy.application;

import io.github.mgsjaxrs.conformance.registration.ApplicationMark;
import io.github.mgsjaxrs.conformance.war.SuiteWars;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every place where the mark of an application may stand, each as an application of its own. */
class ApplicationMarkTest {

  @ParameterizedTest
  @EnumSource
  void protectsTheResourcesOfAMarkedApplicationForTheKeysOfItsMark(ApplicationMark mark)
      throws Exception {
    String name = "mark-" + mark.name().toLowerCase(Locale.ROOT).replace('_', '-');
    try (StartedApplication application =
        StartedApplication.of(SuiteWars.empty(name).classes(mark.classes()), "/" + name)) {
      mark.check(application.endpoint());
    }
  }
}
