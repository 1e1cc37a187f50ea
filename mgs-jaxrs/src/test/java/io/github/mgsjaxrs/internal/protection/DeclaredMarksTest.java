package io.github.mgsjaxrs.internal.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.mgsjaxrs.MgsRpcSigned;
import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.internal.scheme.Requirement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Proxy;
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

  @MgsSigned
  @Repeatable(Tenants.class)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Tenant {
    String value();
  }

  @Retention(RetentionPolicy.RUNTIME)
  @interface Tenants {
    Tenant[] value();
  }

  @Retention(RetentionPolicy.RUNTIME)
  @interface Policy {
    MgsSigned value();
  }

  @Tenant("a")
  @Tenant("b")
  static class OfTwoTenants {}

  @Policy(@MgsSigned(keys = "policy"))
  static class OfPolicy {}

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
  void findsMarksOfRepeatedAnnotationsAndInsideOfOthers() {
    assertThat(DeclaredMarks.on(OfTwoTenants.class)).isNotEmpty();
    assertThat(DeclaredMarks.on(OfPolicy.class))
        .singleElement()
        .satisfies(mark -> assertThat(mark.admitted()).containsExactly(Set.of("policy")));
  }

  /** Loads a class itself, and knows nothing of the library, as an EJB archive beside a WAR. */
  private static final class BesideTheLibrary extends ClassLoader {
    BesideTheLibrary() {
      super(null);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (!name.equals(Marked.class.getName())) {
        throw new ClassNotFoundException(name);
      }
      try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = file.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      return DeclaredMarksTest.class.getClassLoader().getResourceAsStream(name);
    }
  }

  @Test
  void keepsClosedWhatHasAMarkThatItsClassLoaderDoesNotSee() throws Exception {
    Class<?> unseen = new BesideTheLibrary().loadClass(Marked.class.getName());
    assertThat(unseen.getAnnotations()).isEmpty();
    assertThat(DeclaredMarks.on(unseen))
        .singleElement()
        .satisfies(
            mark ->
                assertThat(mark.whyNothingMeetsIt())
                    .contains(Marked.class.getName(), "does not see mgs-jaxrs"));
  }

  @Retention(RetentionPolicy.RUNTIME)
  @interface Tag {
    /** Tags have tags. */
    Nested[] value() default {};

    @Retention(RetentionPolicy.RUNTIME)
    @interface Nested {
      Leaf[] value() default {};
    }
  }

  @Tags({})
  @Retention(RetentionPolicy.RUNTIME)
  @interface Leaf {}

  @Retention(RetentionPolicy.RUNTIME)
  @interface Tags {
    Tag[] value();
  }

  @Retention(RetentionPolicy.RUNTIME)
  @interface Policies {
    Policy[] value();
  }

  /** Has members that cannot be read, as those in a package that its module keeps to itself. */
  private static <A extends Annotation> A unreadable(Class<A> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().equals("annotationType")) {
                return type;
              }
              throw new InaccessibleObjectException(method.getName());
            }));
  }

  private static boolean isAdded(Annotation said) {
    return DeclaredMarks.areAdded(
        Endless.class, List.of(said), type -> List.of(type.getDeclaredAnnotations()));
  }

  @Test
  void readsNoMemberThatCannotHaveAMark() {
    assertThat(isAdded(unreadable(Tags.class))).isFalse();
  }

  @Test
  void failsWhereAMemberThatMayHaveAMarkCannotBeRead() {
    for (Class<? extends Annotation> type : List.of(Policies.class, Policy.class, Tenants.class)) {
      assertThatIllegalStateException()
          .isThrownBy(() -> isAdded(unreadable(type)))
          .withMessageContaining("which may have a mark");
    }
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
