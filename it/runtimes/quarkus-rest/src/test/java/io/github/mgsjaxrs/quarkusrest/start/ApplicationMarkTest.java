package io.github.mgsjaxrs.quarkusrest.start;

import io.github.mgsjaxrs.conformance.registration.ApplicationMark;
import io.github.mgsjaxrs.conformance.war.SuiteWars;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every place where the mark of an application may stand, each as an application of its own. */
class ApplicationMarkTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void protectsTheResourcesOfAMarkedApplicationForTheKeysOfItsMark(ApplicationMark mark)
      throws Exception {
    Map<String, String> settings = SuiteWars.settings();
    settings.put("quarkus.http.host", "127.0.0.1");
    settings.put("quarkus.http.test-port", "0");
    try (StartedApplication application = StartedApplication.of(folder, settings, mark.classes())) {
      mark.check(application.endpoint());
    }
  }
}
