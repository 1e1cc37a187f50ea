package io.github.mgsjaxrs.internal.protection;

import static io.github.mgsjaxrs.internal.protection.FoundMarks.assertMarked;
import static io.github.mgsjaxrs.internal.protection.FoundMarks.assertOpen;
import static io.github.mgsjaxrs.internal.protection.FoundMarks.find;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.MgsUnsigned;
import io.github.mgsjaxrs.internal.protection.LocatorMarksTest.Root;
import io.github.mgsjaxrs.internal.protection.LocatorMarksTest.Sub;
import io.github.mgsjaxrs.testing.MadeAtRunTime;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where a mark counts, on the classes alone. */
class MarksTest {

  @MgsSigned
  static class MarkedClass {
    @GET
    public String get() {
      return "";
    }

    @POST
    @MgsUnsigned
    public String open() {
      return "";
    }

    @POST
    @MgsUnsigned
    @MgsSigned
    public String both() {
      return "";
    }
  }

  static class MarkedMethod {
    @GET
    @MgsSigned
    public String get() {
      return "";
    }

    @GET
    public String other() {
      return "";
    }
  }

  static class Inheriting extends MarkedClass {}

  static class Overriding extends MarkedClass {
    @Override
    @GET
    public String get() {
      return "again";
    }
  }

  @Test
  void findsMarksOnClassMethodAndSuperclass() {
    assertMarked(find(MarkedClass.class, "get"));
    assertMarked(find(MarkedMethod.class, "get"));
    assertMarked(find(Inheriting.class, "get"));
    assertMarked(find(Overriding.class, "get"));
    assertOpen(find(MarkedMethod.class, "other"));
  }

  interface Contract<T> {
    @GET
    @MgsSigned
    String take(T value);
  }

  static class Generic implements Contract<String> {
    @Override
    @GET
    public String take(String value) {
      return value;
    }
  }

  abstract static class Base<T> {
    @MgsSigned
    public abstract String put(T value);
  }

  static class Derived extends Base<Integer> {
    @Override
    @POST
    public String put(Integer value) {
      return "";
    }
  }

  @MgsSigned
  interface MarkedInterface {}

  static class OfMarkedInterface implements MarkedInterface {
    @GET
    public String get() {
      return "";
    }
  }

  @Test
  void findsMarksOnInterfacesAndGenericMethods() {
    assertMarked(find(Generic.class, "take"));
    assertMarked(find(Derived.class, "put"));
    assertMarked(find(OfMarkedInterface.class, "get"));
  }

  @Test
  void exemptsAMethodFromTheMarkOfItsOwnClassOnly() {
    assertThat(find(MarkedClass.class, "open")).isInstanceOf(Marks.Exempt.class);
    assertMarked(find(MarkedClass.class, "both"));
    assertMarked(find(Sub.class, "exempt", Root.class));
    assertMarked(find(Sub.class, "exempt", MarkedClass.class));
  }

  @Test
  void doesNotTakeAnExemptionFromASuperclass() {
    assertMarked(find(Inheriting.class, "open"));
  }

  interface Opening {
    @GET
    @MgsUnsigned
    String get();
  }

  static class MarkedThough extends MarkedClass implements Opening {
    @Override
    public String get() {
      return "";
    }
  }

  @Test
  void doesNotTakeAnExemptionFromAnInterface() {
    assertMarked(find(MarkedThough.class, "get"));
  }

  static class Reopened extends MarkedMethod {
    @Override
    @GET
    @MgsUnsigned
    public String get() {
      return "";
    }
  }

  @Test
  void doesNotLetAnOverridingMethodDropTheMarkOfTheOverridden() {
    assertMarked(find(Reopened.class, "get"));
  }

  static class ProxyOfMarkedClass extends MarkedClass {
    @Override
    public String open() {
      return super.open();
    }

    @Override
    public String get() {
      return super.get();
    }
  }

