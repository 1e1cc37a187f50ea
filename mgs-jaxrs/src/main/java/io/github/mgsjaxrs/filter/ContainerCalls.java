package io.github.mgsjaxrs.filter;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What containers call methods for by themselves, without a request that a filter could have
 * verified. A resource method may be such a method as well: its mark counts for requests.
 */
final class ContainerCalls {

  private static final String TIMER = "called by a timer";
  private static final String LIFE =
      "called when its object is made, or ends, before any filter or after all of them";
  private static final String SETTER =
      "called with what the request says when its object is made, before any filter";
  private static final String OBSERVER = "called for each event that it observes";

  private static final Map<String, String> ANNOTATED =
      Map.ofEntries(
          Map.entry("io.quarkus.scheduler.Scheduled", TIMER),
          Map.entry("io.quarkus.scheduler.Scheduled$Schedules", TIMER),
          Map.entry("jakarta.ejb.Schedule", TIMER),
          Map.entry("jakarta.ejb.Schedules", TIMER),
          Map.entry("jakarta.ejb.Timeout", TIMER),
          Map.entry("io.quarkus.vertx.ConsumeEvent", "called for messages of Vert.x's event bus"),
          Map.entry("jakarta.annotation.PostConstruct", LIFE),
          Map.entry("jakarta.annotation.PreDestroy", LIFE),
          Map.entry("jakarta.inject.Inject", LIFE),
          Map.entry("jakarta.ws.rs.QueryParam", SETTER),
          Map.entry("jakarta.ws.rs.HeaderParam", SETTER),
          Map.entry("jakarta.ws.rs.PathParam", SETTER),
          Map.entry("jakarta.ws.rs.MatrixParam", SETTER),
          Map.entry("jakarta.ws.rs.CookieParam", SETTER),
          Map.entry("jakarta.ws.rs.FormParam", SETTER),
          Map.entry("jakarta.ws.rs.BeanParam", SETTER),
          Map.entry("jakarta.ws.rs.core.Context", SETTER));

  private static final Map<String, String> PARAMETERS =
      Map.of(
          "jakarta.enterprise.event.Observes",
          OBSERVER,
          "jakarta.enterprise.event.ObservesAsync",
          OBSERVER);

  private ContainerCalls() {}

  /**
   * What calls a method.
   *
   * @param method any method
   * @return what is so of it; null if nothing calls it that is known
   */
  static @Nullable String to(Method method) {
    String call = OtherEndpoints.kind(ANNOTATED, method);
    for (Annotation[] parameter : method.getParameterAnnotations()) {
      call = call == null ? OtherEndpoints.kind(PARAMETERS, parameter) : call;
    }
    return call;
  }
}
