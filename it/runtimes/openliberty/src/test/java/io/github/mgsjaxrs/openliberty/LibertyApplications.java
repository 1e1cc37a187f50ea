package io.github.mgsjaxrs.openliberty;

import io.github.mgsjaxrs.conformance.given.GivenVerifierSuite;
import io.github.mgsjaxrs.conformance.matrix.MatrixProfile;
import io.github.mgsjaxrs.conformance.matrix.OptionalPart;
import io.github.mgsjaxrs.conformance.registration.ScanningApplication;
import io.github.mgsjaxrs.conformance.server.ServerSuites;
import io.github.mgsjaxrs.conformance.war.SuiteWars;
import io.github.mgsjaxrs.conformance.war.WarFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The web applications of the one start: at the root, and under context paths of their own. */
final class LibertyApplications {

  static final Path TEMPORARY = Path.of("target", "temporary").toAbsolutePath();

  /** Whose mark stands on its application. */
  static final String MARKED = "marked-application";

  private LibertyApplications() {}

  static List<WarFile> all() {
    List<WarFile> all = new ArrayList<>();
    all.add(SuiteWars.echoAndMatrices("ROOT", TEMPORARY).classes(ScanningApplication.class));
    all.add(SuiteWars.ofMarkedApplication(MARKED));
    all.addAll(GivenVerifierSuite.wars());
    all.addAll(ServerSuites.wars(SuiteWars::guardedByCaffeine));
    return all;
  }

  static MatrixProfile profile() {
    MatrixProfile profile = MatrixProfile.of("Open Liberty 25").with(OptionalPart.values());
    for (String target :
        List.of("a|b?a=1", "x?a=|", "x?a={}", "x?a=^", "x?a=\"", "x?a=<>", "x?a=\\")) {
      profile.cannotHold(
          "target: /matrix/target/" + target,
          "RESTEasy makes no java.net.URI of it, and Liberty hands it on as it came: 400");
    }
    return profile;
  }
}
