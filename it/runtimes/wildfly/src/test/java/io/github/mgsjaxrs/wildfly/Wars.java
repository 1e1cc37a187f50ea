package io.github.mgsjaxrs.wildfly;

import io.github.mgsjaxrs.conformance.matrix.MatrixProfile;
import io.github.mgsjaxrs.conformance.matrix.OptionalPart;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.war.EarFile;
import io.github.mgsjaxrs.conformance.war.WarFile;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Hands the suites' web applications to Arquillian, and tells where they listen. */
final class Wars {

  static final Path TEMPORARY = Path.of("target", "temporary").toAbsolutePath();

  private Wars() {}

  static WebArchive archive(WarFile war) {
    Path file = war.writeTo(Path.of("target", "wars"));
    return ShrinkWrap.create(ZipImporter.class, file.getFileName().toString())
        .importFrom(file.toFile())
        .as(WebArchive.class);
  }

  static EnterpriseArchive archive(EarFile ear) {
    Path file = ear.writeTo(Path.of("target", "ears"));
    return ShrinkWrap.create(ZipImporter.class, file.getFileName().toString())
        .importFrom(file.toFile())
        .as(EnterpriseArchive.class);
  }

  static Endpoint endpoint() {
    return Endpoint.atRoot(Integer.getInteger("wildfly.http.port"));
  }

  static MatrixProfile profile() {
    return MatrixProfile.of("WildFly 39").with(OptionalPart.values());
  }
}
