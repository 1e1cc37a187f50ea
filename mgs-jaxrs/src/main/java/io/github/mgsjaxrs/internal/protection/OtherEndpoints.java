package io.github.mgsjaxrs.internal.protection;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.MgsUnsigned;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Classes and methods that something else than Jakarta REST calls for its clients, past all filters
 * of this library: a mark there protects nothing. Known by name, as none of their APIs need be
 * there.
 */
public final class OtherEndpoints {

  private static final String WEB_SOCKET = "a WebSocket endpoint";
  private static final String WEB_SERVICE = "a SOAP web service";
  private static final String ROUTE = "a route of Vert.x";
  private static final String INTERCEPTOR = "an interceptor method";
  private static final String GRPC = "a gRPC service";
  private static final String HEALTH = "a health check";
  private static final String SERVLET = "a servlet or a servlet filter";
  private static final String MAPPER = "an exception mapper";
  private static final String FEATURE = "a feature";
  private static final String FILTER = "a filter of requests or answers";

  private static final Map<String, String> ANNOTATED =
      Map.of(
          "jakarta.websocket.server.ServerEndpoint",
          WEB_SOCKET,
          "io.quarkus.websockets.next.WebSocket",
          WEB_SOCKET,
          "jakarta.jws.WebService",
          WEB_SERVICE,
          "jakarta.xml.ws.WebServiceProvider",
          WEB_SERVICE,
          "jakarta.ejb.MessageDriven",
          "a message-driven bean",
          "io.quarkus.grpc.GrpcService",
          GRPC,
          "io.quarkus.vertx.web.RouteBase",
          ROUTE,
          "org.eclipse.microprofile.graphql.GraphQLApi",
          "a GraphQL API",
          "jakarta.servlet.annotation.WebListener",
          "a servlet listener");

  private static final Map<String, String> DERIVED =
      Map.of(
          "jakarta.servlet.Servlet",
          SERVLET,
          "jakarta.servlet.Filter",
          SERVLET,
          "jakarta.websocket.Endpoint",
          WEB_SOCKET,
          "io.grpc.BindableService",
          GRPC,
          "io.undertow.server.HttpHandler",
          "a handler of Undertow",
          "org.eclipse.microprofile.health.HealthCheck",
          HEALTH,
          "io.smallrye.health.api.AsyncHealthCheck",
          HEALTH);

  /** What a resource may be besides: nobody reaches it by these, past the mark. */
  private static final Map<String, String> PROVIDERS =
      Map.of(
          "jakarta.ws.rs.ext.ExceptionMapper",
          MAPPER,
          "jakarta.ws.rs.ext.MessageBodyReader",
          "a reader of entities",
          "jakarta.ws.rs.ext.MessageBodyWriter",
          "a writer of entities",
          "jakarta.ws.rs.ext.ContextResolver",
          "a context resolver",
          "jakarta.ws.rs.core.Feature",
          FEATURE,
          "jakarta.ws.rs.container.DynamicFeature",
          FEATURE,
          "org.glassfish.jersey.server.model.ModelProcessor",
          "what changes Jersey's resources",
          "jakarta.ws.rs.ext.ParamConverterProvider",
          "a provider of parameter converters");

  /** Methods that answer requests: neither the mark of their class nor one of their own counts. */
  private static final Map<String, String> ANSWERING =
      Map.of(
          "io.quarkus.vertx.web.Route",
          ROUTE,
          "io.quarkus.vertx.web.RouteFilter",
          "a filter of Vert.x's routes",
          "io.quarkus.funqy.Funq",
          "a function of Funqy");

  /** Methods that containers call: a resource class may well have them, so its mark is no fault. */
  private static final Map<String, String> CALLED =
      Map.of(
          "jakarta.interceptor.AroundInvoke",
          INTERCEPTOR,
          "jakarta.interceptor.AroundTimeout",
          INTERCEPTOR,
          "jakarta.interceptor.AroundConstruct",
          INTERCEPTOR,
          "org.jboss.resteasy.reactive.server.ServerExceptionMapper",
          MAPPER,
          "org.springframework.web.bind.annotation.ExceptionHandler",
          MAPPER,
          "org.jboss.resteasy.reactive.server.ServerRequestFilter",
          FILTER,
          "org.jboss.resteasy.reactive.server.ServerResponseFilter",
          FILTER);

  private static final String OF_METHODS =
      ": of methods, marks protect resource methods and locators only. Remove the mark, and let a"
          + " resource method do what has to be protected";

  private static final String OF_RESOURCES =
      ": marks protect what requests call, and not what something else calls by itself. Let two"
          + " methods do the two";

  private static final String OF_CLASSES_AND_METHODS =
      ": a mark there protects nothing. Put it on the resource class or method";

  private OtherEndpoints() {}

  /**
   * Refuses a class whose marks would protect nothing, or not all of it.
   *
   * @param type any class
   * @throws MgsConfigurationException if it has a mark, and something else serves it than Jakarta
   *     REST
   */
  public static void requireNone(Class<?> type) {
    requireNone(type, false);
  }

