package io.github.mgsjaxrs.internal.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What the marks say of a method, by its class and those that led there alone. */
final class FoundMarks {

  private FoundMarks() {}

  static Marks.Finding find(Class<?> resource, String method, Class<?>... parents) {
    Method matched =
        Arrays.stream(resource.getMethods())
            .filter(candidate -> candidate.getName().equals(method) && !candidate.isBridge())
            .findFirst()
            .orElseThrow();
    return find(List.of(), resource, matched, parents);
  }

  static Marks.Finding find(
      List<Class<?>> application, Class<?> resource, Method matched, Class<?>... parents) {
    RunningClasses classes = new RunningClasses(List.of());
    List<ResourceStep> way = new ArrayList<>();
    for (Class<?> parent : parents) {
      way.add(classes.ofObject(RunningClasses.Shown.named(parent), Set.of()));
    }
    way.add(classes.ofObject(RunningClasses.Shown.named(resource), Set.of()));
    return new Marks(way, resource, matched).find(application);
  }

  static void assertMarked(Marks.Finding finding) {
    assertThat(finding).isInstanceOf(Marks.Marked.class);
  }

  static void assertOpen(Marks.Finding finding) {
    assertThat(finding).isInstanceOf(Marks.Unmarked.class);
  }

  static Marks.Finding find(Class<?> resource, Method matched) {
    return find(List.of(), resource, matched);
  }

  static Marks.Finding findOf(Class<?> resource, Method matched) {
    return new Marks(List.of(ResourceStep.exactly(resource)), resource, matched).find(List.of());
  }
}
