package io.github.mgsjaxrs.jersey;

import io.github.mgsjaxrs.conformance.hostile.cdi.Resources;
import io.github.mgsjaxrs.conformance.matrix.Matrices;
import io.github.mgsjaxrs.conformance.matrix.MatrixProfile;
import io.github.mgsjaxrs.conformance.matrix.OptionalPart;
import io.github.mgsjaxrs.conformance.matrix.resources.MatrixResources;
import io.github.mgsjaxrs.conformance.matrix.resources.cdi.CdiResources;
import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The matrices on Jersey with Grizzly and Weld, set up by configuration alone. */
@Tag("cdi")
@ResourceLock("cdi")
class WeldMatrixTest extends Matrices {

  private static Class<?>[] beans() {
    List<Class<?>> beans = new ArrayList<>();
    beans.add(CdiResources.OneForAll.class);
    beans.add(CdiResources.OneForEach.class);
    beans.add(CdiResources.MarkedBean.class);
    beans.add(CdiResources.PlainBean.class);
    beans.add(CdiResources.Locators.class);
    beans.addAll(Resources.roots());
    beans.addAll(Resources.others());
    beans.addAll(io.github.mgsjaxrs.conformance.hostile.subclassed.Resources.roots());
    return beans.toArray(Class<?>[]::new);
  }

  @RegisterExtension
  static final SharedServer SERVER =
      WeldServer.of(MatrixResources::settings, WeldMatrixTest::application, beans());

  static ResourceConfig application() {
    return GrizzlyMatrixTest.application()
        .registerClasses(Set.copyOf(Resources.roots()))
        .registerClasses(
            Set.copyOf(io.github.mgsjaxrs.conformance.hostile.subclassed.Resources.roots()))
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
    return GrizzlyMatrixTest.profile("Jersey with Weld SE on Grizzly")
        .with(OptionalPart.CDI, OptionalPart.SUBCLASSED_BEANS);
  }
}
