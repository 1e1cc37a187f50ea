package io.github.mgsjaxrs.payara;

import io.github.mgsjaxrs.conformance.given.GivenVerifierSuite;
import io.github.mgsjaxrs.conformance.lost.LostFilters;
import io.github.mgsjaxrs.conformance.matrix.MatrixProfile;
import io.github.mgsjaxrs.conformance.matrix.OptionalPart;
import io.github.mgsjaxrs.conformance.server.ServerSuites;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.war.EarFile;
import io.github.mgsjaxrs.conformance.war.SuiteEars;
import io.github.mgsjaxrs.conformance.war.SuiteWars;
import io.github.mgsjaxrs.conformance.war.WarFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * Lays out what one start of Payara Micro takes: the driver starts the server for each of its
 * deployments anew, so that all other applications go into a folder which that one start deploys
 * too ({@code arquillian.xml}).
 */
final class PayaraMicro {

  private static final Path TARGET = Path.of("target");

  static final Path TEMPORARY = TARGET.resolve("temporary").toAbsolutePath();

  /** Whose mark stands on its application. */
  static final String MARKED = "marked-application";

  private static final String LOOPBACK_ONLY =
      "set configs.config.server-config.network-config.network-listeners"
          + ".network-listener.http-listener.address=127.0.0.1\n";

  private PayaraMicro() {}

  static WebArchive applications() {
    try {
      Files.createDirectories(TARGET.resolve("tmp"));
      Files.writeString(TARGET.resolve("preboot.txt"), LOOPBACK_ONLY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // guarded by the cache that the server brings along
    List<WarFile> wars = new ArrayList<>(ServerSuites.wars(SuiteWars::guarded));
    wars.add(SuiteWars.ofMarkedApplication(MARKED));
    wars.addAll(GivenVerifierSuite.wars());
    for (LostFilters way : LostFilters.values()) {
      wars.add(way.war());
    }
    wars.forEach(war -> war.writeTo(TARGET.resolve("wars")));
    for (EarFile ear :
        List.of(
            SuiteEars.settingsOfAll(), SuiteEars.librariesOfWars(), SuiteEars.settingsOfWars())) {
      ear.writeTo(TARGET.resolve("wars"));
    }
    Path root =
        SuiteWars.echoAndMatrices("ROOT", TEMPORARY)
            .classes(UndescribedApplication.class)
            .writeTo(TARGET.resolve("root"));
    return ShrinkWrap.create(ZipImporter.class, "ROOT.war")
        .importFrom(root.toFile())
        .as(WebArchive.class);
  }

  static Endpoint endpoint() {
    return Endpoint.atRoot(Integer.getInteger("payara.http.port"));
  }

  static MatrixProfile profile() {
    return MatrixProfile.of("Payara Micro 6").with(OptionalPart.values());
  }
}
