package io.github.mgsjaxrs.internal.protection;

import io.github.mgsjaxrs.KooGallerySigned;
import io.github.mgsjaxrs.MgsRpcSigned;
import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.internal.scheme.Requirement;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
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

  private static final Map<String, Scheme> SCHEMES =
      Map.of(
          MgsSigned.class.getName(),
          Scheme.BACKEND,
          MgsRpcSigned.class.getName(),
          Scheme.RPC,
          KooGallerySigned.class.getName(),
          Scheme.KOOGALLERY);

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
    List<Requirement> marks = among(said, carried);
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
    List<Requirement> marks = among(said, carried);
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

  private static List<Requirement> among(
      Collection<? extends Annotation> said,
      Function<Class<? extends Annotation>, ? extends Collection<Annotation>> carried) {
    List<Requirement> found = new ArrayList<>();
    Set<Class<?>> carriers = new HashSet<>();
    said.forEach(annotation -> collect(annotation, carried, found, carriers));
    return found;
  }

  /** What the marks on a class or method ask for, each for itself. */
  public static List<Requirement> on(AnnotatedElement element) {
    List<Requirement> found = among(carriedBy(element), DeclaredMarks::carriedBy);
    if (element instanceof Class<?> type) {
      addUnseen(type, found);
    }
    return found;
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
    Scheme scheme = SCHEMES.get(binding.getName());
    return scheme == null ? on(binding) : List.of(Requirement.anyKey(scheme));
  }

  private static void addUnseen(Class<?> type, List<Requirement> found) {
    Requirement unseen = UnseenMarks.in(type);
    if (unseen != null) {
      found.add(unseen);
    }
  }

  private static void collect(
      Annotation annotation,
      Function<Class<? extends Annotation>, ? extends Collection<Annotation>> carried,
      List<Requirement> found,
      Set<Class<?>> carriers) {
    Class<? extends Annotation> type = annotation.annotationType();
    Function<Annotation, @Nullable Requirement> reader = READERS.get(type.getName());
    if (reader != null) {
      Requirement requirement = reader.apply(annotation);
      found.add(requirement == null ? Requirement.ofForeignMark(type) : requirement);
      return;
    }
    for (Annotation member : members(annotation, carried)) {
      collect(member, carried, found, carriers);
    }
    if (carriers.add(type)) {
      // annotations may carry each other
      carried.apply(type).forEach(inside -> collect(inside, carried, found, carriers));
      addUnseen(type, found);
    }
  }

  /**
   * The annotations inside of another that may have a mark, such as several of one kind in their
   * container. No others are read: the application's modules need not let anybody.
   */
  private static List<Annotation> members(
      Annotation annotation,
      Function<Class<? extends Annotation>, ? extends Collection<Annotation>> carried) {
    List<Annotation> members = new ArrayList<>();
    for (Method member : annotation.annotationType().getDeclaredMethods()) {
      Class<?> type = annotationIn(member);
      if (type != null && mayBring(type, carried, new HashSet<>())) {
        Object value = value(annotation, member);
        members.addAll(
            value instanceof Annotation[] several ? List.of(several) : List.of((Annotation) value));
      }
    }
    return members;
  }

  /** The type of the annotation, or annotations, that a member of an annotation is; else null. */
  private static @Nullable Class<?> annotationIn(Method member) {
    Class<?> type = member.getReturnType();
    Class<?> one = type.isArray() ? type.getComponentType() : type;
    return one.isAnnotation() ? one : null;
  }

  /** Whether an annotation of a type is a mark, or can bring one, however deep inside. */
  private static boolean mayBring(
      Class<?> type,
      Function<Class<? extends Annotation>, ? extends Collection<Annotation>> carried,
      Set<Class<?>> asked) {
    if (READERS.containsKey(type.getName())) {
      return true;
    }
    // annotations may carry each other
    if (!asked.add(type)) {
      return false;
    }
    for (Method member : type.getDeclaredMethods()) {
      Class<?> inside = annotationIn(member);
      if (inside != null && mayBring(inside, carried, asked)) {
        return true;
      }
    }
    return UnseenMarks.in(type) != null
        || carried.apply(type.asSubclass(Annotation.class)).stream()
            .anyMatch(inside -> mayBring(inside.annotationType(), carried, asked));
  }

  private static Object value(Annotation annotation, Method member) {
    try {
      // the annotation's type need not be public
      member.setAccessible(true);
      return member.invoke(annotation);
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new IllegalStateException(
          "Cannot read "
              + annotation.annotationType().getName()
              + "."
              + member.getName()
              + "(), which may have a mark: its module has to open its package to mgs-jaxrs",
          e);
    }
  }
}
