package io.github.mgsjaxrs.internal.protection;

import io.github.mgsjaxrs.SignatureMark;
import io.github.mgsjaxrs.internal.scheme.MarkMeaning;
import io.github.mgsjaxrs.internal.scheme.Requirement;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks for marks among annotations and in what these carry, however deep. A mark is what carries
 * {@link SignatureMark}, and what has the name of a scheme's mark.
 */
final class MarkSearch {

  private final Function<Class<? extends Annotation>, ? extends Collection<Annotation>> carried;
  private final List<Requirement> found = new ArrayList<>();
  private final Set<String> strays = new LinkedHashSet<>();
  private final Set<Class<?>> carriers = new HashSet<>();

  /**
   * A search.
   *
   * @param carried the annotations that an annotation has itself
   */
  MarkSearch(Function<Class<? extends Annotation>, ? extends Collection<Annotation>> carried) {
    this.carried = carried;
  }

  /**
   * Looks at some annotations.
   *
   * @param annotations the annotations
   * @param bearer the class or method that they stand on
   * @return this search
   */
  MarkSearch among(Collection<? extends Annotation> annotations, Object bearer) {
    annotations.forEach(annotation -> collect(annotation, bearer));
    return this;
  }

  /** What the marks ask for, each for itself. */
  List<Requirement> found() {
    return found;
  }

  /** What is marked without any scheme's mark, each with what to do about it. */
  Set<String> strays() {
    return strays;
  }

  private void collect(Annotation annotation, Object bearer) {
    Class<? extends Annotation> type = annotation.annotationType();
    MarkMeaning<?> meaning = SchemeMarks.named(type.getName());
    if (meaning != null) {
      Requirement requirement = meaning.of(annotation);
      found.add(requirement == null ? Requirement.ofForeignMark(type) : requirement);
      return;
    }
    if (SchemeMarks.isSignatureMark(type.getName())) {
      found.add(
          annotation instanceof SignatureMark ? ofStray(bearer) : Requirement.ofForeignMark(type));
      return;
    }
    members(annotation).forEach(member -> collect(member, type));
    if (carriers.add(type)) {
      // annotations may carry each other
      carried.apply(type).forEach(inside -> collect(inside, type));
      addUnseen(type);
    }
  }

  private Requirement ofStray(Object bearer) {
    String stray =
        (bearer instanceof Class<?> type ? type.getName() : bearer)
            + " carries @SignatureMark and is no mark of mgs-jaxrs, so that nothing can tell which"
            + " signatures it asks for, and no filter is bound to it: let it carry a mark instead ("
            + SchemeMarks.types().stream()
                .map(mark -> "@" + mark.getSimpleName())
                .collect(Collectors.joining(", "))
            + ")";
    strays.add(stray);
    return Requirement.ofStrayMark(stray);
  }

  /** Adds the marks of a type that its class loader does not let anybody see. */
  MarkSearch addUnseen(Class<?> type) {
    Requirement unseen = UnseenMarks.in(type);
    if (unseen != null) {
      found.add(unseen);
    }
    return this;
  }

  /**
   * The annotations inside of another that may have a mark, such as several of one kind in their
   * container. No others are read: the application's modules need not let anybody.
   */
  private List<Annotation> members(Annotation annotation) {
    List<Annotation> members = new ArrayList<>();
    for (Method member : annotation.annotationType().getDeclaredMethods()) {
      Class<?> type = annotationIn(member);
      if (type != null && mayBring(type, new HashSet<>())) {
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
  private boolean mayBring(Class<?> type, Set<Class<?>> asked) {
    if (SchemeMarks.named(type.getName()) != null || SchemeMarks.isSignatureMark(type.getName())) {
      return true;
    }
    // annotations may carry each other
    if (!asked.add(type)) {
      return false;
    }
    for (Method member : type.getDeclaredMethods()) {
      Class<?> inside = annotationIn(member);
      if (inside != null && mayBring(inside, asked)) {
        return true;
      }
    }
    return UnseenMarks.in(type) != null
        || carried.apply(type.asSubclass(Annotation.class)).stream()
            .anyMatch(inside -> mayBring(inside.annotationType(), asked));
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
