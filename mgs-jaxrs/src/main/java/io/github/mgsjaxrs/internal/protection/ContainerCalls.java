package io.github.mgsjaxrs.internal.protection;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What containers call methods for by themselves, without a request that a filter could have
 * verified. A resource method or locator may be a setter or an initializer as well, by what its
 * parameters say: its mark counts for requests.
 */
public final class ContainerCalls {

  private static final String TIMER = "called by a timer";
  private static final String LIFE =
      "called when its object is made, or ends, before any filter or after all of them";
  private static final String SETTER =
      "called with what the request says when its object is made, before any filter";
  private static final String MESSAGES = "called for messages, or for what it gives to a channel";
  private static final String START = "called when the application starts or ends";
  private static final String PROVIDER =
      "called for other requests, as a filter, an interceptor, a mapper or another provider";
  private static final String METRICS = "called whenever somebody reads metrics";
  private static final String TOOL = "called by clients of another protocol (MCP)";
  private static final String OBSERVER = "called for each event that it observes";

  private static final Map<String, String> ANNOTATED =
      Map.ofEntries(
          Map.entry("io.quarkus.scheduler.Scheduled", TIMER),
          Map.entry("jakarta.ejb.Schedule", TIMER),
          Map.entry("jakarta.ejb.Timeout", TIMER),
          Map.entry("org.springframework.scheduling.annotation.Scheduled", TIMER),
          Map.entry("io.quarkus.vertx.ConsumeEvent", MESSAGES),
          Map.entry("org.eclipse.microprofile.reactive.messaging.Incoming", MESSAGES),
          Map.entry("org.eclipse.microprofile.reactive.messaging.Outgoing", MESSAGES),
          Map.entry("org.springframework.context.event.EventListener", OBSERVER),
          Map.entry("io.quarkus.runtime.Startup", START),
          Map.entry("io.quarkus.runtime.Shutdown", START),
          Map.entry("org.eclipse.microprofile.metrics.annotation.Gauge", METRICS),
          Map.entry("io.quarkiverse.mcp.server.Tool", TOOL),
          Map.entry("io.quarkiverse.mcp.server.Prompt", TOOL),
          Map.entry("io.quarkiverse.mcp.server.Resource", TOOL),
          Map.entry("io.quarkiverse.mcp.server.ResourceTemplate", TOOL),
          Map.entry("jakarta.ejb.PostActivate", LIFE),
          Map.entry("jakarta.ejb.PrePassivate", LIFE),
          Map.entry("jakarta.ejb.AfterBegin", LIFE),
          Map.entry("jakarta.ejb.BeforeCompletion", LIFE),
          Map.entry("jakarta.ejb.AfterCompletion", LIFE),
          Map.entry("jakarta.persistence.PrePersist", LIFE),
          Map.entry("jakarta.persistence.PostPersist", LIFE),
          Map.entry("jakarta.persistence.PreUpdate", LIFE),
          Map.entry("jakarta.persistence.PostUpdate", LIFE),
          Map.entry("jakarta.persistence.PreRemove", LIFE),
          Map.entry("jakarta.persistence.PostRemove", LIFE),
          Map.entry("jakarta.persistence.PostLoad", LIFE),
          Map.entry("jakarta.websocket.OnOpen", MESSAGES),
          Map.entry("jakarta.websocket.OnMessage", MESSAGES),
          Map.entry("jakarta.websocket.OnClose", MESSAGES),
          Map.entry("jakarta.websocket.OnError", MESSAGES),
          Map.entry("jakarta.annotation.PostConstruct", LIFE),
          Map.entry("jakarta.annotation.PreDestroy", LIFE),
          Map.entry("jakarta.inject.Inject", LIFE),
          Map.entry("org.springframework.beans.factory.annotation.Autowired", LIFE),
          Map.entry("jakarta.ws.rs.QueryParam", SETTER),
          Map.entry("jakarta.ws.rs.HeaderParam", SETTER),
          Map.entry("jakarta.ws.rs.PathParam", SETTER),
          Map.entry("jakarta.ws.rs.MatrixParam", SETTER),
          Map.entry("jakarta.ws.rs.CookieParam", SETTER),
          Map.entry("jakarta.ws.rs.FormParam", SETTER),
          Map.entry("jakarta.ws.rs.BeanParam", SETTER),
          Map.entry("jakarta.ws.rs.core.Context", SETTER));

