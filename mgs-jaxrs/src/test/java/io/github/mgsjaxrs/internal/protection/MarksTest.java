package io.github.mgsjaxrs.internal.protection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.MgsUnsigned;
import io.github.mgsjaxrs.testing.MadeAtRunTime;
import io.quarkus.rest.data.panache.RestDataResource;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Where a mark counts, on the classes alone. */
class MarksTest {

  private static Marks.Finding find(Class<?> resource, String method, Class<?>... parents) {
    Method matched =
        Arrays.stream(resource.getMethods())
            .filter(candidate -> candidate.getName().equals(method) && !candidate.isBridge())
            .findFirst()
            .orElseThrow();
    return find(List.of(), resource, matched, parents);
  }

  private static Marks.Finding find(
      List<Class<?>> application, Class<?> resource, Method matched, Class<?>... parents) {
    RunningClasses classes = new RunningClasses(List.of());
    List<ResourceStep> way = new ArrayList<>();
    for (Class<?> parent : parents) {
      way.add(classes.ofObject(RunningClasses.Shown.named(parent), Set.of()));
    }
    way.add(classes.ofObject(RunningClasses.Shown.named(resource), Set.of()));
    return new Marks(way, resource, matched).find(application);
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

  interface Wide {}

  interface Narrow extends Wide {}

  @MgsSigned
  static class Overloads {
    @POST
    public String create(Wide wide) {
      return "";
    }

    @POST
    @Path("narrow")
    @MgsUnsigned
    public String create(Narrow narrow) {
      return "";
    }
  }

  abstract static class Creating<T> {
    @POST
    public abstract String create(T value);
  }

  @MgsSigned
  static class OfNarrow extends Creating<Narrow> {
    @Override
    @MgsUnsigned
    public String create(Narrow narrow) {
      return "";
    }

    @POST
    @Path("wide")
    public String create(Wide wide) {
      return "";
    }
  }

  private static Marks.Finding find(Class<?> resource, Method matched) {
    return find(List.of(), resource, matched);
  }

  @Test
  void exemptsByTheExactParameterTypes() throws Exception {
    assertMarked(find(Overloads.class, Overloads.class.getMethod("create", Wide.class)));
    assertThat(find(Overloads.class, Overloads.class.getMethod("create", Narrow.class)))
        .isInstanceOf(Marks.Exempt.class);
    assertMarked(find(OfNarrow.class, OfNarrow.class.getMethod("create", Wide.class)));
    assertThat(find(OfNarrow.class, OfNarrow.class.getMethod("create", Narrow.class)))
        .isInstanceOf(Marks.Exempt.class);
  }

  @MgsSigned
  static class OfWide extends Creating<Wide> {
    @Override
    public String create(Wide wide) {
      return "";
    }

    @POST
    @Path("narrow")
    @MgsUnsigned
    public String create(Narrow narrow) {
      return "";
    }
  }

  @MgsSigned
  static class OfNarrowAlone extends Creating<Narrow> {
    @Override
    @MgsUnsigned
    public String create(Narrow narrow) {
      return "";
    }
  }

  @Test
  void exemptsAGenericMethodByWhatTheCompilerCallsForIt() throws Exception {
    Method generic = Creating.class.getMethod("create", Object.class);
    assertThat(find(OfNarrowAlone.class, generic)).isInstanceOf(Marks.Exempt.class);
    assertThat(find(OfNarrow.class, generic)).isInstanceOf(Marks.Exempt.class);
    assertMarked(find(OfWide.class, generic));
  }

  static class MarkedOverload {
    @POST
    public String create(String text) {
      return "";
    }

    @POST
    @Path("exempt")
    @MgsUnsigned
    public String create(Integer number) {
      return "";
    }

    @POST
    @Path("marked")
    @MgsSigned
    public String create(Wide wide) {
      return "";
    }
  }

  @Test
  void protectsTheOverloadsOfAMarkedMethodUnlessTheySayOtherwise() throws Exception {
    assertThat(find(MarkedOverload.class, MarkedOverload.class.getMethod("create", String.class)))
        .isInstanceOfSatisfying(
            Marks.Marked.class,
            marked -> assertThat(marked.doubt()).contains("Wide", "@MgsUnsigned"));
    assertThat(find(MarkedOverload.class, MarkedOverload.class.getMethod("create", Integer.class)))
        .isInstanceOf(Marks.Exempt.class);
    assertThat(find(MarkedOverload.class, MarkedOverload.class.getMethod("create", Wide.class)))
        .isInstanceOfSatisfying(Marks.Marked.class, marked -> assertThat(marked.doubt()).isNull());
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

  interface Declared {
    @MgsSigned
    String add(String entity);
  }

  abstract static class GeneratedFromIt implements Declared {
    @POST
    public String add(String entity, Integer more) {
      return "";
    }
  }

  abstract static class ImplementsIt extends GeneratedFromIt {
    @Override
    public String add(String entity) {
      return "";
    }
  }

  private static Marks.Finding findOf(Class<?> resource, Method matched) {
    return new Marks(List.of(ResourceStep.exactly(resource)), resource, matched).find(List.of());
  }

  @Test
  void takesAMarkedMethodThatIsNoResourceMethodForOneWithMoreParameters() throws Exception {
    Method add = GeneratedFromIt.class.getMethod("add", String.class, Integer.class);
    assertMarked(findOf(GeneratedFromIt.class, add));
    assertMarked(findOf(ImplementsIt.class, add));
  }

  /** What is read by pages. */
  interface Data<E, I> extends RestDataResource {
    default List<E> list(Integer page, String sort) {
      return List.of();
    }

    default E add(E entity) {
      return entity;
    }

    default E update(I id, E entity) {
      return entity;
    }
  }

  /** Declares some of it again, in order to mark it. */
  interface DataOfOrders extends Data<Wide, Long> {
    @Override
    @MgsSigned
    default List<Wide> list(Integer page, String sort) {
      return List.of();
    }

    @Override
    @MgsSigned(keys = "add")
    Wide add(Wide entity);

    @Override
    @MgsSigned
    Wide update(Long id, Wide entity);
  }

  /** Has the resource methods, and what the interface declares as well. */
  static class GeneratedData implements DataOfOrders {
    @GET
    public List<Wide> list(List<String> sort, Integer page, Integer size, Long more) {
      return List.of();
    }

    @GET
    @Path("links")
    public String listHal(List<String> sort, Integer page, Integer size, Long more) {
      return "";
    }

    @POST
    public Wide add(Wide entity, String more) {
      return entity;
    }

    @PUT
    @Path("{id}")
    public Wide update(Long id, Wide entity, String more) {
      return entity;
    }

    @DELETE
    @Path("{id}")
    public void delete(Long id, String more) {}

    @Override
    public Wide add(Wide entity) {
      return entity;
    }

    @Override
    public Wide update(Long id, Wide entity) {
      return entity;
    }
  }

  @Test
  void findsMarksOnWhatAGeneratedResourceImplementsBesideItsResourceMethods() throws Exception {
    for (String name : List.of("list", "listHal", "add", "update", "delete")) {
      for (Method method : GeneratedData.class.getDeclaredMethods()) {
        if (method.getName().equals(name) && TypeHierarchy.hasHttpMethod(method)) {
          Marks.Finding found = findOf(GeneratedData.class, method);
          assertThat(found)
              .as("%s", method)
              .isInstanceOf(name.equals("delete") ? Marks.Unmarked.class : Marks.Marked.class);
        }
      }
    }
  }

  /** Each mark is for the method that has it. */
  static class OfSeveralArguments {
    @GET
    public String get() {
      return "";
    }

    @GET
    @Path("{id}")
    @MgsSigned
    public String get(String id) {
      return id;
    }

    @GET
    @Path("{id}/{part}")
    public String get(String id, Integer part) {
      return id;
    }

    @MgsSigned
    public String get(String id, String part) {
      return id;
    }
  }

  @Test
  void takesTheMarkOfAnotherResourceMethodForItsOwn() throws Exception {
    Method other = OfSeveralArguments.class.getMethod("get", String.class, Integer.class);
    assertThat(findOf(OfSeveralArguments.class, other))
        .isInstanceOfSatisfying(Marks.Marked.class, found -> assertThat(found.doubt()).isNotNull());
    Method marked = OfSeveralArguments.class.getMethod("get", String.class);
    assertMarked(findOf(OfSeveralArguments.class, marked));
    // what is no resource method may be meant for each of its name
    assertMarked(findOf(OfSeveralArguments.class, OfSeveralArguments.class.getMethod("get")));
    assertOpen(findOf(Overloaded.class, Overloaded.class.getMethod("get")));
  }

  /** Without any such method. */
  static class Overloaded {
    @GET
    public String get() {
      return "";
    }

    @GET
    @Path("{id}")
    @MgsSigned
    public String get(String id) {
      return id;
    }
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
