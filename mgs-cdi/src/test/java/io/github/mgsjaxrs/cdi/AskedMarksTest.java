package io.github.mgsjaxrs.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.SignatureMark;
import io.github.mgsjaxrs.internal.protection.SchemeMarks;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Containers have to be asked for each mark by its class. */
class AskedMarksTest {

  private static Stream<Method> methods(Class<?> type) {
    return Stream.of(type.getDeclaredMethods());
  }

  private static void assertComplete(Class<?>... asked) {
    assertThat(asked).contains(SignatureMark.class).containsAll(SchemeMarks.types());
  }

  @Test
  void areAllMarksWithCdiFull() {
    assertThat(
            methods(MarkExtension.class)
                .flatMap(method -> Stream.of(method.getParameters()))
                .map(parameter -> parameter.getAnnotation(WithAnnotations.class))
                .filter(Objects::nonNull))
        .singleElement()
        .satisfies(asked -> assertComplete(asked.value()));
  }

  @ParameterizedTest
  @ValueSource(classes = {MarkBuildExtension.class, ForwardingBuildExtension.class})
  void areAllMarksWithCdiLite(Class<?> extension) {
    assertThat(
            methods(extension)
                .map(method -> method.getAnnotation(Enhancement.class))
                .filter(Objects::nonNull))
        .singleElement()
        .satisfies(asked -> assertComplete(asked.withAnnotations()));
  }
}
