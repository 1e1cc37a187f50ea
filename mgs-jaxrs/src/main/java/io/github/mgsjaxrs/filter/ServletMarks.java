package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.KooGallerySigned;
import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.MgsRpcSigned;
import io.github.mgsjaxrs.MgsSigned;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.HandlesTypes;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the marked classes of a web application, for proxies that hide them; called by the
 * servlet container, which finds it as a service.
 *
 * <p>Containers tell classes with a mark of their own, some of them also those with a marked
 * method; none tells a class whose mark stands inside another annotation.
 */
@HandlesTypes({MgsSigned.class, MgsRpcSigned.class, KooGallerySigned.class})
public final class ServletMarks implements ServletContainerInitializer {

  private static final String SEEN = "io.github.mgsjaxrs.servlet.marked";

  /** For the servlet container. */
  public ServletMarks() {}

  @Override
  public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
    Set<Class<?>> marked =
        classes == null
            ? Set.of()
            : classes.stream()
                .filter(type -> !type.isAnnotation())
                .collect(Collectors.toUnmodifiableSet());
    try {
      marked.forEach(OtherEndpoints::requireNone);
    } catch (MgsConfigurationException fault) {
      throw ServletGuard.told(String.valueOf(fault.getMessage()), fault);
    }
    context.setAttribute(SEEN, marked);
  }

  /**
   * The marked classes that were seen.
   *
   * @param context the web application
   * @return the classes; empty where the container did not ask this class
   */
  static Optional<Set<Class<?>>> seen(ServletContext context) {
    return context.getAttribute(SEEN) instanceof Set<?> known
        ? Optional.of(known.stream().<Class<?>>map(Class.class::cast).collect(Collectors.toSet()))
        : Optional.empty();
  }
}
