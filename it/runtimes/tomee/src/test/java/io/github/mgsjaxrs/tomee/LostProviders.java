package io.github.mgsjaxrs.tomee;

import io.github.mgsjaxrs.conformance.given.GivenVerifierSuite;
import io.github.mgsjaxrs.conformance.given.InstanceApplication;
import io.github.mgsjaxrs.conformance.registration.InstancesApplication;
import io.github.mgsjaxrs.conformance.registration.ListingApplication;
import io.github.mgsjaxrs.conformance.registration.MarkedResource;
import io.github.mgsjaxrs.conformance.registration.ScanningApplication;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.war.SuiteWars;
import io.github.mgsjaxrs.conformance.war.WarFile;
import io.github.mgsjaxrs.filter.MgsFeature;
import io.github.mgsjaxrs.tomee.lost.ApiApplication;
import io.github.mgsjaxrs.tomee.lost.CxfServlets;
import io.github.mgsjaxrs.tomee.lost.GuardedResource;
import io.github.mgsjaxrs.tomee.lost.NamedDispatch;
import io.github.mgsjaxrs.tomee.lost.SelectiveApplication;
import io.github.mgsjaxrs.tomee.lost.SomeMapper;
import io.github.mgsjaxrs.tomee.lost.StatelessMarked;
import io.github.mgsjaxrs.tomee.lost.TwoVerifiersApplication;
import io.github.mgsjaxrs.tomee.lost.UnmappedApplication;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A way to lose our filters on TomEE; each is a web application of its own. */
enum LostProviders {
  /** {@code scan.xml} names packages, and ours is not among them. */
  SCAN_PACKAGES("/marked", "/guarded") {
    @Override
    WarFile war() {
      return scanning()
          .file(
              "WEB-INF/scan.xml",
              "<scan><packages><package>io.github.mgsjaxrs.conformance</package>"
                  + "<package>io.github.mgsjaxrs.tomee</package>"
                  + "<package>io.github.mgsjaxrs.cdi</package></packages></scan>");
    }
  },
  /** {@code scan.xml} names classes. */
  SCAN_CLASSES("/marked", "/guarded") {
    @Override
    WarFile war() {
      return scanning()
          .file(
              "WEB-INF/scan.xml",
              "<scan><classes><class>"
                  + MarkedResource.class.getName()
                  + "</class><class>"
                  + GuardedResource.class.getName()
                  + "</class><class>"
                  + ScanningApplication.class.getName()
                  + "</class></classes></scan>");
    }
  },
  /** Our jars are not scanned. */
  EXCLUSIONS("/marked", "/guarded") {
    @Override
    WarFile war() {
      return scanning().file(EXCLUSIONS_LIST, OURS);
    }
  },
  /** CXF's own switch, for an {@code Application} that is there. */
  SKIP_SCANNING("/marked", "/guarded") {
    @Override
    WarFile war() {
      return scanning()
          .file(
              OPENEJB_JAR,
              pojo(ScanningApplication.class.getName(), "cxf.jaxrs.skip-provider-scanning = true"));
    }
  },
  /** The same for all applications. */
  SKIP_SCANNING_ALL("/marked", "/guarded") {
    @Override
    WarFile war() {
      return scanning()
          .file(OPENEJB_JAR, pojo("jaxrs-application", "cxf.jaxrs.skip-provider-scanning = true"));
    }
  },
  /** TomEE's switch, among the server's properties with the application's name in front. */
  AUTO_BY_NAME("/marked", "/guarded") {
    @Override
    WarFile war() {
      return scanning();
    }
  },
  /** TomEE's switch, in the application. */
  AUTO_IN_META_INF("/marked", "/guarded") {
    @Override
    WarFile war() {
      return scanning()
          .file(
              "WEB-INF/classes/META-INF/application.properties",
              "openejb.jaxrs.providers.auto=false");
    }
  },
  /** The same in the other folder. */
  AUTO_IN_WEB_INF("/marked", "/guarded") {
    @Override
    WarFile war() {
      return scanning()
          .file("WEB-INF/application.properties", "openejb.jaxrs.providers.auto=false");
    }
  },
  /** A servlet of CXF, with a bus of its own. */
  CXF_SERVLET("/cxf/marked", "/cxf/guarded") {
    @Override
    WarFile war() {
      return resources().file(WEB_XML, webXml(cxfServlet("", true)));
    }
  },
  /** The same, started by the first request. */
  CXF_SERVLET_LATE("/cxf/marked", "/cxf/guarded") {
    @Override
    WarFile war() {
      return resources().file(WEB_XML, webXml(cxfServlet("", false)));
    }
  },
  /** The same, reached by its name, and by its path from another servlet. */
  CXF_SERVLET_HANDED_ON("/hop/marked?name=cxf", "/hop/x?path=/cxf/guarded") {
    @Override
    WarFile war() {
      return resources().classes(NamedDispatch.class).file(WEB_XML, webXml(cxfServlet("", true)));
    }
  },
  /** A servlet of CXF that leads to what another bus than its own serves. */
  CXF_SERVLET_OF_ANOTHER_BUS("/cxf/api/marked") {
    @Override
    WarFile war() {
      return cxfServlets(warName(), CxfServlets.OfAnotherBus.class);
    }
  },
  /** A servlet of CXF that gets its endpoint while its first request is served. */
  CXF_SERVLET_WITHOUT_ENDPOINT("/cxf/api/marked") {
    @Override
    WarFile war() {
      return cxfServlets(warName(), CxfServlets.WithTheFirstRequest.class);
    }
  },
  /**
   * TomEE is to leave the feature that has the verifier out, and finds the filters all the same.
   */
  FEATURE_SWITCHED_OFF("/api/marked", "/api/guarded/by-verifier") {
    @Override
    WarFile war() {
      return GivenVerifierSuite.filled(SuiteWars.withoutCdi(warName()), InstanceApplication.class)
          .file(
              OPENEJB_JAR,
              pojo(
                  InstanceApplication.class.getName(),
                  "cxf.jaxrs.skip-provider-scanning = true\ncxf.jaxrs.providers = "
                      + MgsFeature.providers().stream()
                          .map(Class::getName)
                          .collect(Collectors.joining(","))));
    }
  },
  /** Two features, each with a verifier of its own. */
  TWO_VERIFIERS("/marked", "/guarded") {
    @Override
    WarFile war() {
      return SuiteWars.withoutCdi(warName())
          .classes(MarkedResource.class, GuardedResource.class, TwoVerifiersApplication.class);
    }
  },
  /** One endpoint for each resource class. */
  ENDPOINT_BY_ENDPOINT("/marked") {
    @Override
    WarFile war() {
      return resources()
          .classes(ListingApplication.class)
          .file("WEB-INF/application.properties", "openejb.jaxrs.application=false");
    }
  },
  /** The same, with instances. */
  ENDPOINT_BY_INSTANCE("/marked") {
    @Override
    WarFile war() {
      return resources()
          .classes(InstancesApplication.class)
          .file("WEB-INF/application.properties", "openejb.jaxrs.application=false");
    }
  },
  /** An enterprise bean, with an endpoint of its own. */
  ENTERPRISE_BEAN("/bean") {
    @Override
    WarFile war() {
      return SuiteWars.empty(warName())
          .classes(StatelessMarked.class)
          .file(
              "WEB-INF/application.properties",
              "openejb.jaxrs.application=false\nopenejb.jaxrs.providers.auto=false");
    }
  },
  /** {@code web.xml} maps an {@code Application} that lists its classes. */
  MAPPED_BY_WEB_XML("/mapped/marked", "/mapped/guarded") {
    @Override
    WarFile war() {
      return resources()
          .classes(UnmappedApplication.class)
          .file(
              WEB_XML,
              webXml(
                  "<servlet><servlet-name>"
                      + UnmappedApplication.class.getName()
                      + "</servlet-name></servlet><servlet-mapping><servlet-name>"
                      + UnmappedApplication.class.getName()
                      + "</servlet-name><url-pattern>/mapped/*</url-pattern></servlet-mapping>"));
    }
  },
  /** The applications of CXF's configuration name their providers. */
  NAMED_PROVIDERS("/marked", "/guarded") {
    @Override
    WarFile war() {
      return scanning()
          .classes(SomeMapper.class)
          .file(
              OPENEJB_JAR,
              pojo(
                  "jaxrs-application",
                  "cxf.jaxrs.skip-provider-scanning = true\ncxf.jaxrs.providers = "
                      + SomeMapper.class.getName()));
    }
  },
  /** All are listed but one. */
  ALL_BUT_ONE("/marked", "/guarded") {
    @Override
    WarFile war() {
      return resources().classes(SelectiveApplication.class);
    }
  },
  /** An error page leads to a resource. */
  ERROR_PAGE("/nothing", "/api/marked", "/api/guarded") {
    @Override
    WarFile war() {
      return resources()
          .classes(ApiApplication.class)
          .file(EXCLUSIONS_LIST, OURS)
          .file(
              WEB_XML,
              webXml(
                  "<error-page><error-code>404</error-code>"
                      + "<location>/api/marked</location></error-page>"));
    }
  };

