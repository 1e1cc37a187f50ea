package io.github.mgsjaxrs.jersey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.filter.MgsFeature;
import io.github.mgsjaxrs.filter.RequestSnapshotFilter;
import io.github.mgsjaxrs.internal.proof.ServletRegistration;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;
import org.glassfish.jersey.servlet.ServletContainer;
import org.glassfish.jersey.servlet.ServletProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a servlet container lets into an application that has the filters, or lost them. */
class ApplicationProofTest {

  private static final List<String> CALLS = new CopyOnWriteArrayList<>();

  private final MgsVerifier verifier = TestVerifiers.builder().build();
  private final ServletContextHandler context = new ServletContextHandler("/");
  private final Server server = new Server();
  private Endpoint endpoint;

  @AfterEach
  void stop() throws Exception {
    server.stop();
    verifier.close();
    CALLS.clear();
  }

  @Test
  void answersAnApplicationThatHasTheFilters() throws Exception {
    servlet("/api/*", new ServletContainer(complete()));
    start();
    assertThat(statusOf("/api/open")).isEqualTo(200);
    assertThat(statusOf("/api/marked")).isEqualTo(401);
    assertThat(statusOf("/api/sub%20path/locator/open")).isEqualTo(200);
  }

  @Test
  void answersNothingWhereNoServicesAreLoaded() throws Exception {
    servlet("/api/*", new ServletContainer(withoutServices()));
    start();
    assertThat(statusOf("/api/open")).isEqualTo(503);
    assertThat(statusOf("/api/marked")).isEqualTo(503);
    assertThat(statusOf("/api/any/locator/open")).isEqualTo(503);
    assertThat(CALLS).isEmpty();
  }

  @Test
  void answersNothingWhereOneFilterIsThereAndOthersAreLost() throws Exception {
    servlet("/*", new ServletContainer(withoutServices().register(RequestSnapshotFilter.class)));
    start();
    assertThat(statusOf("/marked")).isEqualTo(503);
    assertThat(CALLS).isEmpty();
  }

