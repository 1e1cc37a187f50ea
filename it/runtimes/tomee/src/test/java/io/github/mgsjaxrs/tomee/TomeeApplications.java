package io.github.mgsjaxrs.tomee;

import io.github.mgsjaxrs.conformance.hostile.marks.PaymentApi;
import io.github.mgsjaxrs.conformance.matrix.resources.MatrixCalls;
import io.github.mgsjaxrs.conformance.matrix.resources.MatrixResources;
import io.github.mgsjaxrs.conformance.matrix.resources.cdi.CdiResources;
import io.github.mgsjaxrs.conformance.matrix.resources.ejb.StatelessResource;
import io.github.mgsjaxrs.conformance.matrix.resources.json.JsonResource;
import io.github.mgsjaxrs.conformance.matrix.resources.servlet.ServletResource;
import io.github.mgsjaxrs.conformance.registration.ListingApplication;
import io.github.mgsjaxrs.conformance.registration.MarkedResource;
import io.github.mgsjaxrs.conformance.server.ServerSuites;
import io.github.mgsjaxrs.conformance.war.SuiteWars;
import io.github.mgsjaxrs.conformance.war.WarFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        withConfig(
            SuiteWars.echo("ROOT")
                .classes(EchoApplication.class)
                .settings(settings())
                .packageOf(MatrixCalls.class)
                .packageOf(CdiResources.class)
                .packageOf(StatelessResource.class)
                .packageOf(JsonResource.class)
                .packageOf(ServletResource.class)
                .packageOf(PaymentApi.class)
                .packageOf(io.github.mgsjaxrs.conformance.hostile.plain.Resources.class)
                .packageOf(io.github.mgsjaxrs.conformance.hostile.bridged.Resources.class)
                .packageOf(io.github.mgsjaxrs.conformance.hostile.proxy.Resources.class)
                .packageOf(io.github.mgsjaxrs.conformance.hostile.cdi.Resources.class)
                .packageOf(io.github.mgsjaxrs.conformance.hostile.ejb.C1.class)));
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(SuiteWars.settings());
    settings.putAll(MatrixResources.settings());
    return settings;
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
