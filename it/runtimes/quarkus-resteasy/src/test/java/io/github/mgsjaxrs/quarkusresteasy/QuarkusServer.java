package io.github.mgsjaxrs.quarkusresteasy;

import io.github.mgsjaxrs.conformance.matrix.MatrixProfile;
import io.github.mgsjaxrs.conformance.matrix.OptionalPart;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import org.eclipse.microprofile.config.ConfigProvider;

/** Where Quarkus listens, in this process, and what it has. */
final class QuarkusServer {

  static final String RUNTIME = "Quarkus RESTEasy Classic";

  private static final String NO_PART =
      "RESTEasy injects null outside of a servlet container; take a List of EntityPart";

  private QuarkusServer() {}

  static Endpoint endpoint() {
    return below("");
  }

  static Endpoint below(String base) {
    int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    return new Endpoint("127.0.0.1", port, base);
  }

  static MatrixProfile profileOf(String runtime) {
    MatrixProfile profile =
        MatrixProfile.of(runtime)
            .with(
                OptionalPart.FORM_BESIDE_PARAMS,
                OptionalPart.BRIDGED_LOCATORS,
                OptionalPart.WHOLE_WAYS,
                OptionalPart.CDI,
                OptionalPart.JSON,
                OptionalPart.PARTS,
                OptionalPart.SUBCLASSED_BEANS);
    for (int size : new int[] {100, 300_000}) {
      for (String preamble : new String[] {"", "behind an empty line, "}) {
        String name = "entity: part as @FormParam, " + preamble + size + " bytes";
        profile.cannotTake(name, NO_PART).cannotTake(name + ", chunked", NO_PART);
      }
    }
    return profile;
  }
}
