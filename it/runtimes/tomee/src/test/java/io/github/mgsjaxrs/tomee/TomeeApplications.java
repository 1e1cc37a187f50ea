package io.github.mgsjaxrs.tomee;

import io.github.mgsjaxrs.conformance.registration.ListingApplication;
import io.github.mgsjaxrs.conformance.registration.MarkedResource;
import io.github.mgsjaxrs.conformance.server.ServerSuites;
import io.github.mgsjaxrs.conformance.war.SuiteWars;
import io.github.mgsjaxrs.conformance.war.WarFile;
import java.util.ArrayList;
import java.util.List;

/** The web applications of the one boot, in two virtual hosts. */
final class TomeeApplications {

  /** Has no MicroProfile Config. */
  static final String WITHOUT_CONFIG = "without-config";

  /** Lists its classes, and asks TomEE for scanned providers all the same. */
  static final String PROVIDERS_AUTO = "providers-auto";

  private TomeeApplications() {}

  /** At the root, for all suites whose signatures cover the whole path. */
  static List<WarFile> echo() {
    return List.of(
        withConfig(SuiteWars.echoAndMatricesOfJakartaEe9("ROOT").classes(EchoApplication.class)));
  }

  /** Each under the context path that its name says. */
  static List<WarFile> others() {
    List<WarFile> others = new ArrayList<>();
    ServerSuites.wars(SuiteWars::guardedByCaffeine).forEach(war -> others.add(withConfig(war)));
    others.add(
        withConfig(
            SuiteWars.empty(PROVIDERS_AUTO)
                .classes(MarkedResource.class, ListingApplication.class)
                .file("WEB-INF/application.properties", "openejb.jaxrs.providers.auto=true")));
    others.add(SuiteWars.echo(WITHOUT_CONFIG).classes(EchoApplication.class));
    return others;
  }

  /** Adds SmallRye Config and what it needs. */
  static WarFile withConfig(WarFile war) {
    return war.libraries(
        "io.smallrye.config.inject.ConfigExtension",
        "io.smallrye.config.SmallRyeConfig",
        "io.smallrye.config.common.AbstractConfigSource",
        "io.smallrye.common.annotation.Experimental",
        "io.smallrye.common.classloader.ClassDefiner",
        "io.smallrye.common.constraint.Assert",
        "io.smallrye.common.expression.Expression",
        "io.smallrye.common.function.Functions",
        "org.eclipse.microprofile.config.Config",
        "org.jboss.logging.Logger",
        "org.objectweb.asm.ClassWriter");
  }
}
