package io.github.mgsjaxrs.conformance.war;

import io.github.mgsjaxrs.conformance.registration.MarkedResource;
import io.github.mgsjaxrs.conformance.registration.PlainResource;
import io.github.mgsjaxrs.conformance.registration.ScanningApplication;
import java.util.Map;

/** The enterprise applications that servers get, by where the library and the settings lie. */
public final class SuiteEars {

  private SuiteEars() {}

  /**
   * The library and its keys in {@code lib}, and a web application with a setting of its own, which
   * protects its paths.
   *
   * @return an application that must not be served
   */
  public static EarFile settingsOfWars() {
    return EarFile.named("ear-settings-of-wars")
        .libraries(SuiteWars.libraries())
        .settings(SuiteWars.settings())
        .web(open("ear-open"))
        .web(open("ear-protected").settings(Map.of("mgs.protect", "/*")));
  }

  /**
   * The library in {@code lib}, and the settings beside it.
   *
   * @return an application whose web applications are protected alike
   */
  public static EarFile settingsOfAll() {
    return EarFile.named("ear-settings-of-all")
        .libraries(SuiteWars.libraries())
        .settings(protecting())
        .web(open("ear-first"))
        .web(open("ear-second"));
  }

  /**
   * The library and the settings in each web application.
   *
   * @return an application whose web applications have nothing in common
   */
  public static EarFile librariesOfWars() {
    return EarFile.named("ear-libraries-of-wars")
        .web(SuiteWars.empty("ear-marked").classes(MarkedResource.class, ScanningApplication.class))
        .web(
            SuiteWars.empty("ear-by-path")
                .classes(PlainResource.class, ScanningApplication.class)
                .settings(protecting()));
  }

  private static WarFile open(String name) {
    return WarFile.named(name)
        .classes(PlainResource.class, ScanningApplication.class)
        .file("WEB-INF/beans.xml", SuiteWars.BEANS);
  }

  private static Map<String, String> protecting() {
    Map<String, String> settings = SuiteWars.settings();
    settings.put("mgs.protect", "/*");
    return settings;
  }
}
