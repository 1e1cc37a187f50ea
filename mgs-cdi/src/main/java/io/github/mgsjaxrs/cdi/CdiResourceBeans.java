package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.internal.protection.ResourceBeans;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the beans of the running container are, behind their proxies. Throws IllegalStateException
 * where no container knows the current thread: nothing is known then, and nothing may be
 * remembered.
 */
public final class CdiResourceBeans implements ResourceBeans {

  /** Called by the service loader. */
  public CdiResourceBeans() {}

  @Override
  public Set<Class<?>> classesOf(Class<?> type) {
    Set<Class<?>> classes = sessionBeansOf(type);
    beans(type).stream()
        .map(Bean::getBeanClass)
        .filter(type::isAssignableFrom)
        .forEach(classes::add);
    return classes;
  }

  @Override
  public Set<Class<?>> sessionBeansOf(Class<?> type) {
    Set<Class<?>> sessionBeans = known().map(MarkedClasses::sessionBeans).orElse(Set.of());
    Set<Class<?>> classes = new HashSet<>();
    // a descriptor's local views are known to the container alone
    beans(type).stream()
        .map(Bean::getBeanClass)
        .filter(sessionBeans::contains)
        .forEach(classes::add);
    sessionBeans.stream().filter(bean -> SessionViews.mayShow(bean, type)).forEach(classes::add);
    return classes;
  }

  /** The bean class of a producer is where it stands, also where it makes objects of that class. */
  @Override
  public boolean areMadeByCode(Class<?> type) {
    return known().map(MarkedClasses::made).orElse(Set.of()).contains(type)
        || beans(type).stream()
            .filter(bean -> !isSessionBean(bean))
            .anyMatch(BeanKinds::isMadeByCode);
  }

  @Override
  public Optional<Class<?>> chosenFor(Class<?> type) {
    return chosen(CDI.current().getBeanManager(), type)
        .map(Bean::getBeanClass)
        .filter(type::isAssignableFrom)
        .map(found -> found);
  }

  private static Optional<Bean<?>> chosen(BeanManager manager, Class<?> type) {
    try {
      return Optional.ofNullable(manager.resolve(manager.getBeans(type)));
    } catch (AmbiguousResolutionException several) {
      return Optional.empty();
    }
  }

  @Override
  public Set<Class<?>> marked() {
    return known().map(MarkedClasses::all).orElse(Set.of());
  }

  private static boolean isSessionBean(Bean<?> bean) {
    return known().map(MarkedClasses::sessionBeans).orElse(Set.of()).contains(bean.getBeanClass());
  }

  private static Optional<MarkedClasses> known() {
    return Optional.of(CDI.current().select(MarkedClasses.class))
        .filter(Instance::isResolvable)
        .map(Instance::get);
  }

  private static Set<Bean<?>> beans(Class<?> type) {
    return CDI.current().getBeanManager().getBeans(type, Any.Literal.INSTANCE);
  }
}