  /**
   * Refuses a class whose marks would protect nothing, or not all of it.
   *
   * @param type any class
   * @param onQuarkus whether ArC makes producers of methods without being told, and Bean Validation
   *     calls no getters of resources, as it validates methods alone
   * @throws MgsConfigurationException if it has a mark, and something else serves it than Jakarta
   *     REST
   */
  public static void requireNone(Class<?> type, boolean onQuarkus) {
    Fault fault;
    try {
      TypeHierarchy types = TypeHierarchy.of(type);
      fault = DeclaredMarks.areIn(type) ? fault(type, types, onQuarkus) : null;
      fault = fault == null ? misplaced(types) : fault;
    } catch (LinkageError missing) {
      // no runtime can look for its methods either
      return;
    }
    if (fault != null) {
      throw new MgsConfigurationException(
          fault.where() + " has a mark, but is " + fault.what() + fault.remedy());
    }
  }

  private record Fault(String where, String what, String remedy) {}

  private static @Nullable Fault fault(Class<?> type, TypeHierarchy types, boolean onQuarkus) {
    boolean resource = isResource(types);
    String kind = kind(ANNOTATED, type);
    for (Class<?> one : types.all()) {
      kind = kind == null ? DERIVED.get(one.getName()) : kind;
      kind = kind == null && !resource ? PROVIDERS.get(one.getName()) : kind;
    }
    if (kind != null) {
      return new Fault(type.getName(), kind, remedy(resource));
    }
    boolean whole = !types.marks().isEmpty();
    for (Method method : types.methods()) {
      Fault fault = fault(method, types, whole, resource, onQuarkus);
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  /** A mark that an annotation without a target brings to a place where nobody looks for one. */
  private static @Nullable Fault misplaced(TypeHierarchy types) {
    for (Class<?> type : types.all()) {
      List<AnnotatedElement> places = new ArrayList<>();
      places.addAll(List.of(type.getDeclaredConstructors()));
      places.addAll(List.of(type.getDeclaredFields()));
      Stream.of(type.getDeclaredMethods())
          .flatMap(method -> Stream.of(method.getParameters()))
          .forEach(places::add);
      if (type.getPackage() != null) {
        places.add(type.getPackage());
      }
      for (AnnotatedElement place : places) {
        if (DeclaredMarks.areOn(place)) {
          return new Fault(
              place + " of " + type.getName(), "no class and no method", OF_CLASSES_AND_METHODS);
        }
      }
    }
    return null;
  }

  private static @Nullable Fault fault(
      Method method, TypeHierarchy types, boolean whole, boolean resource, boolean onQuarkus) {
    boolean matched = types.mayBeMatched(method);
    boolean own = DeclaredMarks.areOn(method) || (matched && overridesMarked(method, types));
    if (!whole && !own) {
      return null;
    }
    String reached = own || matched ? kind(CALLED, method) : null;
    if (reached == null) {
      reached = kind(ANSWERING, method);
    }
    if (reached != null) {
      return new Fault(method.toGenericString(), reached, remedy(resource));
    }
    String called =
        matched
            ? ContainerCalls.beside(method, types, onQuarkus)
            : own ? ContainerCalls.to(method) : null;
    // nothing opens what is marked itself, or overrides what is
    boolean exempt = matched && !own && method.isAnnotationPresent(MgsUnsigned.class);
    if (called == null || exempt) {
      return null;
    }
    return new Fault(method.toGenericString(), called, matched ? OF_RESOURCES : OF_METHODS);
  }

  private static boolean overridesMarked(Method method, TypeHierarchy types) {
    return types.methods(method.getName(), method.getParameterCount()).stream()
        .anyMatch(DeclaredMarks::areOn);
  }

  private static String remedy(boolean resource) {
    return ": marks protect Jakarta REST resources only"
        + (resource
            ? ", so that it would ask for a signature as a resource and not as the other."
                + " Keep the resource in a class of its own, and what both call in a third"
            : ". Remove the mark, and make it a resource if it has to be protected");
  }

  public static @Nullable String kind(Map<String, String> kinds, AnnotatedElement element) {
    return kind(kinds, element.getAnnotations());
  }

  public static @Nullable String kind(Map<String, String> kinds, Annotation... annotations) {
    for (Annotation annotation : annotations) {
      String kind = kinds.get(annotation.annotationType().getName());
      if (kind == null) {
        kind = kinds.get(repeated(annotation));
      }
      if (kind != null) {
        return kind;
      }
    }
    return null;
  }

  /** What an annotation holds several of; empty where it is no container. */
  private static String repeated(Annotation container) {
    for (Method member : container.annotationType().getDeclaredMethods()) {
      Class<?> inside = member.getReturnType().getComponentType();
      if (inside != null && inside.isAnnotation() && member.getName().equals("value")) {
        return inside.getName();
      }
    }
    return "";
  }

  private static boolean isResource(TypeHierarchy types) {
    return !types.resourceTypes().isEmpty()
        || types.all().stream().anyMatch(one -> one.isAnnotationPresent(Path.class));
  }
}
