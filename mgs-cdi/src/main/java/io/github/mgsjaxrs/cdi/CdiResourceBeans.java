package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.filter.ResourceBeans;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What the beans of the running container are, behind their proxies. */
public final class CdiResourceBeans implements ResourceBeans {

  /** Called by the service loader. */
  public CdiResourceBeans() {}

  @Override
  public Set<Class<?>> classesOf(Class<?> type) {
    Set<Class<?>> classes = new HashSet<>();
    for (Bean<?> bean : beans(type)) {
      classes.add(bean.getBeanClass());
    }
    return classes;
  }

  /** The bean class of a producer is where it stands, and not what it makes. */
  @Override
  public boolean areMadeByCode(Class<?> type) {
    return beans(type).stream().anyMatch(bean -> !bean.getTypes().contains(bean.getBeanClass()));
  }

  @Override
  public Optional<Class<?>> chosenFor(Class<?> type) {
    return container()
        .map(CDI::getBeanManager)
        .flatMap(manager -> chosen(manager, type))
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
    return container()
        .map(found -> found.select(MarkedClasses.class))
        .filter(Instance::isResolvable)
        .map(known -> known.get().all())
        .orElse(Set.of());
  }

  private static Set<Bean<?>> beans(Class<?> type) {
    return container()
        .map(found -> found.getBeanManager().getBeans(type, Any.Literal.INSTANCE))
        .orElse(Set.of());
  }

  private static Optional<CDI<Object>> container() {
    try {
      return Optional.of(CDI.current());
    } catch (IllegalStateException noContainer) {
      return Optional.empty();
    }
  }
}
