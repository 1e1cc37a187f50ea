package io.github.mgsjaxrs.internal.protection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.internal.protection.RunningClasses.Shown;
import io.github.mgsjaxrs.internal.protection.RunningClasses.Standing;
import io.github.mgsjaxrs.testing.MadeAtRunTime;
import jakarta.ws.rs.GET;
import java.beans.EventHandler;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.hk2.api.ProxyCtl;
import org.junit.jupiter.api.Test;

/** Which classes may run behind what a runtime shows. */
class RunningClassesTest {

  /** A local view. */
  interface Api {
    @GET
    String get();
  }

  /** Behind the view. */
  static class Bean implements Api {
    @Override
    public String get() {
      return "";
    }
  }

  /** Behind the view, too. */
  static class Seen implements Api {
    @Override
    public String get() {
      return "";
    }
  }

  /** An ordinary resource. */
  static class Base {
    @GET
    public String get() {
      return "";
    }
  }

  /** Another one. */
  static class Derived extends Base {}

  /** What a container makes. */
  static class ProxyOfBase extends Base {}

  /** Cannot run. */
  abstract static class Abstract implements Api {}

  private record Beans(
      Map<Class<?>, Set<Class<?>>> classes,
      Set<Class<?>> byCode,
      Map<Class<?>, Class<?>> chosen,
      Set<Class<?>> marked)
      implements ResourceBeans {

    @Override
    public Set<Class<?>> classesOf(Class<?> type) {
      return classes.getOrDefault(type, Set.of());
    }

    @Override
    public Set<Class<?>> sessionBeansOf(Class<?> type) {
      return classesOf(type);
    }

    @Override
    public boolean areMadeByCode(Class<?> type) {
      return byCode.contains(type);
    }

    @Override
    public Optional<Class<?>> chosenFor(Class<?> type) {
      return Optional.ofNullable(chosen.get(type));
    }
  }

  private static final Beans NONE = new Beans(Map.of(), Set.of(), Map.of(), Set.of());

  private static RunningClasses with(ResourceBeans beans) {
    return new RunningClasses(List.of(beans));
  }

  private static Class<?> proxy() {
    return MadeAtRunTime.like(ProxyOfBase.class, MethodHandles.lookup());
  }

  private static Object view() {
    return Proxy.newProxyInstance(
        Api.class.getClassLoader(), new Class<?>[] {Api.class}, (proxy, method, arguments) -> "");
  }

  @Test
  void takesAnOrdinaryObjectForWhatItIs() {
    Beans beans =
        new Beans(
            Map.of(Base.class, Set.of(Derived.class)),
            Set.of(Base.class),
            Map.of(),
            Set.of(Derived.class));
    ResourceStep step = with(beans).ofObject(Shown.named(Base.class), Set.of(Derived.class));
    assertThat(step.running()).containsExactly(Base.class);
    assertThat(step.unseen()).isFalse();
    assertThat(with(beans).of(new Base(), false)).isEqualTo(Shown.named(Base.class));
  }

  @Test
  void takesAProxyForItsSuperclassAndEveryMarkedSubclass() {
    ResourceStep step =
        with(NONE).ofObject(Shown.named(proxy()), Set.of(Derived.class, Seen.class));
    assertThat(step.running()).containsExactlyInAnyOrder(Base.class, Derived.class);
    assertThat(step.unseen()).isFalse();
  }

  @Test
  void knowsNotWhatRunsWhereCodeMakesTheObject() {
    Beans beans = new Beans(Map.of(), Set.of(Base.class), Map.of(), Set.of(Derived.class));
    ResourceStep step = with(beans).ofObject(Shown.named(proxy()), Set.of(Seen.class));
    assertThat(step.running()).containsExactlyInAnyOrder(Base.class, Derived.class);
    assertThat(step.unseen()).isTrue();
    assertThat(with(beans).ofClass(Base.class, Set.of()).unseen()).isTrue();
    assertThat(with(NONE).ofClass(Base.class, Set.of()).unseen()).isFalse();
  }

