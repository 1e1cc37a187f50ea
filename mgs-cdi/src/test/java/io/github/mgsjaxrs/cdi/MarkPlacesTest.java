package io.github.mgsjaxrs.cdi;

import static io.github.mgsjaxrs.cdi.Application.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.SignatureMark;
import io.github.mgsjaxrs.internal.protection.ResourceBeans;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Marks on beans: which are found behind proxies, and which stop the start. */
class MarkPlacesTest {

  private static final Map<String, String> SETTINGS =
      settings("mgs.keys.orders.algorithm", "MD5", "mgs.keys.orders.salt", "salt");

  /** Which extension looks. */
  enum Container {
    FULL(MarkPlacesTest.class.getClassLoader()),
    LITE(new LiteLoader());

    private final ClassLoader loader;

    Container(ClassLoader loader) {
      this.loader = loader;
    }

    Application start(Class<?>... beans) {
      return Application.startIn(loader, SETTINGS, Map.of(), beans);
    }
  }

  /** Shown by proxies. */
  public interface Api {
    /** Answers. */
    String get();
  }

  /** Hidden behind its interface. */
  @ApplicationScoped
  @Typed(Api.class)
  @MgsSigned
  public static class Hidden implements Api {
    @Override
    public String get() {
      return "";
    }
  }

  /** A root resource. */
  @ApplicationScoped
  public static class Root {
    /** Answers. */
    public String get() {
      return "";
    }
  }

  /** Runs in its place. */
  @Alternative
  @Priority(1)
  @ApplicationScoped
  public static class Instead extends Root {
    @MgsSigned
    @Override
    public String get() {
      return "";
    }
  }

  /** Made by code. */
  public static class Made {}

  /** Makes it. */
  @ApplicationScoped
  public static class Maker {
    @Produces
    @RequestScoped
    public Made make() {
      return new Made();
    }
  }

  /** Makes it, and has a mark. */
  @ApplicationScoped
  public static class MarkedMaker {
    @Produces
    @RequestScoped
    @MgsSigned
    public Made make() {
      return new Made();
    }
  }

  /** Stands in front of a bean. */
  @Decorator
  @Priority(1)
  @MgsSigned
  public abstract static class MarkedDecorator implements Api {
    @Inject @Delegate @Any Api delegate;
  }

  /** Binds the interceptor. */
  @InterceptorBinding
  @Retention(RetentionPolicy.RUNTIME)
  @interface Audited {}

  /** Stands in front of methods. */
  @Interceptor
  @Audited
  @Priority(1)
  public static class MarkedInterceptor {
    @MgsSigned
    @AroundInvoke
    public Object proceed(InvocationContext context) throws Exception {
      return context.proceed();
    }
  }

  /** A resource whose methods may be marked. */
  @MgsSigned
  public interface MarkedApi extends Api {}

  /** Implements the interface that it decorates, as it has to. */
  @Decorator
  @Priority(1)
  public abstract static class DecoratorOfMarked implements MarkedApi {
    @Inject @Delegate @Any MarkedApi delegate;

    @Override
    public String get() {
      return delegate.get();
    }
  }

  /** Runs behind the decorator. */
  @ApplicationScoped
  public static class Decorated implements MarkedApi {
    @Override
    public String get() {
      return "";
    }
  }

  /** A mark inside of another annotation. */
  @MgsSigned
  @Retention(RetentionPolicy.RUNTIME)
  @interface Gate {}

  /** A decorator that has a mark inside of another annotation. */
  @Decorator
  @Priority(1)
  @Gate
  public abstract static class GatedDecorator implements Api {
    @Inject @Delegate @Any Api delegate;
  }

  /** Intercepts the methods of classes that name it, and has no annotation that says so. */
  @ApplicationScoped
  public static class Intercepting {
    @Gate
    @AroundInvoke
    public Object proceed(InvocationContext context) throws Exception {
      return context.proceed();
    }
  }

  /** Observes events. */
  @ApplicationScoped
  public static class Observing {
    @MgsSigned
    void observe(@Observes String event) {}
  }

  /** A bean that makes itself. */
  @Dependent
  public static class MakesItself {
    @Produces
    @Named("other")
    @RequestScoped
    public static MakesItself make() {
      return new MakesItself();
    }
  }

  /** Calls itself a mark, and is that of no scheme. */
  @SignatureMark(Scheme.RPC)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Mine {}

