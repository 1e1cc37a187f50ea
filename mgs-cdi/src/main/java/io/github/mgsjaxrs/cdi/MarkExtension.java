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
import jakarta.enterprise.inject.spi.Bean;
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
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Remembers the marked classes, for proxies that hide them, and refuses marks that would protect
 * nothing, on containers with CDI Full (Weld, OpenWebBeans). On others {@link MarkBuildExtension}
 * does the same.
 */
public class MarkExtension implements Extension {

  private static final List<Class<? extends Annotation>> MARKS =
      List.of(MgsSigned.class, MgsRpcSigned.class, KooGallerySigned.class);

  private final Set<Class<?>> marked = new HashSet<>();
  private final Set<Class<?>> sessionBeans = new HashSet<>();
  private final Set<Class<?>> made = new HashSet<>();

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
    requireDeclared(found.getAnnotatedBeanClass());
  }

  void lookAtSessionBean(@Observes ProcessSessionBean<?> found) {
    Class<?> type = found.getBean().getBeanClass();
    note(type);
    sessionBeans.add(type);
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

  /** Jakarta REST sees no annotation that an extension of CDI adds. */
  private static void requireDeclared(AnnotatedType<?> type) {
    if (MARKS.stream().anyMatch(type::isAnnotationPresent)
        && !DeclaredMarks.areIn(type.getJavaClass())) {
      throw new MgsConfigurationException(
          MarkPlaces.fault(type.getJavaClass().getName(), "given it by an extension of CDI alone"));
    }
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

  private static void requireUnmarked(Class<?> type, String what) {
    if (DeclaredMarks.areIn(type)) {
      throw new MgsConfigurationException(MarkPlaces.fault(type.getName(), what));
    }
  }
}
