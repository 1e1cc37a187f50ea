package io.github.mgsjaxrs.internal.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.SignatureMark;
import io.github.mgsjaxrs.internal.runtime.servlet.SeenMarks;
import jakarta.servlet.ServletContext;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a servlet container tells of marks when it starts. */
class ServletMarksTest {

  @MgsSigned
  static class Marked {}

  /** Containers tell annotations, too, that carry what they are asked for. */
  @MgsSigned
  @Retention(RetentionPolicy.RUNTIME)
  @interface Composed {}

  @SignatureMark(Scheme.RPC)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Mine {}

  @MgsSigned
  static class OfBoth {
    @Mine
    void call() {}
  }

  private final Map<String, Object> attributes = new HashMap<>();

  private final ServletContext context =
      (ServletContext)
          Proxy.newProxyInstance(
              ServletContext.class.getClassLoader(),
              new Class<?>[] {ServletContext.class},
              (proxy, method, arguments) ->
                  switch (method.getName()) {
                    case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                    case "getAttribute" -> attributes.get((String) arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                  });

  private void start(Class<?>... told) {
    new ServletMarks().onStartup(Set.of(told), context);
  }

  @Test
  void remembersMarkedClassesAndNoAnnotations() {
    start(Marked.class, Composed.class, MgsSigned.class);
    assertThat(SeenMarks.of(context)).hasValue(Set.of(Marked.class));
  }

  @Test
  void remembersNothingWhereNothingIsTold() {
    new ServletMarks().onStartup(null, context);
    assertThat(SeenMarks.of(context)).hasValue(Set.of());
  }

  @Test
  void stopsTheStartForWhatCallsItselfAMarkAndHasNoScheme() {
    for (Class<?> told : Set.of(Mine.class, OfBoth.class)) {
      assertThatExceptionOfType(MgsConfigurationException.class)
          .isThrownBy(() -> start(told))
          .withMessageContaining(Mine.class.getName() + " carries @SignatureMark");
    }
  }
}
