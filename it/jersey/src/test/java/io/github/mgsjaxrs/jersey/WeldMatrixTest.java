package io.github.mgsjaxrs.jersey;

import io.github.mgsjaxrs.conformance.matrix.Matrices;
import io.github.mgsjaxrs.conformance.matrix.MatrixProfile;
import io.github.mgsjaxrs.conformance.matrix.OptionalPart;
import io.github.mgsjaxrs.conformance.matrix.resources.MatrixResources;
import io.github.mgsjaxrs.conformance.matrix.resources.cdi.CdiResources;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The matrices on Jersey with Grizzly and Weld, set up by configuration alone. */
@Tag("cdi")
@ResourceLock("cdi")
class WeldMatrixTest extends Matrices {

  private static final Class<?>[] BEANS = {
    CdiResources.OneForAll.class,
    CdiResources.OneForEach.class,
    CdiResources.MarkedBean.class,
    CdiResources.PlainBean.class,
    CdiResources.Locators.class
  };

  @RegisterExtension
  static final JerseyServer SERVER =
      WeldServer.of(MatrixResources::settings, WeldMatrixTest::application, BEANS);

  static ResourceConfig application() {
    return GrizzlyMatrixTest.application()
        .registerClasses(
            CdiResources.OneForAll.class,
            CdiResources.OneForEach.class,
            CdiResources.Locators.class);
  }

  @Override
  protected Endpoint endpoint() {
    return SERVER.endpoint();
  }

  @Override
  protected MatrixProfile profile() {
    return MatrixProfile.of("Jersey with Weld SE on Grizzly")
        .with(OptionalPart.CDI, OptionalPart.JSON, OptionalPart.PARTS);
  }
}
