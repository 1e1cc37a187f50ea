package io.github.mgsjaxrs.internal.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.MgsUnsigned;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.Shutdown;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.ConsumeEvent;
import io.quarkus.vertx.web.Route;
import io.quarkus.vertx.web.RouteFilter;
import io.undertow.server.HttpHandler;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Schedule;
import jakarta.ejb.Timeout;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import jakarta.jws.WebService;
import jakarta.servlet.http.HttpServlet;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Outgoing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Marks on what something else than Jakarta REST serves. */
class OtherEndpointsTest {

  @MgsSigned
  @Retention(RetentionPolicy.RUNTIME)
  @interface Gate {}

  @MgsSigned
  static class Marked {}

  @Gate
  static class MarkedServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
  }

  @WebService
  static class MarkedService extends Marked {}

  @WebService
  static class MethodOfService {
    @MgsSigned
    public void pay() {}
  }

  @WebService
  @Path("both")
  static class ServiceAndResource {
    @GET
    @MgsSigned
    public String get() {
      return "";
    }
  }

  @Path("both")
  static class MethodAndRoute {
    @GET
    @Route
    @MgsSigned
    public String get() {
      return "";
    }
  }

  @Path("both")
  @MgsSigned
  static class RouteOfMarked {
    @Route
    public String get() {
      return "";
    }
  }

  static class MarkedRouteFilter {
    @RouteFilter
    @MgsSigned
    public void filter() {}
  }

  @MgsSigned
  static class MarkedCheck implements HealthCheck {}

  @Gate
  static class MarkedHandler implements HttpHandler {}

  @MgsSigned
  static class MarkedMapper implements ExceptionMapper<IllegalStateException> {
    @Override
    public Response toResponse(IllegalStateException exception) {
      return Response.serverError().build();
    }
  }

  static class MethodOfResolver implements ContextResolver<String> {
    @Override
    @MgsSigned
    public String getContext(Class<?> type) {
      return "";
    }
  }

  @Path("both")
  @MgsSigned
  static class CheckAndResource implements HealthCheck {
    @GET
    public String get() {
      return "";
    }
  }

  /** What containers call by themselves, each with a mark. */
  static class Called {
    @Scheduled
    @MgsSigned
    public void scheduled() {}

    @Schedule
    @MgsSigned
    public void timer() {}

    @Timeout
    @MgsSigned
    public void timeout() {}

    @ConsumeEvent
    @MgsSigned
    public void message(String message) {}

    @PostConstruct
    @MgsSigned
    public void made() {}

    @PreDestroy
    @Gate
    public void ended() {}

    @Inject
    @MgsSigned
    public void injected(String bean) {}

    @QueryParam("name")
    @MgsSigned
    public void setName(String name) {}

    @Context
    @MgsSigned
    public void setUri(UriInfo uri) {}

    @BeanParam
    @MgsSigned
    public void setBean(Object bean) {}

    @MgsSigned
    public void observer(@Observes String event) {}

    @MgsSigned
    public void asyncObserver(@ObservesAsync String event) {}

    @Incoming("orders")
    @MgsSigned
    public void incoming(String message) {}

    @Incoming("orders")
    @Incoming("returns")
    @MgsSigned
    public void incomingTwice(String message) {}

    @Outgoing("orders")
    @MgsSigned
    public String outgoing() {
      return "";
    }

    @Startup
    @MgsSigned
    public void start() {}

    @Shutdown
    @MgsSigned
    public void end() {}

    @MgsSigned
    public void disposer(@Disposes String produced) {}
  }

  static List<Method> called() {
    return List.of(Called.class.getDeclaredMethods());
  }

  /** A resource of which other methods are called, or which is called for what it is as well. */
  @Path("called")
  @MgsSigned
  static class CalledResource implements ContextResolver<String> {
    @GET
    @MgsSigned
    public String refresh() {
      return "";
    }

    @Scheduled
    public void scheduled() {}

    @PostConstruct
    public void made() {}

    @Incoming("orders")
    public void incoming(String message) {}

    @Startup
    public void start() {}

    @QueryParam("name")
    public void setName(String name) {}

    public void observer(@Observes String event) {}

    @Override
    public String getContext(Class<?> type) {
      return "";
    }
  }

  /** Resource methods that something else calls as well. */
  static class CalledBeside {
    @GET
    @Scheduled
    @MgsSigned
    public String scheduled() {
      return "";
    }

    @GET
    @PostConstruct
    @MgsSigned
    public void made() {}

    @POST
    @MgsSigned
    public void observer(@Observes String event) {}

    @GET
    @Produces
    @MgsSigned
    public String produced() {
      return "";
    }

    @GET
    @NotNull
    @MgsSigned
    public String getConstrained() {
      return "";
    }

    @GET
    @MgsSigned
    public List<@NotNull String> getAll() {
      return List.of();
    }

    @GET
    @MgsSigned
    public @Valid String[] getValid() {
      return new String[0];
    }

    @GET
    @NotNull.List({@NotNull})
    @MgsSigned
    public boolean isSeveral() {
      return true;
    }

    @Path("sub")
    @Valid
    @MgsSigned
    public Object cascading() {
      return this;
    }
  }

  static List<Method> calledBeside() {
    return List.of(CalledBeside.class.getDeclaredMethods());
  }

  interface Constrained {
    @NotNull
    String getSecret();
  }

  @Path("constrained")
  @MgsSigned
  static class OfConstrained implements Constrained {
    @Override
    @GET
    public String getSecret() {
      return "";
    }
  }

  /** What Bean Validation calls for a request, or never. */
  @Path("validated")
  @MgsSigned
  static class Validated {
    @GET
    @NotNull
    public String secret() {
      return "";
    }

    @GET
    public @NotNull String getOf(@QueryParam("id") String id) {
      return id;
    }

    @GET
    @MgsUnsigned
    @NotNull
    public String getOpen() {
      return "";
    }

    @Path("sub")
    @NotNull
    public Object sub() {
      return this;
    }
  }

  @MgsSigned
  @Retention(RetentionPolicy.RUNTIME)
  @interface Anywhere {}

  static class OnField {
    @Anywhere String field = "";
  }

  static class OnConstructor {
    @Anywhere
    OnConstructor() {}
  }

  static class OnParameter {
    public String get(@Anywhere String parameter) {
      return parameter;
    }
  }

  @MgsSigned
  @Path("features")
  static class MarkedFeature implements Feature {
    @Override
    public boolean configure(FeatureContext context) {
      return false;
    }
  }

  /** What has the mark is the interface's resource method. */
  interface Api {
    @GET
    String get();
  }

  static class OfApi implements Api {
    @Override
    @MgsSigned
    public String get() {
      return "";
    }
  }

  /** Bound by the mark, as Jakarta REST has it. */
  @MgsSigned
  static class BoundFilter implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext context) {}
  }

  @WebService
  static class UnmarkedService {}

  @Path("beside")
  static class BesideRoute {
    @GET
    @MgsSigned
    public String get() {
      return "";
    }

    @Route
    public String health() {
      return "";
    }
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        MarkedServlet.class,
        MarkedService.class,
        MethodOfService.class,
        MarkedRouteFilter.class,
        MarkedCheck.class,
        MarkedHandler.class,
        MarkedMapper.class,
        MethodOfResolver.class
      })
  void refusesAMarkThatProtectsNothing(Class<?> type) {
    assertThatExceptionOfType(MgsConfigurationException.class)
        .isThrownBy(() -> OtherEndpoints.requireNone(type))
        .withMessageContaining("make it a resource if it has to be protected");
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        ServiceAndResource.class,
        MethodAndRoute.class,
        RouteOfMarked.class,
        CheckAndResource.class
      })
  void refusesAResourceThatCanBeReachedInAnotherWay(Class<?> type) {
    assertThatExceptionOfType(MgsConfigurationException.class)
        .isThrownBy(() -> OtherEndpoints.requireNone(type))
        .withMessageContaining("Keep the resource in a class of its own");
  }

  @ParameterizedTest
  @MethodSource("called")
  void knowsWhatContainersCallByThemselves(Method method) {
    assertThat(ContainerCalls.to(method)).startsWith("called ");
  }

  @Test
  void refusesAMarkOnWhatContainersCallByThemselves() {
    assertThatExceptionOfType(MgsConfigurationException.class)
        .isThrownBy(() -> OtherEndpoints.requireNone(Called.class))
        .withMessageContaining("marks protect resource methods and locators only");
  }

  @ParameterizedTest
  @MethodSource("calledBeside")
  void knowsWhatIsCalledBesideRequests(Method method) {
    assertThat(ContainerCalls.beside(method, TypeHierarchy.of(CalledBeside.class), false))
        .isNotNull();
  }

  @Path("consumer")
  @MgsSigned
  static class MarkedConsumer {
    @POST
    @Incoming("orders")
    public void order(String message) {}
  }

  @Path("consumers")
  @MgsSigned
  static class MarkedConsumers {
    @POST
    @Incoming("orders")
    @Incoming("returns")
    public void order(String message) {}
  }

  @Path("source")
  @MgsSigned
  static class MarkedSource {
    @GET
    @Outgoing("orders")
    public String orders() {
      return "";
    }
  }

  @Path("start")
  @MgsSigned
  static class MarkedStart {
    @POST
    @Startup
    public String run() {
      return "";
    }
  }

  @Path("around")
  @MgsSigned
  static class MarkedAround {
    @POST
    @AroundInvoke
    public Object around(InvocationContext call) {
      return call;
    }
  }

  @Path("filter")
  static class MarkedFilterMethod implements ContainerRequestFilter {
    @Override
    @POST
    @MgsSigned
    public void filter(ContainerRequestContext context) {}
  }

  @Path("mapper")
  @MgsSigned
  static class MarkedMapperMethod implements ExceptionMapper<IllegalStateException> {
    @Override
    @POST
    public Response toResponse(IllegalStateException failed) {
      return Response.ok().build();
    }
  }

  /** What an exemption does not open, a container calls past the mark. */
  @Path("exempt")
  static class ExemptInVain implements MarkedApi {
    @Override
    @POST
    @MgsUnsigned
    @Incoming("orders")
    public String run(String message) {
      return message;
    }
  }

  @Path("exempt")
  @MgsSigned
  static class Exempt implements ExceptionMapper<IllegalStateException> {
    @POST
    @MgsUnsigned
    @Incoming("orders")
    public String run(String message) {
      return message;
    }

    @GET
    public String get() {
      return "";
    }

    @Override
    public Response toResponse(IllegalStateException failed) {
      return Response.ok().build();
    }
  }

  interface MarkedApi {
    @MgsSigned
    String run(String message);
  }

  @Path("of-api")
  static class OfMarkedApi implements MarkedApi {
    @Override
    @POST
    @Incoming("orders")
    public String run(String message) {
      return message;
    }
  }

  @Path("main")
  @MgsSigned
  static class MarkedMain implements QuarkusApplication {
    @Override
    @POST
    public int run(String... arguments) {
      return 0;
    }
  }

  /** What ArC makes producers of. */
  static class Produced {
    @GET
    @MgsSigned
    @Singleton
    public String scope() {
      return "";
    }

    @GET
    @MgsSigned
    @RequestScoped
    public String normalScope() {
      return "";
    }

    @GET
    @MgsSigned
    @Named("it")
    public String qualifier() {
      return "";
    }

    @GET
    @OfStereotype
    public String stereotype() {
      return "";
    }
  }

  @Stereotype
  @MgsSigned
  @Retention(RetentionPolicy.RUNTIME)
  @interface OfStereotype {}

  static List<Method> produced() {
    return List.of(Produced.class.getDeclaredMethods());
  }

  @ParameterizedTest
  @MethodSource("produced")
  void knowsWhatArcMakesProducersOf(Method method) {
    TypeHierarchy types = TypeHierarchy.of(Produced.class);
    assertThat(ContainerCalls.beside(method, types, true)).startsWith("a producer");
    assertThat(ContainerCalls.beside(method, types, false)).isNull();
    assertThatExceptionOfType(MgsConfigurationException.class)
        .isThrownBy(() -> OtherEndpoints.requireNone(Produced.class, true))
        .withMessageContaining("quarkus.arc.auto-producer-methods");
  }

  @Test
  void refusesAnInterceptorMethodThatRequestsCallToo() {
    assertThatExceptionOfType(MgsConfigurationException.class)
        .isThrownBy(() -> OtherEndpoints.requireNone(MarkedAround.class))
        .withMessageContaining("an interceptor method");
  }

  @Path("end")
  @MgsSigned
  static class MarkedEnd {
    @DELETE
    @Shutdown
    public void stop() {}
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        CalledBeside.class,
        OfConstrained.class,
        MarkedConsumer.class,
        MarkedConsumers.class,
        MarkedSource.class,
        MarkedStart.class,
        MarkedEnd.class,
        MarkedMain.class,
        OfMarkedApi.class,
        MarkedFilterMethod.class,
        MarkedMapperMethod.class,
        ExemptInVain.class
      })
  void refusesAMarkOnAResourceMethodThatSomethingElseCallsAsWell(Class<?> type) {
    assertThatExceptionOfType(MgsConfigurationException.class)
        .isThrownBy(() -> OtherEndpoints.requireNone(type))
        .withMessageContaining("Let two methods do the two");
  }

  @ParameterizedTest
  @ValueSource(classes = {OnField.class, OnConstructor.class, OnParameter.class})
  void refusesAMarkThatAnAnnotationBringsToAnotherPlace(Class<?> type) {
    assertThatExceptionOfType(MgsConfigurationException.class)
        .isThrownBy(() -> OtherEndpoints.requireNone(type))
        .withMessageContaining("Put it on the resource class or method");
  }

  @Test
  void leavesGettersAloneWhereNobodyValidatesObjects() {
    assertThatCode(() -> OtherEndpoints.requireNone(OfConstrained.class, true))
        .doesNotThrowAnyException();
  }

  @Test
  void admitsWhatHasNoMarkOrHasItElsewhere() {
    assertThatCode(
            () -> {
              OtherEndpoints.requireNone(UnmarkedService.class);
              OtherEndpoints.requireNone(BesideRoute.class);
              OtherEndpoints.requireNone(Marked.class);
              OtherEndpoints.requireNone(CalledResource.class);
              OtherEndpoints.requireNone(OfApi.class);
              OtherEndpoints.requireNone(Validated.class);
              OtherEndpoints.requireNone(Exempt.class);
              // a feature that is a resource as well
              OtherEndpoints.requireNone(MarkedFeature.class);
              OtherEndpoints.requireNone(BoundFilter.class);
            })
        .doesNotThrowAnyException();
  }
}
