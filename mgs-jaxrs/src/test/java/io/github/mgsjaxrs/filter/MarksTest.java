package io.github.mgsjaxrs.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.MgsUnsigned;
import io.github.mgsjaxrs.protocol.Coverage;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where a mark counts, on the classes alone. */
class MarksTest {

  private static Marks.Finding find(Class<?> resource, String method, Class<?>... parents) {
    Method matched =
        Arrays.stream(resource.getMethods())
            .filter(candidate -> candidate.getName().equals(method) && !candidate.isBridge())
            .findFirst()
            .orElseThrow();
    List<Class<?>> way = new ArrayList<>(List.of(parents));
    way.add(resource);
    return Marks.find(List.of(), way, resource, matched);
  }

  private static void assertMarked(Marks.Finding finding) {
    assertThat(finding).isInstanceOf(Marks.Marked.class);
  }

  private static void assertOpen(Marks.Finding finding) {
    assertThat(finding).isInstanceOf(Marks.Unmarked.class);
  }

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

  static class Unrelated {}

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

  @SuppressWarnings("JavaLangClash")
  static class Orders$$Proxy$_$$_WeldClientProxy extends MarkedClass {
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
    assertMarked(find(Orders$$Proxy$_$$_WeldClientProxy.class, "get"));
    assertThat(find(Orders$$Proxy$_$$_WeldClientProxy.class, "open"))
        .isInstanceOf(Marks.Exempt.class);
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
    assertMarked(Marks.find(application, List.of(MarkedMethod.class), MarkedMethod.class, open));
    Method exempt = Sub.class.getMethod("exempt");
    assertThat(Marks.find(application, List.of(Sub.class), Sub.class, exempt))
        .isInstanceOf(Marks.Exempt.class);
  }
}
