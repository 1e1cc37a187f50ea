package io.github.mgsjaxrs.internal.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.filter.MgsFeature;
import io.github.mgsjaxrs.filter.Orders;
import io.github.mgsjaxrs.testing.LocalJersey;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Providers;
import java.lang.reflect.Proxy;
import org.glassfish.jersey.server.ResourceConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How the verifier of a feature comes to the filters; CXF itself is tried elsewhere. */
class GivenVerifierTest {

  private final MgsVerifier verifier = LocalJersey.twoKeys().build();

  /** Registers one feature of the library after another. */
  private record Features(MgsVerifier... verifiers) implements Feature {
    @Override
    public boolean configure(FeatureContext context) {
      for (MgsVerifier one : verifiers) {
        new MgsFeature(one).configure(context);
      }
      return true;
    }
  }

  @Test
  void findsWhatTheFeatureRegistered() {
    assertThat(GivenVerifier.of(providers(new GivenVerifier(verifier)))).isSameAs(verifier);
  }

  @Test
  void findsNothingWhereNoFeatureHasAVerifier() {
    assertThat(GivenVerifier.of(providers(null))).isNull();
  }

  @Test
  void takesOneVerifierAsOftenAsItIsGiven() {
    try (LocalJersey jersey =
        new LocalJersey(
            new ResourceConfig(Orders.class).register(new Features(verifier, verifier)))) {
      assertThat(jersey).isNotNull();
    }
  }

  @Test
  void refusesASecondVerifierAsRequestsWouldBeVerifiedByOneAlone() {
    ResourceConfig application =
        new ResourceConfig(Orders.class)
            .register(new Features(verifier, LocalJersey.twoKeys().build()));
    assertThatThrownBy(() -> new LocalJersey(application))
        .hasStackTraceContaining("One application was given two verifiers by MgsFeature");
  }

  private static Providers providers(@Nullable ContextResolver<MgsVerifier> registered) {
    return (Providers)
        Proxy.newProxyInstance(
            GivenVerifierTest.class.getClassLoader(),
            new Class<?>[] {Providers.class},
            (proxy, method, arguments) -> {
              assertThat(arguments).containsExactly(MgsVerifier.class, MediaType.WILDCARD_TYPE);
              return registered;
            });
  }
}
