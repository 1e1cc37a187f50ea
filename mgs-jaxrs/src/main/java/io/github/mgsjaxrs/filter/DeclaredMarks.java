package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.KooGallerySigned;
import io.github.mgsjaxrs.MgsRpcSigned;
import io.github.mgsjaxrs.MgsSigned;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The marks that stand on one class or method, also inside other annotations: an annotation or a
 * stereotype that carries {@code @MgsSigned} is a mark itself, however deep it carries it.
 *
 * <p>A mark counts by its name. One whose class was loaded by another class loader than this
 * library cannot be read, so that nothing meets what it asks for.
 */
public final class DeclaredMarks {

  private static final Map<String, Function<Annotation, @Nullable Requirement>> READERS =
      Map.of(
          MgsSigned.class.getName(),
          mark -> mark instanceof MgsSigned known ? Requirement.of(known) : null,
          MgsRpcSigned.class.getName(),
          mark -> mark instanceof MgsRpcSigned known ? Requirement.of(known) : null,
          KooGallerySigned.class.getName(),
          mark -> mark instanceof KooGallerySigned known ? Requirement.of(known) : null);

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

  /** What the marks on a class or method ask for, each for itself. */
  static List<Requirement> on(AnnotatedElement element) {
    List<Requirement> found = new ArrayList<>();
    collect(element, found, new HashSet<>());
    return found;
  }

  private static void collect(
      AnnotatedElement element, List<Requirement> found, Set<Class<?>> carriers) {
    for (Annotation annotation : element.getDeclaredAnnotations()) {
      Class<? extends Annotation> type = annotation.annotationType();
      Function<Annotation, @Nullable Requirement> reader = READERS.get(type.getName());
      if (reader != null) {
        Requirement requirement = reader.apply(annotation);
        found.add(requirement == null ? Requirement.ofForeignMark(type) : requirement);
      } else if (carriers.add(type)) {
        // annotations may carry each other
        collect(type, found, carriers);
      }
    }
  }
}
