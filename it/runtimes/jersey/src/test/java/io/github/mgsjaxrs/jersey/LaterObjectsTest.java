package io.github.mgsjaxrs.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import io.github.mgsjaxrs.filter.MgsFeature;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.annotation.Priority;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.function.Supplier;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.process.internal.RequestScoped;
import org.glassfish.jersey.server.ResourceConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What stands behind a proxy is made when it is first called, of what the application's own filters
 * found out of the request.
 */
class LaterObjectsTest {

  private static final String TENANT = "Tenant";
  private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();

  /** What the application has for most. */
  @Path("plan")
  public static class Plan {
    private final String tenant;

    /** For the proxy. */
    public Plan() {
      this("nobody");
    }

    Plan(String tenant) {
      this.tenant = tenant;
    }

    @GET
    public String get() {
      return "for " + tenant;
    }
  }

  /** What it has for some. */
  @MgsSigned
  public static class PremiumPlan extends Plan {

    PremiumPlan(String tenant) {
      super(tenant);
    }
  }

  /** Runs behind the verification. */
  @Provider
  @Priority(Priorities.USER)
  public static class TenantFilter implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext context) {
      CURRENT.set(context.getHeaderString(TENANT));
    }
  }

  private static Plan plan() {
    String tenant = CURRENT.get();
    if (tenant == null) {
      throw new IllegalStateException("The tenant is not known yet");
    }
    return tenant.equals("premium") ? new PremiumPlan(tenant) : new Plan(tenant);
  }

  private final MgsVerifier verifier = TestVerifiers.builder().build();
  private final HttpServer server = start();

  private HttpServer start() {
    ResourceConfig application =
        new ResourceConfig(Plan.class)
            .register(TenantFilter.class)
            .register(new MgsFeature(verifier))
            .register(
                new AbstractBinder() {
                  @Override
                  protected void configure() {
                    bindFactory((Supplier<Plan>) LaterObjectsTest::plan)
                        .to(Plan.class)
                        .proxy(true)
                        .proxyForSameScope(false)
                        .in(RequestScoped.class);
                  }
                });
    return GrizzlyHttpServerFactory.createHttpServer(
        URI.create("http://127.0.0.1:0/"), application);
  }

  @AfterEach
  void stop() {
    server.shutdownNow();
    verifier.close();
    CURRENT.remove();
  }

  private RawResponse send(RawRequest request) {
    int port = server.getListeners().iterator().next().getPort();
    return Endpoint.atRoot(port).send(request);
  }

  @Test
  void isMadeOfWhatOtherFiltersFoundOut() {
    RawResponse answer = send(RawRequest.of("GET", "/plan").header(TENANT, "alice"));
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("for alice");
  }

  @Test
  void isServedToSignedRequestsAloneWhereItIsMarked() {
    RawRequest unsigned = RawRequest.of("GET", "/plan").header(TENANT, "premium");
    assertThat(send(unsigned).status()).isEqualTo(401);
    RawRequest signed = GatewayCall.to("GET", "/plan").signedWith(SuiteKeys.of("MD5"));
    RawResponse answer = send(signed.header(TENANT, "premium"));
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("for premium");
  }

  @Test
  void isClosedWhereItCannotBeMade() {
    RawResponse answer = send(RawRequest.of("GET", "/plan"));
    assertThat(answer.status()).as("%s", answer).isEqualTo(503);
  }
}
