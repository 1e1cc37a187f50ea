package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.KooGallerySigned;
import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.MgsRpcSigned;
import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.filter.DeclaredMarks;
import jakarta.decorator.Decorator;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessSessionBean;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.interceptor.Interceptor;
import jakarta.ws.rs.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Remembers the marked classes, for proxies that hide them, and refuses marks that would protect
 * nothing, on containers with CDI Full (Weld, OpenWebBeans). On others {@link MarkBuildExtension}
 * does the same.
 */
public class MarkExtension implements Extension {

  private final Set<Class<?>> marked = new HashSet<>();

  /** Called by the container. */
  public MarkExtension() {}

  void look(
      @Observes
          @WithAnnotations({
            MgsSigned.class,
            MgsRpcSigned.class,
            KooGallerySigned.class,
            Path.class,
            Decorator.class,
            Interceptor.class,
            Produces.class
          })
          ProcessAnnotatedType<?> found) {
    AnnotatedType<?> type = found.getAnnotatedType();
    note(type.getJavaClass());
    if (type.isAnnotationPresent(Decorator.class)) {
      requireUnmarked(type.getJavaClass(), "a decorator");
    }
    if (type.isAnnotationPresent(Interceptor.class)) {
      requireUnmarked(type.getJavaClass(), "an interceptor");
    }
    type.getMethods().stream()
        .filter(method -> method.isAnnotationPresent(Produces.class))
        .map(AnnotatedMethod::getJavaMember)
        .filter(DeclaredMarks::areOn)
        .forEach(
            producer -> {
              throw new MgsConfigurationException(
                  MarkPlaces.faultOfProducer(producer.toGenericString()));
            });
  }

  void look(@Observes ProcessManagedBean<?> found) {
    note(found.getAnnotatedBeanClass().getJavaClass());
  }

  void look(@Observes ProcessSessionBean<?> found) {
    note(found.getBean().getBeanClass());
  }

  void tell(@Observes AfterBeanDiscovery beans) {
    Set<Class<?>> all = Set.copyOf(marked);
    beans
        .<MarkedClasses>addBean()
        .id(BeanIds.of(MarkedClasses.class))
        .types(MarkedClasses.class, Object.class)
        .scope(Dependent.class)
        .produceWith(instances -> new MarkedClasses(all));
  }

  private void note(Class<?> type) {
    if (DeclaredMarks.areIn(type)) {
      marked.add(type);
    }
  }

  private static void requireUnmarked(Class<?> type, String what) {
    if (DeclaredMarks.areIn(type)) {
      throw new MgsConfigurationException(MarkPlaces.fault(type.getName(), what));
    }
  }
}
