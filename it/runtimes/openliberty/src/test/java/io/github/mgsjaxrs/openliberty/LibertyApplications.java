package io.github.mgsjaxrs.openliberty;

import io.github.mgsjaxrs.conformance.given.GivenVerifierSuite;
import io.github.mgsjaxrs.conformance.matrix.MatrixProfile;
import io.github.mgsjaxrs.conformance.matrix.OptionalPart;
import io.github.mgsjaxrs.conformance.registration.ApplicationsSuite;
import io.github.mgsjaxrs.conformance.registration.Registration;
import io.github.mgsjaxrs.conformance.registration.ScanningApplication;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.war.SuiteWars;
import io.github.mgsjaxrs.conformance.war.WarFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** The web applications of the one start: at the root, and under context paths of their own. */
final class LibertyApplications {

  static final Path TEMPORARY = Path.of("target", "temporary").toAbsolutePath();

  private static final String MARKED = "marked-application";
  private static final String GUARDED = "replay";

  private LibertyApplications() {}

  static List<WarFile> all() {
    List<WarFile> all = new ArrayList<>();
    all.add(SuiteWars.echoAndMatrices("ROOT", TEMPORARY).classes(ScanningApplication.class));
    all.add(SuiteWars.ofMarkedApplication(MARKED));
    all.addAll(ApplicationsSuite.wars());
    all.addAll(GivenVerifierSuite.wars());
    all.add(SuiteWars.guardedByCaffeine(GUARDED));
    // both applications of one WAR are two ways
    for (Registration way :
        EnumSet.complementOf(EnumSet.of(Registration.TWO_APPLICATIONS_SECOND))) {
      all.add(way.war());
    }
    return all;
  }

  static Endpoint marked(Endpoint root) {
    return new Endpoint(root.host(), root.port(), "/" + MARKED);
  }

  static Endpoint guarded(Endpoint root) {
    return new Endpoint(root.host(), root.port(), "/" + GUARDED);
  }

  static MatrixProfile profile() {
    MatrixProfile profile = offered();
    for (String target :
        List.of("a|b?a=1", "x?a=|", "x?a={}", "x?a=^", "x?a=\"", "x?a=<>", "x?a=\\")) {
      profile.cannotHold(
          "target: /matrix/target/" + target,
          "RESTEasy makes no java.net.URI of it, and Liberty hands it on as it came: 400");
    }
    return profile;
  }

  private static MatrixProfile offered() {
    return MatrixProfile.of("Open Liberty 25")
        .with(
            OptionalPart.FORM_BESIDE_PARAMS,
            OptionalPart.BRIDGED_LOCATORS,
            OptionalPart.WHOLE_WAYS,
            OptionalPart.CDI,
            OptionalPart.EJB,
            OptionalPart.JSON,
            OptionalPart.PARTS,
            OptionalPart.SEEN_CLASSES,
            OptionalPart.SERVLET,
            OptionalPart.SUBCLASSED_BEANS);
  }
}
