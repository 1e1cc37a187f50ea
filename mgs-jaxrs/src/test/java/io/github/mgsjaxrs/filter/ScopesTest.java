package io.github.mgsjaxrs.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.internal.enforcement.Enforcement;
import io.github.mgsjaxrs.internal.lookup.VerifierLookups;
import io.github.mgsjaxrs.settings.Mode;
import io.github.mgsjaxrs.testing.LocalJersey;
import io.github.mgsjaxrs.testing.LocalJersey.Answer;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import io.github.mgsjaxrs.verifier.MgsVerifierBuilder;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Application;
import java.util.Objects;
import java.util.Set;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;

/** What is protected: by path, by mark, by the application, and where there is no verifier. */
class ScopesTest {

  private static LocalJersey protecting(MgsVerifierBuilder verifier) {
    return LocalJersey.with(verifier, Orders.class, Catalog.class);
  }

  private static int status(LocalJersey jersey, String method, String target) {
    return jersey.call(method, target).send().status();
  }

  @Test
  void protectsByPathBeforeAnythingIsMatched() {
    try (LocalJersey jersey =
        protecting(LocalJersey.twoKeys().protect("/catalog/*").protectExcept("/catalog/marked"))) {
      assertThat(status(jersey, "GET", "/app/catalog")).isEqualTo(401);
      assertThat(status(jersey, "GET", "/app/catalog/none")).isEqualTo(401);
      assertThat(status(jersey, "PATCH", "/app/catalog")).isEqualTo(401);
      assertThat(status(jersey, "GET", "/app/elsewhere")).isEqualTo(404);
      Answer right = jersey.call("GET", "/app/catalog").signed("GET\n\n/app/catalog").send();
      assertThat(right.text()).startsWith("orders by MD5");
      assertThat(
              jersey
                  .call("GET", "/app/catalog/none")
                  .signed("GET\n\n/app/catalog/none")
                  .send()
                  .status())
          .isEqualTo(404);
      assertThat(status(jersey, "GET", "/app/catalog/marked")).as("by its mark").isEqualTo(401);
      assertThat(status(jersey, "GET", "/app/orders/open")).isEqualTo(200);
    }
  }

  @Test
  void leavesAnExceptionBelowTheBaseOpen() {
    try (LocalJersey jersey =
        protecting(LocalJersey.twoKeys().protect("/*").protectExcept("/catalog"))) {
      assertThat(status(jersey, "GET", "/app/catalog")).isEqualTo(200);
      assertThat(status(jersey, "GET", "/app/orders/open")).isEqualTo(401);
    }
  }

  @Test
  void givesAnEntityThatWasVerifiedBeforeMatchingToTheResource() {
    try (LocalJersey jersey = protecting(LocalJersey.twoKeys().protect("/*"))) {
      // printf 'body' | openssl md5 -binary | base64
      String text = "POST\nhBotaJrYa9FhFEdFPCLG/A==\n/app/catalog";
      assertThat(jersey.call("POST", "/app/catalog").signed(text).body("body").send().text())
          .isEqualTo("posted body");
      assertThat(status(jersey, "GET", "/app/orders/open"))
          .as("no exemption counts")
          .isEqualTo(401);
    }
  }

  @Test
  void asksForTheKeysOfPathAndMarkTogether() {
    try (LocalJersey jersey =
        protecting(LocalJersey.twoKeys().protectWithKeys("/orders/*", Set.of("orders")))) {
      String text = "GET\n\n/app/orders/only-refunds";
      assertThat(
              jersey.call("GET", "/app/orders/only-refunds").signed("orders", text).send().status())
          .as("no key is admitted by both")
          .isEqualTo(503);
      assertThat(
              jersey
                  .call("GET", "/app/orders/only-refunds")
                  .signed("refunds", text)
                  .send()
                  .status())
          .isEqualTo(401);
      assertThat(jersey.call("GET", "/app/orders").signed("GET\n\n/app/orders").send().status())
          .isEqualTo(200);
    }
  }

  @Test
  void asksForTheCoverageOfAMarkAfterTheVerificationByPath() {
    try (LocalJersey jersey = protecting(LocalJersey.twoKeys().protect("/*"))) {
      String text = "GET\n\n/app/orders/strict?a=1";
      assertThat(jersey.call("GET", "/app/orders/strict?a=1&a=2").signed(text).send().status())
          .isEqualTo(401);
      assertThat(jersey.call("GET", "/app/orders/strict?a=1").signed(text).send().status())
          .isEqualTo(200);
    }
  }

  @Test
  void refusesAPreflightUnlessTold() {
    try (LocalJersey refusing = protecting(LocalJersey.twoKeys().protect("/catalog/*"));
        LocalJersey passing =
            protecting(LocalJersey.twoKeys().protect("/catalog/*").preflight(true))) {
      assertThat(status(refusing, "OPTIONS", "/app/catalog")).isEqualTo(401);
      assertThat(status(passing, "OPTIONS", "/app/catalog")).isEqualTo(200);
      assertThat(status(passing, "GET", "/app/catalog")).isEqualTo(401);
      assertThat(status(passing, "OPTIONS", "/app/catalog/own-options"))
          .as("a method of the application")
          .isEqualTo(401);
      assertThat(status(passing, "OPTIONS", "/app/orders")).as("of a mark").isEqualTo(200);
    }
  }

