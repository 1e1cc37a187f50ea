package io.github.mgsjaxrs.jersey;

import io.github.mgsjaxrs.conformance.matrix.MarkedApplicationMatrix;
import io.github.mgsjaxrs.conformance.matrix.Matrices;
import io.github.mgsjaxrs.conformance.matrix.MatrixProfile;
import io.github.mgsjaxrs.conformance.matrix.OptionalPart;
import io.github.mgsjaxrs.conformance.matrix.resources.MatrixCalls;
import io.github.mgsjaxrs.conformance.matrix.resources.MatrixResources;
import io.github.mgsjaxrs.conformance.matrix.resources.application.MarkedApplication;
import io.github.mgsjaxrs.conformance.matrix.resources.application.UnmarkedResource;
import io.github.mgsjaxrs.conformance.matrix.resources.json.JsonResource;
import io.github.mgsjaxrs.conformance.matrix.resources.parts.PartsResource;
import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.verifier.MgsVerifierBuilder;
import java.util.Set;
import org.glassfish.jersey.media.multipart.MultiPartFeature;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The matrices on Jersey with Grizzly, without CDI and without a servlet container. */
class GrizzlyMatrixTest extends Matrices {

  @RegisterExtension
  static final SharedServer SERVER =
      GrizzlyServer.of(GrizzlyMatrixTest::verifier, GrizzlyMatrixTest::application);

  @RegisterExtension
  static final SharedServer OF_MARKED_APPLICATION =
      GrizzlyServer.of(
          TestVerifiers::builder, () -> ResourceConfig.forApplicationClass(Listed.class));

  /** Lists the resources, as nothing scans for them here. */
  public static class Listed extends MarkedApplication {
    @Override
    public Set<Class<?>> getClasses() {
      return Set.of(UnmarkedResource.class, MatrixCalls.class);
    }
  }

  static MgsVerifierBuilder verifier() {
    return TestVerifiers.builder()
        .protect("/matrix/api/*", "/matrix/wild/*", "/matrix/exact")
        .protectExcept("/matrix/api/health")
        .protectWithKeys("/matrix/api/orders/*", Set.of("team.a/orders"));
  }

  static ResourceConfig application() {
    return new ResourceConfig()
        .registerClasses(Set.copyOf(MatrixResources.classes()))
        .registerClasses(Set.copyOf(io.github.mgsjaxrs.conformance.hostile.plain.Resources.roots()))
        .registerClasses(
            Set.copyOf(io.github.mgsjaxrs.conformance.hostile.bridged.Resources.roots()))
        .registerClasses(JsonResource.class, PartsResource.class)
        .register(MultiPartFeature.class);
  }

  @Override
  protected Endpoint endpoint() {
    return SERVER.endpoint();
  }

  @Override
  protected MatrixProfile profile() {
    return profile("Jersey on Grizzly");
  }

  /** What every Jersey has. */
  static MatrixProfile profile(String runtime) {
    return MatrixProfile.of(runtime)
        .with(
            OptionalPart.FORM_BESIDE_PARAMS,
            OptionalPart.BRIDGED_LOCATORS,
            OptionalPart.WHOLE_WAYS,
            OptionalPart.JSON,
            OptionalPart.PARTS);
  }

  @Nested
  class Application extends MarkedApplicationMatrix {
    @Override
    protected Endpoint endpoint() {
      return OF_MARKED_APPLICATION.endpoint();
    }

    @Override
    protected MatrixProfile profile() {
      return GrizzlyMatrixTest.this.profile();
    }
  }
}
