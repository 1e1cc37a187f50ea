package io.github.mgsjaxrs.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.MgsRpcSigned;
import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.protocol.Scheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What counts as a mark on one class or method. */
class DeclaredMarksTest {

  @MgsSigned(keys = "payments")
  @Retention(RetentionPolicy.RUNTIME)
  @interface Payments {}

  @Payments
  @MgsRpcSigned
  @Retention(RetentionPolicy.RUNTIME)
  @interface Premium {}

  @Chicken
  @Retention(RetentionPolicy.RUNTIME)
  @interface Egg {}

  @Egg
  @Retention(RetentionPolicy.RUNTIME)
  @interface Chicken {}

  @Payments
  static class OfPayments {}

  @Premium
  static class OfPremium {}

  @Egg
  static class Endless {}

  static class OnMethod {
    @Payments
    void pay() {}
  }

  static class Inheriting extends OfPayments {}

  @MgsSigned
  static class Marked {}

  @Test
  void findsAMarkThatAnotherAnnotationCarriesWithAllThatItAsksFor() {
    assertThat(DeclaredMarks.on(OfPayments.class))
        .singleElement()
        .satisfies(mark -> assertThat(mark.admitted()).containsExactly(Set.of("payments")));
  }

  @Test
  void findsEveryMarkHoweverDeep() {
    assertThat(DeclaredMarks.on(OfPremium.class))
        .flatExtracting(Requirement::schemes)
        .containsExactlyInAnyOrder(Scheme.BACKEND, Scheme.RPC);
  }

  @Test
  void endsWhereAnnotationsCarryEachOther() {
    assertThat(DeclaredMarks.on(Endless.class)).isEmpty();
  }

  @Test
  void tellsWhetherAClassHasAMarkAnywhere() throws Exception {
    assertThat(DeclaredMarks.areOn(OnMethod.class)).isFalse();
    assertThat(DeclaredMarks.areOn(OnMethod.class.getDeclaredMethod("pay"))).isTrue();
    assertThat(DeclaredMarks.areIn(OnMethod.class)).isTrue();
    assertThat(DeclaredMarks.areIn(Inheriting.class)).isTrue();
    assertThat(DeclaredMarks.areIn(Endless.class)).isFalse();
  }

  /**
   * Loads some classes itself, as the loader of a web application does beside that of an archive.
   */
  private static final class OtherCopy extends ClassLoader {
    private final List<String> own = List.of(MgsSigned.class.getName(), Marked.class.getName());

    OtherCopy() {
      super(DeclaredMarksTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!own.contains(name)) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? defined(name) : loaded;
      }
    }

    private Class<?> defined(String name) {
      try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = file.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void keepsClosedWhatCarriesTheMarkOfAnotherCopyOfTheLibraryAndSaysSo() throws Exception {
    Class<?> foreign = new OtherCopy().loadClass(Marked.class.getName());
    assertThat(foreign.isAnnotationPresent(MgsSigned.class)).isFalse();
    assertThat(DeclaredMarks.on(foreign))
        .singleElement()
        .satisfies(
            mark ->
                assertThat(mark.whyNothingMeetsIt())
                    .contains(MgsSigned.class.getName(), "another copy", "keep one copy"));
  }
}
