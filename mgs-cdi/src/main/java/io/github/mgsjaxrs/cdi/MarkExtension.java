package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.ApiGatewaySigned;
import io.github.mgsjaxrs.KooGallerySigned;
import io.github.mgsjaxrs.MgsRpcSigned;
import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.SignatureMark;
import io.github.mgsjaxrs.internal.protection.DeclaredMarks;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessProducerField;
import jakarta.enterprise.inject.spi.ProcessProducerMethod;
import jakarta.enterprise.inject.spi.ProcessSessionBean;
import jakarta.enterprise.inject.spi.ProcessSyntheticBean;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.interceptor.Interceptor;
import jakarta.ws.rs.Path;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;

/**
 * Remembers the marked classes, for proxies that hide them, and refuses marks that would protect
 * nothing, on containers with CDI Full (Weld, OpenWebBeans). On others {@link MarkBuildExtension}
 * does the same.
 */
public class MarkExtension implements Extension {

  private final Set<Class<?>> marked = new HashSet<>();
  private final Set<Class<?>> sessionBeans = new HashSet<>();
  private final Set<Class<?>> made = new HashSet<>();

  /** Called by the container. */
  public MarkExtension() {}

  /**
   * After other extensions, as they may change what is said of a class. {@link SignatureMark} finds
   * what has any mark. Containers look no deeper than into the annotations of a class, so that each
   * mark is named as well, for annotations that carry it.
   */
  void look(
      @Observes
          @Priority(Integer.MAX_VALUE)
          @WithAnnotations({
            SignatureMark.class,
            MgsSigned.class,
            MgsRpcSigned.class,
            KooGallerySigned.class,
            ApiGatewaySigned.class,
            Path.class,
            Decorator.class,
            Interceptor.class,
            Produces.class
          })
          ProcessAnnotatedType<?> found,
      BeanManager manager) {
    note(found.getAnnotatedType().getJavaClass());
    new SaidMarks(found.getAnnotatedType(), manager).require();
  }

  void look(@Observes ProcessManagedBean<?> found, BeanManager manager) {
    note(found.getAnnotatedBeanClass().getJavaClass());
    new SaidMarks(found.getAnnotatedBeanClass(), manager).require(found.getBean().getStereotypes());
  }

  void lookAtSessionBean(@Observes ProcessSessionBean<?> found, BeanManager manager) {
    Class<?> type = found.getBean().getBeanClass();
    note(type);
    sessionBeans.add(type);
    new SaidMarks(found.getAnnotatedBeanClass(), manager).require(found.getBean().getStereotypes());
  }

  void lookAtMethod(@Observes ProcessProducerMethod<?, ?> found) {
    noteMade(found.getBean());
  }

  void lookAtField(@Observes ProcessProducerField<?, ?> found) {
    noteMade(found.getBean());
  }

  void lookAtSynthetic(@Observes ProcessSyntheticBean<?> found) {
    noteMade(found.getBean());
  }

  /** What code makes may have any class that has these types. */
  private void noteMade(Bean<?> bean) {
    bean.getTypes().stream()
        .map(MarkExtension::raw)
        .filter(type -> type != Object.class)
        .forEach(made::add);
  }

  private static Class<?> raw(Type type) {
    if (type instanceof Class<?> known) {
      return known;
    }
    return type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw
        ? raw
        : Object.class;
  }

  void tell(@Observes AfterBeanDiscovery beans) {
    beans
        .<MarkedClasses>addBean()
        .id(BeanIds.of(MarkedClasses.class))
        .types(MarkedClasses.class, Object.class)
        .scope(Dependent.class)
        // synthetic beans are processed after this
        .produceWith(instances -> new MarkedClasses(marked, sessionBeans, made));
  }

  private void note(Class<?> type) {
    if (DeclaredMarks.areIn(type)) {
      marked.add(type);
    }
  }
}
