package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.internal.protection.DeclaredMarks;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticObserver;
import jakarta.enterprise.inject.spi.EventContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a container with CDI Lite said of the classes of an application when it was built
 * with what they are when it starts; the container instantiates it.
 */
public class MarkStart implements SyntheticObserver<Startup> {

  static final String MARKED = "marked";
  static final String CLASSES = "classes";
  static final String METHODS = "methods";
  static final String MARKS = "marks";

  /** Called by the container. */
  public MarkStart() {}

  @Override
  public void observe(EventContext<Startup> event, Parameters parameters) {
    for (Class<?> type : parameters.get(MARKED, Class[].class)) {
      MarkPlaces.requireOnQuarkus(type);
    }
    Class<?>[] classes = parameters.get(CLASSES, Class[].class);
    String[] methods = parameters.get(METHODS, String[].class);
    Annotation[] marks = parameters.get(MARKS, Annotation[].class);
    for (int i = 0; i < marks.length; i++) {
      require(classes[i], methods[i], marks[i]);
    }
  }

  /** An empty signature stands for the class itself. */
  private static void require(Class<?> type, String signature, Annotation mark) {
    if (isAdded(type, signature, mark)) {
      throw MarkPlaces.faultOfAdded(signature.isEmpty() ? type.getName() : signature);
    }
  }

  private static boolean isAdded(Class<?> type, String signature, Annotation mark) {
    if (signature.isEmpty()) {
      return DeclaredMarks.areAdded(type, List.of(mark), MarkStart::carriedBy);
    }
    Method method = find(type, signature);
    return method == null
        || DeclaredMarks.areAdded(type, method, List.of(mark), MarkStart::carriedBy);
  }

  private static List<Annotation> carriedBy(Class<? extends Annotation> annotation) {
    return List.of(annotation.getDeclaredAnnotations());
  }

  private static @Nullable Method find(@Nullable Class<?> type, String signature) {
    if (type == null || type == Object.class) {
      return null;
    }
    for (Method method : type.getDeclaredMethods()) {
      if (!method.isBridge() && signature(method).equals(signature)) {
        return method;
      }
    }
    @Nullable Method found = find(type.getSuperclass(), signature);
    for (Class<?> implemented : type.getInterfaces()) {
      found = found == null ? find(implemented, signature) : found;
    }
    return found;
  }

  private static String signature(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(Class::getTypeName)
        .collect(
            Collectors.joining(
                ",", method.getDeclaringClass().getName() + "." + method.getName() + "(", ")"));
  }
}
