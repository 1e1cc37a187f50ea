package io.github.mgsjaxrs.filter;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.MgsSigned;
import io.quarkus.vertx.web.Route;
import jakarta.jws.WebService;
import jakarta.servlet.http.HttpServlet;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
  @ValueSource(classes = {MarkedServlet.class, MarkedService.class, MethodOfService.class})
  void refusesAMarkThatProtectsNothing(Class<?> type) {
    assertThatExceptionOfType(MgsConfigurationException.class)
        .isThrownBy(() -> OtherEndpoints.requireNone(type))
        .withMessageContaining("make it a resource if it has to be protected");
  }

  @ParameterizedTest
  @ValueSource(classes = {ServiceAndResource.class, MethodAndRoute.class, RouteOfMarked.class})
  void refusesAResourceThatCanBeReachedInAnotherWay(Class<?> type) {
    assertThatExceptionOfType(MgsConfigurationException.class)
        .isThrownBy(() -> OtherEndpoints.requireNone(type))
        .withMessageContaining("Keep the resource in a class of its own");
  }

  @Test
  void admitsWhatHasNoMarkOrHasItElsewhere() {
    assertThatCode(
            () -> {
              OtherEndpoints.requireNone(UnmarkedService.class);
              OtherEndpoints.requireNone(BesideRoute.class);
              OtherEndpoints.requireNone(Marked.class);
            })
        .doesNotThrowAnyException();
  }
}