  /** What containers call by the interface that it implements. */
  private static final Map<String, String> INTERFACES =
      Map.ofEntries(
          Map.entry("jakarta.ejb.TimedObject", TIMER),
          Map.entry("jakarta.ejb.SessionSynchronization", LIFE),
          Map.entry("jakarta.jms.MessageListener", MESSAGES),
          Map.entry("io.quarkus.runtime.QuarkusApplication", START),
          Map.entry("org.springframework.boot.CommandLineRunner", START),
          Map.entry("jakarta.ws.rs.container.ContainerRequestFilter", PROVIDER),
          Map.entry("jakarta.ws.rs.container.ContainerResponseFilter", PROVIDER),
          Map.entry("jakarta.ws.rs.container.DynamicFeature", PROVIDER),
          Map.entry("jakarta.ws.rs.core.Feature", PROVIDER),
          Map.entry("jakarta.ws.rs.ext.ReaderInterceptor", PROVIDER),
          Map.entry("jakarta.ws.rs.ext.WriterInterceptor", PROVIDER),
          Map.entry("jakarta.ws.rs.ext.MessageBodyReader", PROVIDER),
          Map.entry("jakarta.ws.rs.ext.MessageBodyWriter", PROVIDER),
          Map.entry("jakarta.ws.rs.ext.ExceptionMapper", PROVIDER),
          Map.entry("jakarta.ws.rs.ext.ContextResolver", PROVIDER),
          Map.entry("jakarta.ws.rs.ext.ParamConverterProvider", PROVIDER));

  private static final String PRODUCER =
      "a producer, called whenever somebody injects what it produces";

  private static final Map<String, String> PRODUCED =
      Map.of(
          "jakarta.enterprise.inject.Produces",
          PRODUCER,
          "org.springframework.context.annotation.Bean",
          PRODUCER);

  private static final String PRODUCER_OF_ARC =
      PRODUCER
          + ", as ArC makes one of each method with a scope, a qualifier or a stereotype"
          + " (quarkus.arc.auto-producer-methods is not asked)";

  /** What an annotation carries that makes a producer of a method for ArC. */
  private static final Set<String> OF_PRODUCERS =
      Set.of(
          "jakarta.inject.Scope",
          "jakarta.enterprise.context.NormalScope",
          "jakarta.inject.Qualifier",
          "jakarta.enterprise.inject.Stereotype");

  private static final Map<String, String> PARAMETERS =
      Map.of(
          "jakarta.enterprise.event.Observes",
          OBSERVER,
          "jakarta.enterprise.event.ObservesAsync",
          OBSERVER,
          "jakarta.enterprise.inject.Disposes",
          LIFE);

  private static final String VALIDATED =
      "a getter with constraints, which Bean Validation calls whenever it validates the object: when it"
          + " is made, before any filter, and for requests to other methods";

  private static final String CASCADED =
      "a locator with @Valid, whose object Bean Validation asks for all that has constraints before any"
          + " filter";

  private static final String VALID = "jakarta.validation.Valid";
  private static final String CONSTRAINT = "jakarta.validation.Constraint";

  /** Beside what {@link #ANNOTATED} says of time and events, of methods that requests call too. */
  private static final Set<String> BESIDE =
      Set.of(TIMER, OBSERVER, MESSAGES, START, METRICS, TOOL, LIFE);

  private ContainerCalls() {}

  /**
   * What else calls a resource method or locator.
   *
   * @param method one that requests may be matched with
   * @param types where it is declared, and what it may override
   * @param onQuarkus whether ArC makes producers, and Bean Validation calls no getters
   * @return what is so of it; null if nothing calls it that is known
   */
  public static @Nullable String beside(Method method, TypeHierarchy types, boolean onQuarkus) {
    String call = to(method);
    if (call != null && BESIDE.contains(call)) {
      return call;
    }
    if (OtherEndpoints.kind(PRODUCED, method) != null) {
      return OtherEndpoints.kind(PRODUCED, method);
    }
    String byInterface = byInterface(method, types);
    if (byInterface != null) {
      return byInterface;
    }
    if (onQuarkus) {
      return isProducerOfArc(method) ? PRODUCER_OF_ARC : null;
    }
    boolean getter = isGetter(method);
    boolean locator = isLocator(method, types);
    for (Method same : types.methods(method.getName(), method.getParameterCount())) {
      if (getter && isConstrained(same, true)) {
        return VALIDATED;
      }
      if (locator && isConstrained(same, false)) {
        return CASCADED;
      }
    }
    return null;
  }

