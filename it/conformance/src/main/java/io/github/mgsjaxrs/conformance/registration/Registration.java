package io.github.mgsjaxrs.conformance.registration;

import io.github.mgsjaxrs.conformance.war.SuiteWars;
import io.github.mgsjaxrs.conformance.war.WarFile;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A way to register resources; each is a web application of its own. */
public enum Registration {
  /** An empty {@code Application}: the server scans. */
  SCANNING("scanning", "/marked", MarkedResource.class, ScanningApplication.class),
  /** {@code getClasses()} with the resource alone. */
  CLASSES("`getClasses()`", "/marked", MarkedResource.class, ListingApplication.class),
  /** {@code getClasses()} with the resource and the feature. */
  CLASSES_WITH_FEATURE(
      "`getClasses()` with `MgsFeature`",
      "/marked",
      MarkedResource.class,
      FeatureListingApplication.class),
  /** {@code getSingletons()} with the resource alone. */
  SINGLETONS("`getSingletons()`", "/marked", MarkedResource.class, InstancesApplication.class),
  /** Two applications: the one that scans. */
  TWO_APPLICATIONS(
      "two applications, the scanning one",
      "/first/marked",
      MarkedResource.class,
      FirstScanningApplication.class,
      SecondListingApplication.class),
  /** Two applications: the one that lists its classes. */
  TWO_APPLICATIONS_SECOND(
      "two applications, the listing one",
      "/second/marked",
      MarkedResource.class,
      FirstScanningApplication.class,
      SecondListingApplication.class),
  /** {@code <absolute-ordering/>} in {@code web.xml}, which leaves every library out. */
  ABSOLUTE_ORDERING(
      "absolute ordering, scanning", "/marked", MarkedResource.class, ScanningApplication.class),
  /** The same with {@code getClasses()}. */
  ABSOLUTE_ORDERING_CLASSES(
      "absolute ordering, `getClasses()`",
      "/marked",
      MarkedResource.class,
      ListingApplication.class),
  /** A mark on the {@code Application} class and nowhere else. */
  MARKED_APPLICATION(
      "mark on the application", "/marked", PlainResource.class, MarkedApplication.class),
  /** A path, below a context path that has a blank in it. */
  PATH_BELOW_A_BLANK(
      "path, a blank in the context path",
      "/marked",
      PlainResource.class,
      OpenResource.class,
      ScanningApplication.class);

  /** What the resource answers. */
  public static final String SERVED = "served";

  private static final String EXCLUDING_WEB_XML =
      "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"5.0\">"
          + "<absolute-ordering/></web-app>";

  private final String title;
  private final String path;
  private final List<Class<?>> classes;

  Registration(String title, String path, Class<?>... classes) {
    this.title = title;
    this.path = path;
    this.classes = List.of(classes);
  }

  /** The way, in words for the table of all runtimes. */
  public String title() {
    return title;
  }

  /** The name of the web application, which is its context path too. */
  public String warName() {
    Registration war = this == TWO_APPLICATIONS_SECOND ? TWO_APPLICATIONS : this;
    String name = "registration-" + war.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return this == PATH_BELOW_A_BLANK ? name.replace('-', ' ') : name;
  }

  /** The raw path of the protected resource, from the root of the server. */
  public String path() {
    return base() + path;
  }

  /** The raw context path. */
  String base() {
    return "/" + warName().replace(" ", "%20");
  }

  /** The web application. */
  public WarFile war() {
    WarFile war = SuiteWars.empty(warName()).classes(classes);
    if (this == PATH_BELOW_A_BLANK) {
      Map<String, String> settings = new HashMap<>(SuiteWars.settings());
      settings.put("mgs.protect", "/marked");
      return war.settings(settings);
    }
    return name().startsWith("ABSOLUTE_ORDERING")
        ? war.file("WEB-INF/web.xml", EXCLUDING_WEB_XML)
        : war;
  }
}