  @Test
  void seesThroughTheSubclassesOfContainers() {
    Class<?> proxy = MadeAtRunTime.like(ProxyOfMarkedClass.class, MethodHandles.lookup());
    assertMarked(find(proxy, "get"));
    assertThat(find(proxy, "open")).isInstanceOf(Marks.Exempt.class);
    // the same with a file is a class of the application's own, whatever it is called
    assertMarked(find(ProxyOfMarkedClass.class, "open"));
  }

  @MgsSigned(keys = {"a", "b"})
  static class Keyed {
    @GET
    @MgsSigned(keys = "b", coverage = Coverage.STRICT)
    public String get() {
      return "";
    }
  }

  @Test
  void addsUpWhatSeveralMarksAskFor() {
    assertThat(find(Keyed.class, "get"))
        .isInstanceOfSatisfying(
            Marks.Marked.class,
            marked -> {
              assertThat(marked.requirement().admitted())
                  .containsExactlyInAnyOrder(Set.of("a", "b"), Set.of("b"));
              assertThat(marked.requirement().coverage()).isEqualTo(Coverage.STRICT);
            });
  }

  @Test
  void takesAMarkOnTheApplicationForEveryMethodThatDoesNotExemptItself() throws Exception {
    Method open = MarkedMethod.class.getMethod("other");
    List<Class<?>> application = List.of(MarkedClass.class);
    assertMarked(find(application, MarkedMethod.class, open));
    Method exempt = Sub.class.getMethod("exempt");
    assertThat(find(application, Sub.class, exempt)).isInstanceOf(Marks.Exempt.class);
  }

  interface Shown {
    @GET
    String get();
  }

  @MgsSigned(keys = "shown")
  static class Implementing implements Shown {
    @Override
    public String get() {
      return "";
    }
  }

  static class Exempting extends Implementing {
    @Override
    @MgsUnsigned
    public String get() {
      return "";
    }
  }

  @Test
  void looksAtTheClassThatRunsAndNotAtTheOneThatTheRuntimeNames() throws Exception {
    Method get = Shown.class.getMethod("get");
    List<ResourceStep> marked = List.of(ResourceStep.exactly(Implementing.class));
    assertThat(new Marks(marked, Shown.class, get).find(List.of()))
        .isInstanceOfSatisfying(
            Marks.Marked.class,
            found -> assertThat(found.requirement().admitted()).containsExactly(Set.of("shown")));
    List<ResourceStep> exempt = List.of(ResourceStep.exactly(Exempting.class));
    assertThat(new Marks(exempt, Shown.class, get).find(List.of()))
        .isInstanceOf(Marks.Exempt.class);
    List<ResourceStep> either =
        List.of(
            new ResourceStep(
                Shown.class, Set.of(Implementing.class, Exempting.class), false, false));
    assertMarked(new Marks(either, Shown.class, get).find(List.of()));
  }

  abstract static class Seen {
    @MgsUnsigned
    public String get() {
      return "";
    }
  }

  @MgsSigned
  public static class ThroughABridge extends Seen implements Shown {}

  @Test
  void doesNotTakeAnExemptionFromASuperclassThatOthersCannotSee() throws Exception {
    Method get = Shown.class.getMethod("get");
    List<ResourceStep> way = List.of(ResourceStep.exactly(ThroughABridge.class));
    assertThat(ThroughABridge.class.getDeclaredMethod("get").isBridge()).isTrue();
    assertMarked(new Marks(way, Shown.class, get).find(List.of()));
  }

  static class Documents {
    @GET
    @MgsSigned(keys = "read")
    public String read() {
      return "";
    }

    @POST
    public String patch() {
      return "";
    }
  }

  @Test
  void asksForWhatAnotherMethodAsksForThatTheRuntimeCalls() throws Exception {
    Method patch = Documents.class.getMethod("patch");
    List<ResourceStep> way = List.of(ResourceStep.exactly(Documents.class));
    assertOpen(new Marks(way, Documents.class, patch).find(List.of()));
    Marks marks = new Marks(way, Documents.class, patch);
    marks.lookAtReader(
        new Marks(way, Documents.class, Documents.class.getMethod("read")).find(List.of()));
    assertMarked(marks.find(List.of()));
  }
}