  private static @Nullable String byInterface(Method method, TypeHierarchy types) {
    for (Class<?> type : types.all()) {
      String call = INTERFACES.get(type.getName());
      if (call != null
          && Stream.of(type.getMethods()).anyMatch(its -> isImplementedBy(method, its))) {
        return call;
      }
    }
    return null;
  }

  /** With the types that are written there, or what a parameter of the interface is bound to. */
  private static boolean isImplementedBy(Method method, Method its) {
    Class<?>[] bound = its.getParameterTypes();
    Class<?>[] own = method.getParameterTypes();
    boolean same = its.getName().equals(method.getName()) && bound.length == own.length;
    for (int i = 0; same && i < own.length; i++) {
      same = bound[i].isAssignableFrom(own[i]);
    }
    return same;
  }

  private static boolean isProducerOfArc(Method method) {
    return method.getReturnType() != void.class
        && Stream.of(method.getAnnotations())
            .flatMap(annotation -> Stream.of(annotation.annotationType().getAnnotations()))
            .anyMatch(carried -> OF_PRODUCERS.contains(carried.annotationType().getName()));
  }

  private static boolean isLocator(Method method, TypeHierarchy types) {
    return types.locators().stream()
        .anyMatch(
            locator ->
                locator.getName().equals(method.getName())
                    && locator.getParameterCount() == method.getParameterCount());
  }

  /** As Bean Validation tells properties (section 3.1.3). */
  private static boolean isGetter(Method method) {
    String name = method.getName();
    return method.getParameterCount() == 0
        && ((name.startsWith("get") && method.getReturnType() != void.class)
            || (name.startsWith("is") && method.getReturnType() == boolean.class));
  }

  /** Whether what a method returns is validated, or at least what is inside of it. */
  private static boolean isConstrained(Method method, boolean itself) {
    return validates(itself, method.getAnnotations())
        || isConstrained(method.getAnnotatedReturnType(), itself);
  }

  private static boolean isConstrained(AnnotatedType type, boolean itself) {
    if (validates(itself, type.getAnnotations())) {
      return true;
    }
    if (type instanceof AnnotatedParameterizedType generic) {
      return Stream.of(generic.getAnnotatedActualTypeArguments())
          .anyMatch(inside -> isConstrained(inside, itself));
    }
    return type instanceof AnnotatedArrayType array
        && isConstrained(array.getAnnotatedGenericComponentType(), itself);
  }

  private static boolean validates(boolean itself, Annotation... annotations) {
    return Stream.of(annotations)
        .map(Annotation::annotationType)
        .anyMatch(type -> type.getName().equals(VALID) || (itself && isConstraint(type)));
  }

  /** One constraint, or several of a kind in their container. */
  private static boolean isConstraint(Class<? extends Annotation> type) {
    return carries(type)
        || Stream.of(type.getDeclaredMethods())
            .filter(member -> member.getName().equals("value"))
            .map(member -> member.getReturnType().getComponentType())
            .anyMatch(inside -> inside != null && carries(inside));
  }

  private static boolean carries(Class<?> type) {
    return Stream.of(type.getAnnotations())
        .anyMatch(carried -> carried.annotationType().getName().equals(CONSTRAINT));
  }

  /**
   * What calls a method.
   *
   * @param method any method
   * @return what is so of it; null if nothing calls it that is known
   */
  public static @Nullable String to(Method method) {
    String call = OtherEndpoints.kind(ANNOTATED, method);
    for (Annotation[] parameter : method.getParameterAnnotations()) {
      call = call == null ? OtherEndpoints.kind(PARAMETERS, parameter) : call;
    }
    return call;
  }
}
