package io.github.mgsjaxrs.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import io.github.mgsjaxrs.filter.MgsFeature;
import io.github.mgsjaxrs.internal.proof.ServletRegistration;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that the application itself sends to another path than they were sent to. */
class ChangedTargetTest {

  /** Two methods that differ in what they admit. */
  @Path("orders")
  @Produces("text/plain")
  @MgsSigned
  public static class Orders {

    @GET
    @Path("default")
    public String byDefault(@QueryParam("a") String a) {
      return "default " + a;
    }

    @GET
    @Path("protocol")
    @MgsSigned(coverage = Coverage.PROTOCOL)
    public String byProtocol(@QueryParam("a") String a) {
      return "protocol " + a;
    }
  }

  /** Knows old paths. */
  @Provider
  @PreMatching
  public static class Rewriting implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext context) {
      String path = context.getUriInfo().getPath();
      UriBuilder changed = context.getUriInfo().getRequestUriBuilder();
      if (path.startsWith("old/")) {
        context.setRequestUri(changed.replacePath("/api/orders/" + path.substring(4)).build());
      } else if (path.startsWith("more/")) {
        changed.replacePath("/api/orders/" + path.substring(5)).queryParam("b", "2");
        context.setRequestUri(changed.build());
      }
    }
  }

  /** Sends on what comes below another path. */
  private static final class Front extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      String path = "/api/orders" + request.getPathInfo();
      if (request.getServletPath().equals("/async")) {
        request.startAsync().dispatch(path);
      } else {
        request.getRequestDispatcher(path).forward(request, response);
      }
    }
  }

  private static final MgsVerifier VERIFIER = TestVerifiers.builder().build();
  private static final Server SERVER = new Server();

  @BeforeAll
  static void start() throws Exception {
    ServerConnector connector = new ServerConnector(SERVER);
    connector.setHost("127.0.0.1");
    SERVER.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/");
    ResourceConfig application =
        new ResourceConfig(Orders.class, Rewriting.class)
            .property(ServerProperties.MEDIA_TYPE_MAPPINGS, "txt : text/plain")
            .register(new MgsFeature(VERIFIER));
    ServletHolder api = new ServletHolder(new ServletContainer(application));
    api.setAsyncSupported(true);
    context.addServlet(api, "/api/*");
    for (String path : new String[] {"/front/*", "/async/*"}) {
      ServletHolder front = new ServletHolder(path, new Front());
      front.setAsyncSupported(true);
      context.addServlet(front, path);
    }
    context.addServletContainerInitializer(new ServletRegistration());
    SERVER.setHandler(context);
    SERVER.start();
  }

  @AfterAll
  static void stop() throws Exception {
    SERVER.stop();
    VERIFIER.close();
  }

  private static RawResponse send(String signed, String sent) {
    int port = ((ServerConnector) SERVER.getConnectors()[0]).getLocalPort();
    return Endpoint.atRoot(port)
        .send(
            GatewayCall.to("GET", signed)
                .query("a", "1")
                .signedWith(SuiteKeys.of("MD5"))
                .target(sent + "?a=1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "protocol"})
  void isServedWhereNothingWasChanged(String method) {
    String path = "/api/orders/" + method;
    assertThat(send(path, path).text()).isEqualTo(method + " 1");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/old/, ''",
    "/api/orders/, .txt",
    "/front/, ''",
    "/async/, ''",
  })
  void isServedAsItWasSentWhereTheMethodAdmitsThat(String before, String after) {
    String byDefault = before + "default" + after;
    RawResponse refused = send(byDefault, byDefault);
    assertThat(refused.status()).as("%s", refused).isEqualTo(401);
    assertThat(refused.text()).contains("not-covered");
    String byProtocol = before + "protocol" + after;
    RawResponse served = send(byProtocol, byProtocol);
    assertThat(served.status()).as("%s", served).isEqualTo(200);
    assertThat(served.text()).isEqualTo("protocol 1");
  }

  /** What was sent is verified, wherever it is served. */
  @ParameterizedTest
  @ValueSource(strings = {"/api/old/", "/front/", "/async/"})
  void isNeverServedByTheSignatureOfThePathThatItIsSentOnTo(String before) {
    for (String method : new String[] {"default", "protocol"}) {
      assertThat(send("/api/orders/" + method, before + method).status()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"default", "protocol"})
  void isNotServedWithParametersThatAFilterAdded(String method) {
    RawResponse answer = send("/api/more/" + method, "/api/more/" + method);
    assertThat(answer.status()).as("%s", answer).isEqualTo(401);
    assertThat(answer.text()).contains("not-covered");
  }
}