  /** For a request that they do not expect, such as the library's own. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void answersAnApplicationWhoseOwnFiltersOfAnswersThrow(boolean asServlet) throws Exception {
    ServletContainer application = new ServletContainer(complete().register(ThrowsBehind.class));
    if (asServlet) {
      servlet("/right/*", application);
    } else {
      filter("/right/*", application);
      servlet("/", new Plain());
    }
    start();
    assertThat(statusOf("/right/open")).isEqualTo(200);
    assertThat(statusOf("/right/marked")).isEqualTo(401);
    assertThat(statusOf("/right/open")).isEqualTo(200);
  }

  @Test
  void answersNothingWhereAnExceptionComesBeforeTheFilters() throws Exception {
    servlet("/api/*", new ServletContainer(complete().register(ThrowsBefore.class)));
    start();
    assertThat(statusOf("/api/open")).isEqualTo(503);
    assertThat(statusOf("/api/marked")).isEqualTo(503);
  }

  /** Knows GET alone. */
  public static final class ThrowsBehind implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      if (!request.getMethod().equals("GET")) {
        throw new IllegalArgumentException("No constant " + request.getMethod());
      }
    }
  }

  /** Knows GET alone. */
  public static final class ThrowsBefore implements ApplicationEventListener {
    @Override
    public void onEvent(ApplicationEvent event) {}

    @Override
    public RequestEventListener onRequest(RequestEvent request) {
      if (!request.getContainerRequest().getMethod().equals("GET")) {
        throw new IllegalArgumentException(
            "No constant " + request.getContainerRequest().getMethod());
      }
      return event -> {};
    }
  }

  @Test
  void asksEachServletOfAWebApplicationForItself() throws Exception {
    servlet("/right/*", new ServletContainer(complete()));
    servlet("/wrong/*", new ServletContainer(withoutServices()) {});
    start();
    assertThat(statusOf("/right/open")).isEqualTo(200);
    assertThat(statusOf("/wrong/open")).isEqualTo(503);
    assertThat(statusOf("/right/open")).isEqualTo(200);
  }

  @Test
  void answersNoForwardedRequestEither() throws Exception {
    servlet("/api/*", new ServletContainer(withoutServices()));
    servlet("/front", new Forwarding("/api/open"));
    start();
    assertThat(statusOf("/front")).isEqualTo(503);
    assertThat(CALLS).isEmpty();
  }

  @Test
  void leavesServletsOfTheApplicationAlone() throws Exception {
    servlet("/api/*", new ServletContainer(withoutServices()));
    servlet("/plain", new Plain());
    start();
    assertThat(statusOf("/plain")).isEqualTo(200);
    assertThat(CALLS).containsExactly("GET /plain");
  }

  @Test
  void asksAnApplicationThatIsAServletFilter() throws Exception {
    filter("/right/*", new ServletContainer(complete()));
    filter("/wrong/*", new ServletContainer(withoutServices()));
    servlet("/", new Plain());
    start();
    assertThat(statusOf("/right/open")).isEqualTo(200);
    assertThat(statusOf("/right/marked")).isEqualTo(401);
    assertThat(statusOf("/wrong/open")).isEqualTo(503);
    assertThat(statusOf("/elsewhere")).isEqualTo(200);
  }

  /**
   * The first has its filters and no such resource, so that it passes requests on to the second.
   */
  @Test
  void answersNothingWhereTwoApplicationsAreServletFiltersOnOnePath() throws Exception {
    filter("/right/*", new ServletContainer(passingOn()));
    filter("/right/*", new ServletContainer(withoutServices()));
    servlet("/", new Plain());
    start();
    assertThat(statusOf("/right/marked")).isEqualTo(503);
    assertThat(statusOf("/right/open")).isEqualTo(503);
    assertThat(CALLS).isEmpty();
    assertThat(statusOf("/elsewhere")).isEqualTo(200);
  }

  private ResourceConfig passingOn() {
    return new ResourceConfig()
        .register(new MgsFeature(verifier))
        .property("jersey.config.disableMetainfServicesLookup", true)
        .property(ServletProperties.FILTER_FORWARD_ON_404, true);
  }

  @Test
  void answersNothingThatADispatcherByNameLeadsTo() throws Exception {
    named("lost", "/api/*", new ServletContainer(withoutServices()));
    servlet("/forwarding/*", new ByName("lost", false));
    servlet("/including/*", new ByName("lost", true));
    start();
    assertThat(statusOf("/forwarding/open")).isEqualTo(503);
    // what is included cannot set the status
    statusOf("/including/open");
    assertThat(CALLS).isEmpty();
  }

  @Test
  void answersWhatADispatcherByNameLeadsToWhereTheFiltersAreThere() throws Exception {
    named("complete", "/api/*", new ServletContainer(complete()));
    servlet("/forwarding/*", new ByName("complete", false));
    start();
    assertThat(statusOf("/forwarding/open")).isEqualTo(200);
    assertThat(statusOf("/forwarding/marked")).isEqualTo(401);
    assertThat(CALLS).containsExactly("open");
  }

  @Test
  void asksAServletAgainThatLostItsFiltersInAReload() throws Exception {
    ServletContainer reloaded = new ServletContainer(complete());
    servlet("/api/*", reloaded);
    start();
    assertThat(statusOf("/api/open")).isEqualTo(200);
    reloaded.reload(withoutServices());
    assertThat(statusInTheEnd("/api/open")).isEqualTo(503);
  }

  @Test
  void asksAFilterAgainThatLostItsFiltersInAReload() throws Exception {
    ServletContainer reloaded = new ServletContainer(complete());
    filter("/right/*", reloaded);
    servlet("/", new Plain());
    start();
    assertThat(statusOf("/right/open")).isEqualTo(200);
    reloaded.reload(withoutServices());
    assertThat(statusInTheEnd("/right/open")).isEqualTo(503);
  }

  @Test
  void letsAFilterLeaveStaticFilesToAServlet() throws Exception {
    filter(
        "/*",
        new ServletContainer(
            complete().property(ServletProperties.FILTER_STATIC_CONTENT_REGEX, "/static/.*")));
    servlet("/", new Plain());
    start();
    assertThat(statusOf("/static/page.css")).isEqualTo(200);
    assertThat(statusOf("/static/page.css")).isEqualTo(200);
    assertThat(statusOf("/marked")).isEqualTo(401);
  }

  private ResourceConfig complete() {
    return withoutServices().register(new MgsFeature(verifier));
  }

  private static ResourceConfig withoutServices() {
    return new ResourceConfig(Open.class, Marked.class, Locator.class)
        .property("jersey.config.disableMetainfServicesLookup", true);
  }

  private void servlet(String pattern, Servlet servlet) {
    context.addServlet(new ServletHolder(servlet), pattern);
  }

  private void named(String name, String pattern, Servlet servlet) {
    context.addServlet(new ServletHolder(name, servlet), pattern);
  }

  private void filter(String pattern, Filter filter) {
    context.addFilter(new FilterHolder(filter), pattern, EnumSet.of(DispatcherType.REQUEST));
  }

  private void start() throws Exception {
    context.addServletContainerInitializer(new ServletRegistration());
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(context);
    server.start();
    endpoint = Endpoint.atRoot(connector.getLocalPort());
  }

  private int statusOf(String path) {
    return endpoint.send(RawRequest.of("GET", path)).status();
  }

  /** A server notices what a request met once it has answered it. */
  private int statusInTheEnd(String path) {
    int status = statusOf(path);
    for (int i = 0; i < 20 && status == 200; i++) {
      status = statusOf(path);
    }
    return status;
  }

  /** Not protected. */
  @Path("{prefix:(right/|wrong/)?}open")
  public static class Open {

    @GET
    public String get() {
      CALLS.add("open");
      return "open";
    }
  }

  /** Protected. */
  @Path("{prefix:(right/|wrong/)?}marked")
  @MgsSigned
  public static class Marked {

    @GET
    public String get() {
      CALLS.add("marked");
      return "marked";
    }
  }

  /** Code of the application that runs for every method. */
  @Path("{any}/locator")
  public static class Locator {

    @Path("open")
    public Open open(@PathParam("any") String any) {
      CALLS.add("locator of " + any);
      return new Open();
    }
  }

  private static final class Plain extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
      CALLS.add(request.getMethod() + " " + request.getRequestURI());
    }
  }

  private static final class Forwarding extends HttpServlet {

    private static final long serialVersionUID = 1;

    private final String path;

    Forwarding(String path) {
      this.path = path;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException, jakarta.servlet.ServletException {
      request.getRequestDispatcher(path).forward(request, response);
    }
  }

  /** Sends its requests where the path behind its own leads, by a servlet's name. */
  private static final class ByName extends HttpServlet {

    private static final long serialVersionUID = 1;

    private final String name;
    private final boolean includes;

    ByName(String name, boolean includes) {
      this.name = name;
      this.includes = includes;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException, jakarta.servlet.ServletException {
      RequestDispatcher dispatcher = getServletContext().getNamedDispatcher(name);
      if (includes) {
        dispatcher.include(request, response);
      } else {
        dispatcher.forward(request, response);
      }
    }
  }
}
