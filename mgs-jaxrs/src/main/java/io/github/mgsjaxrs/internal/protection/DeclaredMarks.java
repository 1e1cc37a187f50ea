package io.github.mgsjaxrs.internal.protection;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.SignatureMark;
import io.github.mgsjaxrs.internal.scheme.MarkMeaning;
import io.github.mgsjaxrs.internal.scheme.Requirement;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The marks that stand on one class or method, also inside other annotations: an annotation or a
 * stereotype that carries {@code @MgsSigned} is a mark itself, however deep it carries it.
 *
 * <p>Marks are known by {@link SignatureMark}, which they carry, and by their names. Nothing meets
 * what one asks for that is of no scheme, or whose class was loaded by another class loader than
 * this library, so that it cannot be read.
 */
public final class DeclaredMarks {

  private DeclaredMarks() {}

  /**
   * Whether any mark stands on a class or method itself.
   *
   * @param element the class or method, whose supertypes are not looked at
   * @return whether there is one, by itself or in another annotation
   */
  public static boolean areOn(AnnotatedElement element) {
    return !on(element).isEmpty();
  }

  /**
   * Whether any mark stands on a class, a supertype of it, or a method of one of these.
   *
   * @param type the class
   * @return whether there is one; false where a class that it needs is missing, as no runtime can
   *     look for resource methods there either
   */
  public static boolean areIn(Class<?> type) {
    try {
      TypeHierarchy types = TypeHierarchy.of(type);
      return !types.marks().isEmpty() || types.methods().stream().anyMatch(DeclaredMarks::areOn);
    } catch (LinkageError missing) {
      return false;
    }
  }

  /**
   * Whether somebody, such as an extension of CDI, says of a class that it has marks which count
   * for nothing, as Jakarta REST does not see them.
   *
   * @param type the class
   * @param said the annotations that it is said to have
   * @param carried the annotations that an annotation is said to have itself
   * @return whether there is a mark among them, by itself or in another annotation, that neither
   *     the class nor a supertype of it has
   */
  public static boolean areAdded(
      Class<?> type,
      Collection<? extends Annotation> said,
      Function<Class<? extends Annotation>, ? extends Collection<Annotation>> carried) {
    List<Requirement> marks = new MarkSearch(carried).among(said, type).found();
    return !marks.isEmpty() && !TypeHierarchy.of(type).marks().containsAll(marks);
  }

  /**
   * Whether somebody, such as an extension of CDI, says of a method that it has marks which count
   * for nothing, as Jakarta REST does not see them.
   *
   * @param type the class that has it
   * @param method the method, which a superclass may declare
   * @param said the annotations that it is said to have
   * @param carried the annotations that an annotation is said to have itself
   * @return whether there is a mark among them, by itself or in another annotation, that neither
   *     the method has nor one that it overrides or implements
   */
  public static boolean areAdded(
      Class<?> type,
      Method method,
      Collection<? extends Annotation> said,
      Function<Class<? extends Annotation>, ? extends Collection<Annotation>> carried) {
    List<Requirement> marks = new MarkSearch(carried).among(said, method).found();
    if (marks.isEmpty()) {
      return false;
    }
    List<Method> counting =
        TypeHierarchy.of(type).methods(method.getName(), method.getParameterCount()).stream()
            // an overload of the same class is another method
            .filter(
                same ->
                    same.equals(method) || same.getDeclaringClass() != method.getDeclaringClass())
            .toList();
    return !TypeHierarchy.marks(counting).containsAll(marks);
  }

  /**
   * Refuses what {@link SignatureMark} calls a mark, and what is none of any scheme.
   *
   * @param type the class that has it, or a supertype or a method of which has; or what carries it
   * @throws MgsConfigurationException if there is such a mark
   */
  public static void requireMeaning(Class<?> type) {
    try {
      TypeHierarchy types = TypeHierarchy.of(type);
      Stream.concat(types.all().stream(), types.methods().stream())
          .flatMap(element -> search(element).strays().stream())
          .findFirst()
          .ifPresent(
              stray -> {
                throw new MgsConfigurationException(stray);
              });
    } catch (LinkageError missing) {
      // no runtime can look for its methods either
    }
  }

  /** What the marks on a class or method ask for, each for itself. */
  public static List<Requirement> on(AnnotatedElement element) {
    return search(element).found();
  }

  private static MarkSearch search(AnnotatedElement element) {
    MarkSearch search = new MarkSearch(DeclaredMarks::carriedBy);
    if (!(element instanceof Class<?> type)) {
      return search.among(carriedBy(element), element);
    }
    // a mark is not marked itself
    return SchemeMarks.named(type.getName()) == null
        ? search.among(carriedBy(element), element).addUnseen(type)
        : search;
  }

  /** With those of what a method returns: an annotation for uses of types stands there alone. */
  private static List<Annotation> carriedBy(AnnotatedElement element) {
    List<Annotation> carried = new ArrayList<>(List.of(element.getDeclaredAnnotations()));
    if (element instanceof Method method) {
      AnnotatedType returned = method.getAnnotatedReturnType();
      while (returned instanceof AnnotatedArrayType array) {
        carried.addAll(List.of(returned.getAnnotations()));
        returned = array.getAnnotatedGenericComponentType();
      }
      carried.addAll(List.of(returned.getAnnotations()));
    }
    return carried;
  }

  /** What a mark asks for that is bound by its type alone, or the marks that the type carries. */
  public static List<Requirement> of(Class<? extends Annotation> binding) {
    MarkMeaning<?> meaning = SchemeMarks.named(binding.getName());
    return meaning == null ? on(binding) : List.of(Requirement.anyKey(meaning.scheme()));
  }
}
