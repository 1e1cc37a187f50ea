package io.github.mgsjaxrs.filter;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Asks a proxy of a CDI container for the object that it stands for, by the container's own
 * interface, which need not be there. CDI itself has no way to ask.
 */
final class ProxiedObject {

  private static final System.Logger LOG = System.getLogger(ProxiedObject.class.getName());

  private static final String WELD = "org.jboss.weld.proxy.WeldClientProxy";
  private static final String ARC = "io.quarkus.arc.ClientProxy";
  private static final String OPEN_WEB_BEANS = "org.apache.webbeans.proxy.OwbNormalScopeProxy";
  private static final String OF_OPEN_WEB_BEANS =
      "org.apache.webbeans.proxy.NormalScopeProxyFactory";

  private ProxiedObject() {}

  /**
   * The object behind a proxy, which the container may create for that.
   *
   * @param shown what a runtime shows
   * @return the object; the same where this is no such proxy, or does not tell
   */
  static Object behind(Object shown) {
    try {
      Object behind = ask(shown);
      return behind == null ? shown : behind;
    } catch (ReflectiveOperationException | RuntimeException | LinkageError hidden) {
      LOG.log(System.Logger.Level.DEBUG, "A proxy does not tell what it stands for", hidden);
      return shown;
    }
  }

  private static @Nullable Object ask(Object shown) throws ReflectiveOperationException {
    for (Class<?> type = shown.getClass(); type != null; type = type.getSuperclass()) {
      for (Class<?> shape : type.getInterfaces()) {
        switch (shape.getName()) {
          case WELD -> {
            Method metadata = shape.getMethod("getMetadata");
            return metadata
                .getReturnType()
                .getMethod("getContextualInstance")
                .invoke(metadata.invoke(shown));
          }
          case ARC -> {
            return shape.getMethod("arc_contextualInstance").invoke(shown);
          }
          case OPEN_WEB_BEANS -> {
            return Class.forName(OF_OPEN_WEB_BEANS, true, shape.getClassLoader())
                .getMethod("unwrapInstance", Object.class)
                .invoke(null, shown);
          }
          default -> {}
        }
      }
    }
    return null;
  }
}
