package io.github.mgsjaxrs.internal.protection;

import static io.github.mgsjaxrs.internal.protection.FoundMarks.assertMarked;
import static io.github.mgsjaxrs.internal.protection.FoundMarks.assertOpen;
import static io.github.mgsjaxrs.internal.protection.FoundMarks.find;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.MgsUnsigned;
import io.github.mgsjaxrs.internal.protection.MarksTest.Documents;
import io.github.mgsjaxrs.internal.protection.MarksTest.Exempting;
import io.github.mgsjaxrs.internal.protection.MarksTest.Implementing;
import io.github.mgsjaxrs.internal.protection.MarksTest.MarkedClass;
import io.github.mgsjaxrs.internal.protection.MarksTest.Shown;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Marks on the way to a resource: of locators, and of what they may lead to. */
class LocatorMarksTest {

  static class Sub {
    @GET
    public String get() {
      return "";
    }

    @POST
    @MgsUnsigned
    public String exempt() {
      return "";
    }
  }

  static class Unrelated {
    @GET
    public String get() {
      return "";
    }
  }

  static class Root {
    @Path("marked")
    @MgsSigned
    public Sub marked() {
      return new Sub();
    }

    @Path("other")
    public Unrelated other() {
      return new Unrelated();
    }
  }

  static class OpenRoot {
    @Path("sub")
    public Sub sub() {
      return new Sub();
    }

    @Path("marked")
    @MgsSigned
    public Unrelated marked() {
      return new Unrelated();
    }
  }

  static class ByClass {
    @Path("sub")
    @MgsSigned
    public Class<?> sub() {
      return Sub.class;
    }
  }

  static class Hidden {
    @Path("sub")
    @MgsSigned
    public Unrelated sub() {
      return new Unrelated();
    }
  }

  @Test
  void findsTheMarkOfTheLocatorThatMayHaveLedThere() {
    assertMarked(find(Sub.class, "get", Root.class));
    assertMarked(find(Sub.class, "get", ByClass.class));
    assertOpen(find(Sub.class, "get", OpenRoot.class));
  }

  @Test
  void protectsWhereNoLocatorFitsButOneIsMarked() {
    assertMarked(find(Sub.class, "get", Hidden.class));
  }

  @Test
  void protectsEverythingBelowAMarkedRoot() {
    assertMarked(find(Sub.class, "get", MarkedClass.class));
    assertMarked(find(Sub.class, "get", MarkedClass.class, OpenRoot.class));
  }

  static class Shop {
    @GET
    public String items(Integer page) {
      return "";
    }

    @Path("{id}")
    @MgsSigned(keys = "items")
    public Sub items(String id) {
      return new Sub();
    }
  }

  @Test
  void takesALocatorForOneWhateverElseHasItsName() {
    assertThat(find(Sub.class, "get", Shop.class))
        .isInstanceOfSatisfying(
            Marks.Marked.class,
            marked -> {
              assertThat(marked.requirement().admitted()).containsExactly(Set.of("items"));
              assertThat(marked.doubt()).isNull();
            });
  }

  interface Listing {
    @GET
    @Path("list")
    Object items();
  }

  static class OwnPath implements Listing {
    @Override
    @Path("items")
    @MgsSigned
    public Sub items() {
      return new Sub();
    }
  }

  @Test
  void takesALocatorForOneAlsoWhereASupertypeGivesItAnHttpMethod() {
    assertMarked(find(Sub.class, "get", OwnPath.class));
  }

  static class InDoubt {
    @Path("stage")
    @MgsSigned
    public CompletionStage<Sub> stage() {
      return CompletableFuture.completedStage(new Sub());
    }

    @Path("open")
    public Sub open() {
      return new Sub();
    }
  }

  @Test
  void protectsInDoubtAndSaysWhy() {
    assertThat(find(Sub.class, "get", InDoubt.class))
        .isInstanceOfSatisfying(
            Marks.Marked.class,
            marked -> assertThat(marked.doubt()).contains("open()", "InDoubt", "return type"));
  }

  static class NoLocator {
    @MgsSigned
    public Sub programmatic() {
      return new Sub();
    }
  }

  @Test
  void protectsByAnyMarkedMethodWhereNoLocatorLeadsThere() {
    assertMarked(find(Sub.class, "get", NoLocator.class));
  }

  /** Returns what nobody knows. */
  static class Locators {
    @Path("told")
    @MgsUnsigned
    public Shown told() {
      return () -> "";
    }
  }

  /** Returns it without a word. */
  static class Silent {
    @Path("silent")
    public Shown silent() {
      return () -> "";
    }
  }

  @Test
  void decidesNothingYetWhereWhatRunsIsKnownLater() throws Exception {
    Method get = Shown.class.getMethod("get");
    for (Class<?> known : List.of(Silent.class, Exempting.class)) {
      List<ResourceStep> open = List.of(new ResourceStep(known, Set.of(known), false, true));
      assertThat(new Marks(open, Shown.class, get).find(List.of()))
          .isInstanceOf(Marks.Undecided.class);
    }
    List<ResourceStep> marked =
        List.of(new ResourceStep(Implementing.class, Set.of(Implementing.class), false, true));
    assertMarked(new Marks(marked, Shown.class, get).find(List.of()));
  }

  /** Returns it by two locators, one of which says something. */
  static class Either extends Locators {
    @Path("silent")
    public Shown silent() {
      return () -> "";
    }
  }

  private static Marks.Finding unseenBehind(Class<?> parent) throws Exception {
    ResourceStep unseen = new ResourceStep(Shown.class, Set.of(Shown.class), true, false);
    List<ResourceStep> way = List.of(ResourceStep.exactly(parent), unseen);
    return new Marks(way, Shown.class, Shown.class.getMethod("get")).find(List.of());
  }

  @Test
  void closesWhatNobodyHasSeenUnlessItsLocatorVouchesForIt() throws Exception {
    for (Class<?> silent : List.of(Silent.class, Either.class)) {
      assertThat(unseenBehind(silent))
          .isInstanceOfSatisfying(
              Marks.Marked.class,
              found ->
                  assertThat(found.requirement().whyNothingMeetsIt())
                      .contains(Shown.class.getName(), "@MgsUnsigned on the locator"));
    }
    assertOpen(unseenBehind(Locators.class));
  }

  /** An HTTP method that a runtime may not know. */
  @HttpMethod("LINK")
  @Retention(RetentionPolicy.RUNTIME)
  @interface Link {}

  /** On such a runtime the first one is a locator. */
  static class Linking {
    @Link
    @Path("link")
    @MgsSigned
    public Documents link() {
      return new Documents();
    }

    @Path("open")
    public Documents open() {
      return new Documents();
    }
  }

  /** On some runtimes code may say that the first one is a locator. */
  static class Registering {
    @MgsSigned
    public Documents registered() {
      return new Documents();
    }

    @Path("open")
    public Documents open() {
      return new Documents();
    }
  }

  /** Nothing else than a resource method. */
  static class Answering implements Answer {
    @Override
    @MgsSigned
    public String answer() {
      return "";
    }

    @Path("open")
    public Documents open() {
      return new Documents();
    }
  }

  /** Says so. */
  interface Answer {
    @GET
    String answer();
  }

  @Test
  void takesAMethodForALocatorThatOnlySomeRuntimesTakeForOne() throws Exception {
    assertMarked(find(Documents.class, "patch", Linking.class));
    assertMarked(find(Documents.class, "patch", Registering.class));
    assertOpen(find(Documents.class, "patch", Answering.class));
  }
}
