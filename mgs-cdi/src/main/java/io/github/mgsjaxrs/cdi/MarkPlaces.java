package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.internal.protection.DeclaredMarks;
import io.github.mgsjaxrs.internal.protection.OtherEndpoints;
import jakarta.decorator.Decorator;
import jakarta.enterprise.inject.Produces;
import jakarta.interceptor.Interceptor;
import java.lang.annotation.Annotation;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Marks at places where nothing can honour them: they stop the start. */
final class MarkPlaces {

  private MarkPlaces() {}

  /**
   * Refuses marks of a class that would protect nothing.
   *
   * @param type any class
   * @param has whether a class, method or field has an annotation, which an extension may have
   *     added
   */
  static void require(
      Class<?> type, BiPredicate<AnnotatedElement, Class<? extends Annotation>> has) {
    require(type, has, false);
  }

  private static void require(
      Class<?> type,
      BiPredicate<AnnotatedElement, Class<? extends Annotation>> has,
      boolean onQuarkus) {
    DeclaredMarks.requireMeaning(type);
    List<? extends AccessibleObject> marked;
    try {
      marked =
          Stream.<AccessibleObject>concat(
                  Stream.of(type.getDeclaredMethods()), Stream.of(type.getDeclaredFields()))
              .filter(DeclaredMarks::areOn)
              .toList();
    } catch (LinkageError missing) {
      // no container can look for its methods either
      return;
    }
    // what a decorator implements may well be a marked resource
    if (DeclaredMarks.areOn(type) || marked.stream().anyMatch(Method.class::isInstance)) {
      if (has.test(type, Decorator.class)) {
        throw fault(type, "a decorator");
      }
      if (has.test(type, Interceptor.class)) {
        throw fault(type, "an interceptor");
      }
    }
    for (AccessibleObject member : marked) {
      if (has.test(member, Produces.class)) {
        throw new MgsConfigurationException(
            of((Member) member)
                + " has a mark, but is a producer: a mark there protects nothing. Put it on the class"
                + " of what it produces, or on the locator that returns it");
      }
    }
    OtherEndpoints.requireNone(type, onQuarkus);
  }

  /** As reflection tells. */
  static void requireOnQuarkus(Class<?> type) {
    require(type, AnnotatedElement::isAnnotationPresent, true);
  }

  /** Jakarta REST sees no annotation that an extension of CDI adds. */
  static MgsConfigurationException faultOfAdded(String element) {
    return new MgsConfigurationException(
        element
            + " has a mark that an extension of CDI gave it: a mark there protects nothing, as Jakarta"
            + " REST does not see it. Write it on the class, method or annotation itself");
  }

  private static MgsConfigurationException fault(Class<?> type, String what) {
    return new MgsConfigurationException(
        type.getName()
            + " has a mark, but is "
            + what
            + ": a mark there protects nothing. Put it on the resource class, or on an interface of"
            + " it");
  }

  private static String of(Member member) {
    return member.getDeclaringClass().getName() + "." + member.getName();
  }
}