  @Test
  void takesAViewForEverySessionBeanAndEveryMarkedClassThatHasIt() {
    Beans beans =
        new Beans(Map.of(Api.class, Set.of(Bean.class)), Set.of(), Map.of(), Set.of(Derived.class));
    Class<?> type = view().getClass();
    Shown shown = new Shown(type, type, Standing.SESSION_BEAN);
    ResourceStep step = with(beans).ofObject(shown, Set.of(Seen.class));
    assertThat(step.running()).containsExactlyInAnyOrder(Bean.class, Seen.class);
    assertThat(step.unseen()).isFalse();
    assertThat(with(NONE).ofObject(shown, Set.of()).unseen()).isTrue();
  }

  /** Whatever bean has its interface: nothing says that this is what the proxy stands for. */
  @Test
  void knowsNotWhatRunsBehindAProxyThatNoContainerHasMade() {
    Beans beans = new Beans(Map.of(Api.class, Set.of(Bean.class)), Set.of(), Map.of(), Set.of());
    for (Object foreign : List.of(view(), EventHandler.create(Api.class, new Bean(), "get"))) {
      Shown shown = with(beans).of(foreign, false);
      assertThat(shown.standing()).isEqualTo(Standing.FOREIGN);
      ResourceStep step = with(beans).ofObject(shown, Set.of());
      assertThat(step.running()).containsExactly(Bean.class);
      assertThat(step.unseen()).isTrue();
    }
    // a runtime that shows classes alone does not tell who made it
    Shown named = Shown.named(view().getClass());
    assertThat(with(beans).ofObject(named, Set.of()).unseen()).isTrue();
  }

  private static Object proxyOf(Callable<Object> object) {
    return Proxy.newProxyInstance(
        RunningClassesTest.class.getClassLoader(),
        new Class<?>[] {Api.class, ProxyCtl.class},
        (proxy, method, arguments) -> method.getName().equals("__make") ? object.call() : "");
  }

  @Test
  void makesNothingBeforeOtherFiltersRan() {
    AtomicInteger made = new AtomicInteger();
    Object proxy =
        proxyOf(
            () -> {
              made.incrementAndGet();
              return new Bean();
            });
    RunningClasses classes = with(NONE);
    Shown first = classes.of(proxy, false);
    assertThat(first.standing()).isEqualTo(Standing.LATER);
    assertThat(classes.ofObject(first, Set.of()).later()).isTrue();
    assertThat(made).hasValue(0);
    Shown last = classes.of(proxy, true);
    assertThat(last).isEqualTo(new Shown(proxy.getClass(), Bean.class, Standing.TOLD));
    assertThat(classes.ofObject(last, Set.of()).later()).isFalse();
    assertThat(made).hasValue(1);
  }

  @Test
  void knowsNotWhatRunsBehindAProxyThatCannotTell() {
    List<Callable<Object>> silent =
        List.of(
            () -> {
              throw new IllegalStateException("no tenant");
            },
            () -> null);
    for (Callable<Object> object : silent) {
      Shown shown = with(NONE).of(proxyOf(object), true);
      assertThat(shown.standing()).isEqualTo(Standing.UNTOLD);
      assertThat(with(NONE).ofObject(shown, Set.of()).unseen()).isTrue();
    }
  }

  @Test
  void takesALambdaForWhatItIs() {
    Api lambda = () -> "";
    ResourceStep step = with(NONE).ofObject(with(NONE).of(lambda, false), Set.of());
    assertThat(step.unseen()).isFalse();
  }

  @Test
  void takesAnInterfaceOrAnAbstractClassForWhatMayRunBehindIt() {
    for (Class<?> named : List.of(Api.class, Abstract.class)) {
      assertThat(with(NONE).ofClass(named, Set.of(Seen.class)).running())
          .containsExactly(Seen.class);
    }
  }

  @Test
  void keepsWhatIsShownWhereNothingIsKnownOfIt() {
    Class<?> proxy = view().getClass();
    ResourceStep step = with(NONE).ofObject(Shown.named(proxy), Set.of());
    assertThat(step.running()).containsExactly(proxy);
    assertThat(step.unseen()).isTrue();
  }

  @Test
  void addsWhatTheContainerHandsOutInPlaceOfANamedClass() {
    Beans beans = new Beans(Map.of(), Set.of(), Map.of(Base.class, Derived.class), Set.of());
    assertThat(with(beans).ofClass(Base.class, Set.of()).running())
        .containsExactlyInAnyOrder(Base.class, Derived.class);
  }
}
