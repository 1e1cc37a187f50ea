package io.github.mgsjaxrs.internal.proof;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.HandlesTypes;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Has {@link NamedDispatchProof} stand in front of the servlets that a JAX-RS runtime registers for
 * each {@code Application} by an initializer that may run later; called by the servlet container,
 * which finds it as a service.
 *
 * <p>Jakarta REST names such a servlet like the class, or like {@code Application} itself.
 */
@HandlesTypes(Application.class)
public final class ApplicationServlets implements ServletContainerInitializer {

  /** For the servlet container. */
  public ApplicationServlets() {}

  @Override
  public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
    ServletRegistration.open(context);
    NamedDispatchProof.map(
        context,
        Stream.concat(
                Stream.of(Application.class), classes == null ? Stream.of() : classes.stream())
            .map(Class::getName)
            .distinct()
            .toList());
  }
}
