package io.github.mgsjaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.filter.MgsFeature;
import io.github.mgsjaxrs.filter.RequestSnapshotFilter;
import io.github.mgsjaxrs.internal.lookup.VerifierLookups;
import io.github.mgsjaxrs.internal.proof.ServletMarks;
import io.github.mgsjaxrs.internal.protection.SchemeMarks;
import io.github.mgsjaxrs.testing.LocalJersey;
import io.github.mgsjaxrs.testing.LocalJersey.Answer;
import jakarta.servlet.annotation.HandlesTypes;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.ext.Provider;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.Resource;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Index;
import org.jboss.jandex.IndexReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each mark of the library needs, so that none is forgotten where a scheme is added. */
class SignatureMarkTest {

  private static final Path CLASSES = Path.of("target/classes");
  private static final List<Class<?>> MARKS = found();

  /** As the class files have it, and no list. */
  static List<Class<?>> marks() {
    return MARKS;
  }

  private static List<Class<?>> found() {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      return files
          .filter(file -> file.toString().endsWith(".class") && mentionsIt(file))
          .<Class<?>>map(SignatureMarkTest::type)
          .filter(type -> type.isAnnotationPresent(SignatureMark.class))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean mentionsIt(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1)
          .contains(SignatureMark.class.descriptorString());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Class<?> type(Path file) {
    String path = CLASSES.relativize(file).toString().replace(File.separatorChar, '.');
    try {
      return Class.forName(path.substring(0, path.length() - ".class".length()));
    } catch (ClassNotFoundException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** The filters that runtimes bind to what has the mark. */
  private static List<Class<?>> twins(Class<?> mark) {
    return MgsFeature.providers().stream()
        .filter(provider -> provider.isAnnotationPresent(mark.asSubclass(Annotation.class)))
        .toList();
  }

  private static List<String> names(List<Class<?>> types) {
    return types.stream().<String>map(Class::getName).toList();
  }

  private static Scheme schemeOf(Class<?> mark) {
    return mark.getAnnotation(SignatureMark.class).value();
  }

  @Test
  void isOnOneAnnotationOfEachScheme() {
    assertThat(marks())
        .extracting(SignatureMarkTest::schemeOf)
        .containsExactlyInAnyOrder(Scheme.values());
    assertThat(marks())
        .allSatisfy(mark -> assertThat(mark.getPackageName()).isEqualTo("io.github.mgsjaxrs"));
  }

  @ParameterizedTest
  @MethodSource("marks")
  void isOnWhatResourcesCanHaveAndRuntimesSee(Class<?> mark) {
    assertThat(mark).hasAnnotations(NameBinding.class, Inherited.class);
    assertThat(mark.getAnnotation(Retention.class).value()).isEqualTo(RetentionPolicy.RUNTIME);
    assertThat(mark.getAnnotation(Target.class).value())
        .containsExactly(ElementType.TYPE, ElementType.METHOD);
  }

  @Test
  void isOnWhatItsSchemeReadsAndOnNothingElse() {
    assertThat(SchemeMarks.types())
        .extracting(Class::getName)
        .containsExactlyInAnyOrderElementsOf(names(marks()));
    assertThat(marks())
        .allSatisfy(
            mark ->
                assertThat(SchemeMarks.named(mark.getName()).scheme()).isEqualTo(schemeOf(mark)));
  }

  @ParameterizedTest
  @MethodSource("marks")
  void isOnWhatOneFilterIsBoundTo(Class<?> mark) {
    assertThat(twins(mark)).hasSize(1);
  }

  /** The runtime alone finds the mark here: nothing asks what stands on any class. */
  @ParameterizedTest
  @MethodSource("marks")
  void isOnWhatItsFilterRefusesByItsScheme(Class<?> mark) {
    Resource.Builder bound = Resource.builder("bound");
    bound
        .addMethod("GET")
        .nameBindings(Set.of(mark.asSubclass(Annotation.class)))
        .handledBy(request -> "served");
    ResourceConfig application =
        new ResourceConfig(RequestSnapshotFilter.class)
            .registerClasses(Set.copyOf(twins(mark)))
            .registerResources(bound.build())
            .property("jakarta.ws.rs.loadServices", false)
            .property(VerifierLookups.PROPERTY, LocalJersey.twoKeys().build());
    try (LocalJersey jersey = new LocalJersey(application)) {
      Answer refused = jersey.call("GET", "/app/bound").send();
      assertThat(refused.status()).isEqualTo(401);
      assertThat(refused.headers().getFirst("WWW-Authenticate"))
          .asString()
          .startsWith(schemeOf(mark).authentication());
    }
  }

  /** Containers look for classes with each of these, and no deeper. */
  @Test
  void isAmongWhatServletContainersAreAskedForBesideEachMark() {
    assertThat(ServletMarks.class.getAnnotation(HandlesTypes.class).value())
        .contains(SignatureMark.class)
        .containsAll(marks());
  }

  /** Quarkus finds in the index what it binds, and CDI there what a mark carries. */
  @Test
  void isInTheIndexOfTheJarWithEachMarkAndItsFilter() {
    Index index = index();
    assertThat(index.getClassByName(SignatureMark.class)).isNotNull();
    for (Class<?> mark : marks()) {
      assertThat(namesOn(index.getClassByName(mark))).contains(SignatureMark.class.getName());
      for (Class<?> twin : twins(mark)) {
        assertThat(namesOn(index.getClassByName(twin)))
            .contains(Provider.class.getName(), mark.getName());
      }
    }
  }

  private static Index index() {
    try (InputStream file = SignatureMark.class.getResourceAsStream("/META-INF/jandex.idx")) {
      return new IndexReader(file).read();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Set<String> namesOn(ClassInfo type) {
    return type.declaredAnnotations().stream()
        .map(annotation -> annotation.name().toString())
        .collect(Collectors.toSet());
  }
}
