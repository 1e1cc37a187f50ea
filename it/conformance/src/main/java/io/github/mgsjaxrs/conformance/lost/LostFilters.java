package io.github.mgsjaxrs.conformance.lost;

import io.github.mgsjaxrs.conformance.registration.ListingApplication;
import io.github.mgsjaxrs.conformance.registration.MarkedResource;
import io.github.mgsjaxrs.conformance.war.SuiteWars;
import io.github.mgsjaxrs.conformance.war.WarFile;
import java.util.List;
import java.util.Locale;

/** A way to tell a runtime to leave filters out; each is a web application of its own. */
public enum LostFilters {
  /** {@code getProperties()} of the application. */
  PROPERTIES("", UnloadedServicesApplication.class),
  /** Parameters of the web application. */
  CONTEXT_PARAMETERS(
      parameters("context-param", "jakarta.ws.rs.loadServices", "false")
          + parameters("context-param", "jersey.config.disableMetainfServicesLookup", "true"),
      ListingApplication.class),
  /** Parameters of the application's servlet. */
  SERVLET_PARAMETERS(
      servlet(
          ListingApplication.class.getName(),
          "",
          parameters("init-param", "jakarta.ws.rs.loadServices", "false")
              + parameters("init-param", "jersey.config.disableMetainfServicesLookup", "true")
              + parameters(
                  "init-param", "jersey.config.server.disableMetainfServicesLookup", "true")),
      ListingApplication.class),
  /** RESTEasy's own switches. */
  RESTEASY_SWITCHES(
      parameters("context-param", "resteasy.scan", "false")
          + parameters("context-param", "resteasy.scan.providers", "false")
          + parameters("context-param", "resteasy.providers", MarkedResource.class.getName())
          + parameters("context-param", "jakarta.ws.rs.loadServices", "false"),
      ListingApplication.class),
  /** One filter of all. */
  ONE_FILTER("", SnapshotListingApplication.class),
  /** The feature among the classes, which is the way to have it served. */
  WITH_FEATURE("", UnloadedServicesWithFeature.class);

  private final String descriptor;
  private final List<Class<?>> applications;

  LostFilters(String descriptor, Class<?>... applications) {
    this.descriptor = descriptor;
    this.applications = List.of(applications);
  }

  /** The name of the web application, which is its context path too. */
  public String warName() {
    return "lost-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The path of the marked resource, from the root of the server. */
  public String path() {
    return "/" + warName() + "/marked";
  }

  /** The web application. */
  public WarFile war() {
    WarFile war =
        SuiteWars.empty(warName())
            .classes(MarkedResource.class, WithoutServices.class)
            .classes(applications);
    return descriptor.isEmpty() ? war : war.file("WEB-INF/web.xml", webXml(descriptor));
  }

  private static String servlet(String name, String type, String parameters) {
    return "<servlet><servlet-name>"
        + name
        + "</servlet-name>"
        + type
        + parameters
        + "</servlet><servlet-mapping><servlet-name>"
        + name
        + "</servlet-name><url-pattern>/*</url-pattern></servlet-mapping>";
  }

  private static String parameters(String element, String name, String value) {
    return "<%1$s><param-name>%2$s</param-name><param-value>%3$s</param-value></%1$s>"
        .formatted(element, name, value);
  }

  private static String webXml(String content) {
    return "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"5.0\">"
        + content
        + "</web-app>";
  }
}
