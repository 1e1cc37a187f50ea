package io.github.mgsjaxrs.internal.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.mgsjaxrs.KooGallerySigned;
import io.github.mgsjaxrs.MgsRpcSigned;
import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.SignatureMark;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Marks where the JVM leaves out what a class loader does not see, or takes another copy of it. */
class MarksOfOtherLoadersTest {

  @MgsSigned(keys = "orders")
  static class Marked {}

  /** A mark that no scheme has, such as one of another version. */
  @SignatureMark(Scheme.RPC)
  @Retention(RetentionPolicy.RUNTIME)
  @interface OtherMark {}

  @OtherMark
  static class OfOtherMark {}

  private static String closedBy(Class<?> type) {
    return Objects.requireNonNull(
        DeclaredMarks.on(type).stream()
            .reduce((one, other) -> one.and(other))
            .orElseThrow(() -> new AssertionError(type + " is open"))
            .whyNothingMeetsIt(),
        type + " can be met");
  }

  private static final Class<?>[] LIBRARY = {
    SignatureMark.class, MgsSigned.class, MgsRpcSigned.class, KooGallerySigned.class
  };

  /** As in an EJB archive beside the web application that has the library. */
  @Test
  void keepsClosedWhatHasAMarkThatItsClassLoaderDoesNotSee() throws Exception {
    Class<?> beside = NarrowLoader.with(Marked.class).without(LIBRARY).load(Marked.class);
    assertThat(beside.getAnnotations()).isEmpty();
    assertThat(closedBy(beside)).contains(Marked.class.getName(), "does not see mgs-jaxrs");
  }

  @Test
  void keepsClosedWhatCarriesTheMarkOfAnotherCopyOfTheLibraryAndSaysSo() throws Exception {
    Class<?> foreign = NarrowLoader.with(MgsSigned.class, Marked.class).load(Marked.class);
    assertThat(foreign.isAnnotationPresent(MgsSigned.class)).isFalse();
    assertThat(closedBy(foreign))
        .contains(MgsSigned.class.getName(), "another copy", "keep one copy");
  }

  /** Such as the copy of an older version, which has no meta-annotation. */
  @Test
  void knowsAMarkOfAnotherCopyByItsNameWhereTheMetaAnnotationIsHidden() throws Exception {
    Class<?> foreign =
        NarrowLoader.with(MgsSigned.class, Marked.class)
            .without(SignatureMark.class)
            .load(Marked.class);
    Class<?> mark = foreign.getAnnotations()[0].annotationType();
    assertThat(mark.getAnnotations())
        .noneMatch(carried -> carried.annotationType().getSimpleName().equals("SignatureMark"));
    assertThat(closedBy(foreign)).contains(MgsSigned.class.getName(), "another copy");
  }

  @Test
  void readsAMarkThatIsSeenWhereTheMetaAnnotationIsHidden() throws Exception {
    Class<?> marked =
        NarrowLoader.with(Marked.class).without(SignatureMark.class).load(Marked.class);
    assertThat(DeclaredMarks.on(marked))
        .singleElement()
        .satisfies(
            mark -> {
              assertThat(mark.schemes()).containsExactly(Scheme.BACKEND);
              assertThat(mark.admitted()).containsExactly(Set.of("orders"));
              assertThat(mark.whyNothingMeetsIt()).isNull();
            });
  }

  /** The JVM takes it for an annotation that means nothing: its class file alone tells. */
  @Test
  void keepsClosedWhatHasAnUnknownMarkWhoseMetaAnnotationIsHidden() throws Exception {
    Class<?> marked =
        NarrowLoader.with(OtherMark.class, OfOtherMark.class)
            .without(SignatureMark.class)
            .load(OfOtherMark.class);
    Class<?> mark = marked.getAnnotations()[0].annotationType();
    assertThat(mark.getAnnotations())
        .extracting(carried -> carried.annotationType().getSimpleName())
        .containsExactly("Retention");
    assertThat(closedBy(marked)).contains(OtherMark.class.getName(), "does not see mgs-jaxrs");
  }

  /** Such as a fourth scheme's, in the copy of a newer version. */
  @Test
  void keepsClosedWhatHasAnUnknownMarkOfAnotherCopy() throws Exception {
    Class<?> marked =
        NarrowLoader.with(SignatureMark.class, OtherMark.class, OfOtherMark.class)
            .load(OfOtherMark.class);
    assertThat(closedBy(marked)).contains(SignatureMark.class.getName(), "another copy");
    assertThatNoException()
        .as("the other copy may have its meaning")
        .isThrownBy(() -> DeclaredMarks.requireMeaning(marked));
  }
}
