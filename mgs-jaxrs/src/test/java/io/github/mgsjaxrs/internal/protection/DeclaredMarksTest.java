package io.github.mgsjaxrs.internal.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.mgsjaxrs.MgsRpcSigned;
import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.internal.scheme.Requirement;
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
}
