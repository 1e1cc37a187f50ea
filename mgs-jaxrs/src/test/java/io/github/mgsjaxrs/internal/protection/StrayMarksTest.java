package io.github.mgsjaxrs.internal.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.mgsjaxrs.KooGallerySigned;
import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.MgsRpcSigned;
import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.SignatureMark;
import io.github.mgsjaxrs.internal.scheme.Requirement;
import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Annotations that call themselves marks, and are none of any scheme. */
class StrayMarksTest {

  /** Written by a user, who wants another one for calls. */
  @SignatureMark(Scheme.RPC)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Mine {}

  /** The same, bound by name to filters of the user's own. */
  @NameBinding
  @SignatureMark(Scheme.RPC)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Bound {}

  @Mine
  @Retention(RetentionPolicy.RUNTIME)
  @interface Deep {}

  @Retention(RetentionPolicy.RUNTIME)
  @interface Holding {
    Mine[] value();
  }

  /** Has an annotation of the right kind besides. */
  @MgsRpcSigned
  @Mine
  static class OfBoth {}

  @Mine
  static class OfMine {}

  @Deep
  static class OfDeep {}

  @Holding(@Mine)
  static class OfHolding {}

  static class Inheriting extends OfMine {}

  static class OnMethod {
    @Mine
    void call() {}
  }

  @MgsSigned
  @Retention(RetentionPolicy.RUNTIME)
  @interface Composed {}

  @Composed
  static class OfComposed {
    @MgsRpcSigned
    void call() {}

    @KooGallerySigned
    void sell() {}
  }

  private static void assertClosed(AnnotatedElement element) {
    assertClosed(DeclaredMarks.on(element), Mine.class);
  }

  private static void assertClosed(List<Requirement> marks, Class<?> stray) {
    assertThat(marks.stream().reduce(Requirement::and))
        .hasValueSatisfying(
            all ->
                assertThat(all.whyNothingMeetsIt())
                    .contains(
                        stray.getName() + " carries @SignatureMark and is no mark of mgs-jaxrs",
                        "let it carry a mark instead",
                        "@MgsSigned, @MgsRpcSigned, @KooGallerySigned"));
  }

  @Test
  void keepClosedWhatHasThem() throws Exception {
    assertClosed(OfMine.class);
    assertClosed(OnMethod.class.getDeclaredMethod("call"));
    assertClosed(TypeHierarchy.of(Inheriting.class).marks(), Mine.class);
  }

  @Test
  void keepClosedWhatHasThemInAnotherAnnotation() {
    assertClosed(OfDeep.class);
    assertClosed(OfHolding.class);
  }

  @Test
  void keepClosedWhatHasARealMarkBesides() {
    assertClosed(OfBoth.class);
  }

  /** Jersey tells bindings by their classes alone. */
  @Test
  void keepClosedWhatIsBoundByThem() {
    assertClosed(DeclaredMarks.of(Bound.class), Bound.class);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        OfMine.class,
        OfDeep.class,
        OfHolding.class,
        OfBoth.class,
        Inheriting.class,
        OnMethod.class,
        Mine.class
      })
  void stopTheStartWhereTheirClassesAreKnown(Class<?> type) {
    assertThatExceptionOfType(MgsConfigurationException.class)
        .isThrownBy(() -> DeclaredMarks.requireMeaning(type))
        .withMessageContaining(Mine.class.getName() + " carries @SignatureMark");
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        OfComposed.class,
        Composed.class,
        MgsSigned.class,
        MgsRpcSigned.class,
        KooGallerySigned.class
      })
  void areNotWhatSchemesHaveNorWhatCarriesTheirs(Class<?> type) {
    assertThatNoException().isThrownBy(() -> DeclaredMarks.requireMeaning(type));
  }
}