  static final String EXCLUSIONS_LIST = "WEB-INF/exclusions.list";
  static final String OURS = "mgs-\n";

  private static final String WEB_XML = "WEB-INF/web.xml";
  private static final String OPENEJB_JAR = "WEB-INF/openejb-jar.xml";

  private final List<String> paths;

  LostProviders(String... paths) {
    this.paths = List.of(paths);
  }

  /** The web application. */
  abstract WarFile war();

  /** The name of the web application, which is its context path too. */
  String warName() {
    return "lost-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What would be served, from the root of the server. */
  List<String> paths() {
    return paths.stream().map(path -> "/" + warName() + path).toList();
  }

  WarFile resources() {
    return empty(warName());
  }

  WarFile scanning() {
    return resources().classes(ScanningApplication.class);
  }

  /** An application of both resources, one of them protected by its path. */
  static WarFile empty(String name) {
    Map<String, String> settings = new TreeMap<>(SuiteKeys.settings());
    settings.put("mgs.protect", "/guarded,/mapped/guarded,/cxf/guarded,/api/guarded");
    return SuiteWars.empty(name)
        .classes(MarkedResource.class, GuardedResource.class)
        .settings(settings);
  }

  static String webXml(String content) {
    return "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"5.0\">"
        + content
        + "</web-app>";
  }

  /** A servlet of CXF at {@code /cxf/*}. */
  static String cxfServlet(String providers, boolean early) {
    return "<servlet><servlet-name>cxf</servlet-name><servlet-class>"
        + "org.apache.cxf.jaxrs.servlet.CXFNonSpringJaxrsServlet</servlet-class>"
        + "<init-param><param-name>jaxrs.serviceClasses</param-name><param-value>"
        + MarkedResource.class.getName()
        + ","
        + GuardedResource.class.getName()
        + "</param-value></init-param>"
        + providers
        + (early ? "<load-on-startup>1</load-on-startup>" : "")
        + "</servlet><servlet-mapping><servlet-name>cxf</servlet-name>"
        + "<url-pattern>/cxf/*</url-pattern></servlet-mapping>";
  }

  /** An application of one marked resource, and of a servlet that a listener sets up. */
  static WarFile cxfServlets(String name, Class<?> listener) {
    return SuiteWars.withoutCdi(name)
        .classes(MarkedResource.class, CxfServlets.class)
        .file(
            WEB_XML,
            webXml(
                "<listener><listener-class>"
                    + listener.getName()
                    + "</listener-class></listener>"));
  }

  static String pojo(String name, String properties) {
    return "<openejb-jar xmlns=\"http://www.openejb.org/openejb-jar/1.1\"><pojo-deployment class-name=\""
        + name
        + "\"><properties>"
        + properties
        + "</properties></pojo-deployment></openejb-jar>";
  }
}
