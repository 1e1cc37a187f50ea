package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.internal.protection.DeclaredMarks;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a container with CDI Full says of a class, after all extensions: some may have added marks.
 */
final class SaidMarks {

  private final AnnotatedType<?> said;
  private final BeanManager manager;

  SaidMarks(AnnotatedType<?> said, BeanManager manager) {
    this.said = said;
    this.manager = manager;
  }

  /** Refuses each mark that counts for nothing: an added one, or one at a place of another kind. */
  void require() {
    require(Set.of());
  }

  /**
   * The same of a bean.
   *
   * @param stereotypes those of the bean, to which an extension can add some
   */
  void require(Set<Class<? extends Annotation>> stereotypes) {
    Class<?> type = said.getJavaClass();
    Collection<Annotation> ofClass = new ArrayList<>(said.getAnnotations());
    stereotypes.forEach(stereotype -> ofClass.addAll(carried(stereotype)));
    if (DeclaredMarks.areAdded(type, ofClass, this::carried)) {
      throw MarkPlaces.faultOfAdded(type.getName());
    }
    for (AnnotatedMethod<?> method : said.getMethods()) {
      if (DeclaredMarks.areAdded(
          type, method.getJavaMember(), method.getAnnotations(), this::carried)) {
        throw MarkPlaces.faultOfAdded(method.getJavaMember().toGenericString());
      }
    }
    Map<AnnotatedElement, Annotated> members = members();
    MarkPlaces.require(
        type,
        (element, annotation) -> {
          Annotated member = members.get(element);
          return element.isAnnotationPresent(annotation)
              || (member != null && member.isAnnotationPresent(annotation));
        });
  }

  /**
   * What extensions say of the definition of an annotation counts besides the annotation itself.
   */
  private Set<Annotation> carried(Class<? extends Annotation> annotation) {
    Set<Annotation> carried = new HashSet<>(List.of(annotation.getDeclaredAnnotations()));
    if (manager.isStereotype(annotation)) {
      carried.addAll(manager.getStereotypeDefinition(annotation));
    }
    if (manager.isInterceptorBinding(annotation)) {
      carried.addAll(manager.getInterceptorBindingDefinition(annotation));
    }
    return carried;
  }

  private Map<AnnotatedElement, Annotated> members() {
    Map<AnnotatedElement, Annotated> members = new HashMap<>();
    members.put(said.getJavaClass(), said);
    said.getMethods().forEach(method -> members.put(method.getJavaMember(), method));
    said.getFields().forEach(field -> members.put(field.getJavaMember(), field));
    return members;
  }
}