  /** Has it on a method. */
  @ApplicationScoped
  public static class OfMine {
    @Mine
    public String get() {
      return "";
    }
  }

  /** An annotation of the user's own that carries it. */
  @Mine
  @Retention(RetentionPolicy.RUNTIME)
  @interface Deep {}

  /** Has it in another annotation, besides a mark. */
  @ApplicationScoped
  @MgsSigned
  @Deep
  public static class OfDeep {
    /** Answers. */
    public String get() {
      return "";
    }
  }

  /** Has a mark in another annotation, and no other. */
  @ApplicationScoped
  @Gate
  public static class Gated {
    /** Answers. */
    public String get() {
      return "";
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesWhatCallsItselfAMarkAndHasNoScheme(Container container) {
    for (Class<?> bean : List.of(OfMine.class, OfDeep.class)) {
      assertThatThrownBy(() -> container.start(bean))
          .hasStackTraceContaining(Mine.class.getName() + " carries @SignatureMark and is no mark");
    }
  }

  @ParameterizedTest
  @EnumSource
  void admitsAMarkInAnotherAnnotation(Container container) {
    ResourceBeans beans = new CdiResourceBeans();
    try (Application application = container.start(Gated.class)) {
      assertThat(application.verifier()).isNotNull();
      assertThat(beans.marked()).containsExactly(Gated.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void admitsADecoratorOfAMarkedInterface(Container container) {
    try (Application application = container.start(Decorated.class, DecoratorOfMarked.class)) {
      assertThat(application.verifier()).isNotNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesAMarkInAnotherAnnotationOnADecorator(Container container) {
    assertThatThrownBy(() -> container.start(Hidden.class, GatedDecorator.class))
        .hasStackTraceContaining("is a decorator: a mark there protects nothing");
  }

  @ParameterizedTest
  @EnumSource
  void refusesAMarkOnAMethodThatIntercepts(Container container) {
    assertThatThrownBy(() -> container.start(Intercepting.class))
        .hasStackTraceContaining("is an interceptor method: marks protect");
  }

  @ParameterizedTest
  @EnumSource
  void refusesAMarkOnAMethodThatObserves(Container container) {
    assertThatThrownBy(() -> container.start(Observing.class))
        .hasStackTraceContaining("called for each event that it observes");
  }

  @Test
  void takesABeanForMadeByCodeWhoseProducerStandsInItsOwnClass() {
    try (Application application = Container.FULL.start(MakesItself.class)) {
      assertThat(application.verifier()).isNotNull();
      assertThat(new CdiResourceBeans().areMadeByCode(MakesItself.class)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsTheClassesBehindProxies(Container container) {
    ResourceBeans beans = new CdiResourceBeans();
    try (Application application =
        container.start(Hidden.class, Root.class, Instead.class, Maker.class)) {
      assertThat(application.verifier()).isNotNull();
      assertThat(beans.classesOf(Api.class)).containsExactly(Hidden.class);
      assertThat(beans.chosenFor(Root.class)).contains(Instead.class);
      assertThat(beans.areMadeByCode(Made.class)).isTrue();
      assertThat(beans.areMadeByCode(Root.class)).isFalse();
      assertThat(beans.marked()).contains(Hidden.class, Instead.class).doesNotContain(Root.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesAMarkOnAProducer(Container container) {
    assertThatThrownBy(() -> container.start(MarkedMaker.class))
        .hasStackTraceContaining("is a producer: a mark there protects nothing");
  }

  @ParameterizedTest
  @EnumSource
  void refusesAMarkOnADecorator(Container container) {
    assertThatThrownBy(() -> container.start(Hidden.class, MarkedDecorator.class))
        .hasStackTraceContaining("is a decorator: a mark there protects nothing");
  }

  @ParameterizedTest
  @EnumSource
  void refusesAMarkOnAnInterceptor(Container container) {
    assertThatThrownBy(() -> container.start(MarkedInterceptor.class))
        .hasStackTraceContaining("is an interceptor: a mark there protects nothing");
  }

  @Test
  void saysThatNothingIsKnownWhereNoContainerRuns() {
    ResourceBeans beans = new CdiResourceBeans();
    assertThatIllegalStateException().isThrownBy(() -> beans.classesOf(Api.class));
    assertThatIllegalStateException().isThrownBy(() -> beans.chosenFor(Root.class));
    assertThatIllegalStateException().isThrownBy(() -> beans.areMadeByCode(Made.class));
    assertThatIllegalStateException().isThrownBy(beans::marked);
  }
}