  @Test
  void letsHeadBeServedByGet() {
    try (LocalJersey jersey = protecting(LocalJersey.twoKeys())) {
      assertThat(jersey.call("HEAD", "/app/orders").signed("HEAD\n\n/app/orders").send().status())
          .isEqualTo(200);
      assertThat(jersey.call("HEAD", "/app/orders").signed("GET\n\n/app/orders").send().status())
          .isEqualTo(401);
    }
  }

  /** Makes another method of a request, as some clients ask for. */
  @PreMatching
  @Priority(1)
  public static class MethodOverride implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext context) {
      String wanted = context.getHeaderString("X-HTTP-Method-Override");
      if (wanted != null) {
        context.setMethod(wanted);
      }
    }
  }

  @Test
  void refusesAMethodThatWasChanged() {
    ResourceConfig application =
        new ResourceConfig(Orders.class, MethodOverride.class)
            .register(new MgsFeature(LocalJersey.twoKeys().build()));
    try (LocalJersey jersey = new LocalJersey(application)) {
      Answer changed =
          jersey
              .call("GET", "/app/orders")
              .header("X-HTTP-Method-Override", "DELETE")
              .signed("GET\n\n/app/orders")
              .send();
      assertThat(changed.status()).isEqualTo(401);
      assertThat(changed.logged("a filter changed the method from GET to DELETE")).isTrue();
      assertThat(
              jersey
                  .call("HEAD", "/app/orders")
                  .header("X-HTTP-Method-Override", "DELETE")
                  .signed("HEAD\n\n/app/orders")
                  .send()
                  .status())
          .isEqualTo(401);
      assertThat(
              jersey
                  .call("DELETE", "/app/orders")
                  .header("X-HTTP-Method-Override", "GET")
                  .signed("DELETE\n\n/app/orders")
                  .send()
                  .status())
          .isEqualTo(401);
    }
  }

  /** Protects all of its methods but those that exempt themselves. */
  @MgsSigned(keys = "orders")
  public static class Marked extends Application {
    @Override
    public Set<Class<?>> getClasses() {
      return Set.of(Catalog.class, Orders.class);
    }
  }

  @Test
  void protectsTheMethodsOfAMarkedApplication() {
    ResourceConfig application =
        ResourceConfig.forApplication(new Marked())
            .register(new MgsFeature(LocalJersey.twoKeys().build()));
    try (LocalJersey jersey = new LocalJersey(application)) {
      assertThat(status(jersey, "GET", "/app/catalog")).isEqualTo(401);
      assertThat(jersey.call("GET", "/app/catalog").signed("GET\n\n/app/catalog").send().status())
          .isEqualTo(200);
      assertThat(
              jersey
                  .call("GET", "/app/catalog")
                  .signed("refunds", "GET\n\n/app/catalog")
                  .send()
                  .status())
          .isEqualTo(401);
      assertThat(status(jersey, "GET", "/app/orders/open")).isEqualTo(200);
    }
  }

  @Test
  void keepsProtectedResourcesClosedWithoutAVerifier() {
    try (LocalJersey jersey =
        new LocalJersey(
            new ResourceConfig(Orders.class, Catalog.class).register(new MgsFeature()))) {
      Answer closed = jersey.call("GET", "/app/orders").signed("GET\n\n/app/orders").send();
      assertThat(closed.status()).isEqualTo(503);
      assertThat(closed.text()).contains("urn:mgsjaxrs:rejection:unavailable");
      assertThat(
              closed.logged("SEVERE A protected resource was requested, but no verifier was found"))
          .isTrue();
      assertThat(status(jersey, "GET", "/app/catalog")).isEqualTo(200);
    }
  }

  @Test
  void keepsThemClosedWithoutTheFilterBeforeMatching() {
    try (LocalJersey jersey =
        new LocalJersey(
            new ResourceConfig(Orders.class, Catalog.class, SignatureFilter.class)
                .property("jakarta.ws.rs.loadServices", false))) {
      Answer closed = jersey.call("GET", "/app/orders").send();
      assertThat(closed.status()).isEqualTo(503);
      assertThat(closed.logged("but RequestSnapshotFilter did not run before it")).isTrue();
      assertThat(status(jersey, "GET", "/app/catalog")).isEqualTo(200);
    }
  }

  @Test
  void findsAMarkWithEitherFilterAlone() {
    for (Class<?> filter : new Class<?>[] {SignatureFilter.class, BoundSignatureFilter.class}) {
      ResourceConfig application =
          new ResourceConfig(Orders.class, RequestSnapshotFilter.class, filter)
              .property("jakarta.ws.rs.loadServices", false)
              .property(VerifierLookups.PROPERTY, LocalJersey.twoKeys().build());
      try (LocalJersey jersey = new LocalJersey(application)) {
        assertThat(status(jersey, "GET", "/app/orders")).as(filter.getSimpleName()).isEqualTo(401);
        assertThat(jersey.call("GET", "/app/orders").signed("GET\n\n/app/orders").send().status())
            .isEqualTo(200);
      }
    }
  }

  @Test
  void asksForAVerifierOnceForAllRequests() {
    MgsVerifier verifier = LocalJersey.twoKeys().mode(Mode.REPORT).build();
    try (LocalJersey jersey = LocalJersey.with(verifier, Orders.class)) {
      Enforcement first =
          Objects.requireNonNull(jersey.call("GET", "/app/orders").send().exchange()).enforcement();
      Enforcement second =
          Objects.requireNonNull(jersey.call("GET", "/app/orders").send().exchange()).enforcement();
      assertThat(first).isNotNull().isSameAs(second);
      assertThat(Objects.requireNonNull(first).settings()).isEqualTo(verifier.settings());
    }
  }
}
