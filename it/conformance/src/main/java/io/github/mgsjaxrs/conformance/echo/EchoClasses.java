package io.github.mgsjaxrs.conformance.echo;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The echo application, to be registered where nothing scans for it. */
public final class EchoClasses {

  private EchoClasses() {}

  /**
   * Its resources.
   *
   * @return root resource classes
   */
  public static Set<Class<?>> all() {
    Set<Class<?>> classes =
        new LinkedHashSet<>(
            List.of(
                SignedEcho.class,
                OpenEcho.class,
                FormResource.class,
                CallsResource.class,
                PackageEcho.class,
                RpcEcho.class,
                RpcOperationEcho.class,
                KooGalleryEcho.class,
                ApiGatewayEcho.class,
                ApiGatewayEchoes.Published.class,
                ApiGatewayEchoes.Requiring.class,
                ApiGatewayEchoes.Scoped.class));
    classes.addAll(RpcMarks.classes());
    classes.addAll(KooGalleryMarks.classes());
    classes.addAll(ApiGatewayMarks.classes());
    return classes;
  }
}
