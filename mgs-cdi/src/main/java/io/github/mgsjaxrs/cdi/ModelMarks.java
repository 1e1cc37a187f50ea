package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.internal.protection.SchemeMarks;
import jakarta.enterprise.lang.model.AnnotationInfo;
import jakarta.enterprise.lang.model.AnnotationMember;
import jakarta.enterprise.lang.model.AnnotationTarget;
import jakarta.enterprise.lang.model.declarations.ClassInfo;
import jakarta.enterprise.lang.model.declarations.MethodInfo;
import jakarta.enterprise.lang.model.types.Type;
import jakarta.enterprise.lang.model.types.TypeVariable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The marks that a container with CDI Lite says to be on classes and methods, extensions heard. */
final class ModelMarks {

  private ModelMarks() {}

  /** The marks on a class or method, also inside other annotations. */
  static List<AnnotationInfo> on(AnnotationTarget target) {
    List<AnnotationInfo> found = new ArrayList<>();
    collect(target.annotations(), found, new HashSet<>());
    return found;
  }

  private static void collect(
      Collection<AnnotationInfo> annotations, List<AnnotationInfo> found, Set<String> carriers) {
    for (AnnotationInfo annotation : annotations) {
      if (isMark(annotation)) {
        found.add(annotation);
      } else {
        annotation.members().values().forEach(member -> collect(member, found, carriers));
        if (carriers.add(annotation.name())) {
          collect(carriedBy(annotation), found, carriers);
        }
      }
    }
  }

  private static boolean isMark(AnnotationInfo annotation) {
    return SchemeMarks.named(annotation.name()) != null
        || carriedBy(annotation).stream()
            .anyMatch(carried -> SchemeMarks.isSignatureMark(carried.name()));
  }

  private static void collect(
      AnnotationMember member, List<AnnotationInfo> found, Set<String> carriers) {
    if (member.isNestedAnnotation()) {
      collect(List.of(member.asNestedAnnotation()), found, carriers);
    } else if (member.isArray()) {
      member.asArray().forEach(inside -> collect(inside, found, carriers));
    }
  }

  private static Collection<AnnotationInfo> carriedBy(AnnotationInfo annotation) {
    try {
      return annotation.declaration().annotations();
    } catch (RuntimeException missing) {
      // ArC throws where the class of the annotation is not there; the JVM leaves it out as well
      return List.of();
    }
  }

  /** What tells a method from others, written as {@link MarkStart} writes it of reflection. */
  static String signature(MethodInfo method) {
    return method.parameters().stream()
        .map(parameter -> erased(parameter.type()))
        .collect(
            Collectors.joining(
                ",", method.declaringClass().name() + "." + method.name() + "(", ")"));
  }

  private static String erased(Type type) {
    return switch (type.kind()) {
      case VOID -> "void";
      case PRIMITIVE -> type.asPrimitive().name();
      case CLASS -> type.asClass().declaration().name();
      case ARRAY -> erased(type.asArray().componentType()) + "[]";
      case PARAMETERIZED_TYPE -> erased(type.asParameterizedType().genericClass());
      case TYPE_VARIABLE -> erased(type.asTypeVariable());
      case WILDCARD_TYPE -> Object.class.getName();
    };
  }

  private static String erased(TypeVariable variable) {
    return variable.bounds().stream()
        .findFirst()
        .map(ModelMarks::erased)
        .orElse(Object.class.getName());
  }

  /** The class with those of its supertypes that declare methods. */
  static Collection<ClassInfo> types(ClassInfo bean) {
    Map<String, ClassInfo> types = new TreeMap<>();
    types.put(bean.name(), bean);
    for (MethodInfo method : bean.methods()) {
      types.putIfAbsent(method.declaringClass().name(), method.declaringClass());
    }
    return types.values();
  }
}
