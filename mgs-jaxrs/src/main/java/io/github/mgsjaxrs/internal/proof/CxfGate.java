package io.github.mgsjaxrs.internal.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.filter.MgsFeature;
import io.github.mgsjaxrs.internal.log.FaultLog;
import io.github.mgsjaxrs.internal.request.QueryNames;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands on TomEE in front of each dispatch of a web application, and lets none through to a JAX-RS
 * endpoint that does not run all that {@link MgsFeature} registers.
 *
 * <p>TomEE loses providers in many ways, none of which it tells: by what it scans, by properties in
 * half a dozen files, by what an {@code Application} lists. None of them is read here. What Tomcat
 * is about to run is looked at, down to the lists of filters in CXF; what cannot be seen is taken
 * for unprotected. Endpoints are deployed after their web application has started, so that a
 * deployment cannot be refused for it.
 */
public final class CxfGate implements Filter {

  /** The attribute of a web application that has the gate in front. */
  public static final String ATTRIBUTE = "io.github.mgsjaxrs.servlet.gate";

  private static final System.Logger LOG = System.getLogger(CxfGate.class.getName());
  private static final String FILTER = "mgs-jaxrs-gate";

  /** CXF describes all resources to who asks for this, before any other filter runs. */
  private static final String DESCRIPTION = "_wadl";

  private static final byte[] UNAVAILABLE =
      "{\"title\":\"Service Unavailable\",\"status\":503}".getBytes(UTF_8);
  private static final byte[] NOT_FOUND =
      "{\"title\":\"Not Found\",\"status\":404}".getBytes(UTF_8);

  private final TomcatChain tomcat = new TomcatChain();
  private final CxfEndpoints endpoints = new CxfEndpoints();
  // messages come from deployments, not from requests: there are few
  private final Map<String, FaultLog> faults = new ConcurrentHashMap<>();

  private final String application;

  // TomEE injects into filters, and fails where there is no constructor that it sees
  public CxfGate(String application) {
    this.application = application;
  }

  /**
   * Puts a gate in front of a web application.
   *
   * @param context the web application
   * @throws MgsConfigurationException if it has a filter of the gate's name
   */
  public static void open(ServletContext context) {
    FilterRegistration.Dynamic registration =
        context.addFilter(FILTER, new CxfGate(context.getContextPath()));
    if (registration == null) {
      throw new MgsConfigurationException(
          "A filter of the name "
              + FILTER
              + " is there already, so that mgs-jaxrs cannot put its own in front: rename it");
    }
    registration.setAsyncSupported(true);
    EnumSet<DispatcherType> all = EnumSet.allOf(DispatcherType.class);
    registration.addMappingForUrlPatterns(all, false, "/*");
    // a dispatcher by name has no path
    registration.addMappingForServletNames(all, false, "*");
    context.setAttribute(ATTRIBUTE, true);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean endpoint;
    try {
      endpoint = leadsToEndpoint(chain);
    } catch (UnprovenEndpointException unproven) {
      faults
          .computeIfAbsent(String.valueOf(unproven.getMessage()), any -> new FaultLog(LOG))
          .met(
              "Web application '"
                  + application
                  + "': "
                  + unproven.getMessage()
                  + ". Until then it is answered 503.",
              unproven.getCause());
      answer(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, UNAVAILABLE);
      return;
    }
    if (endpoint && asksForDescription(request)) {
      answer(response, HttpServletResponse.SC_NOT_FOUND, NOT_FOUND);
      return;
    }
    chain.doFilter(request, response);
  }

  /** Whether there is one; each that is there is proven. */
  private boolean leadsToEndpoint(FilterChain chain) throws UnprovenEndpointException {
    boolean leads = false;
    for (Object running : tomcat.running(chain)) {
      leads |= endpoints.areBehind(running);
    }
    return leads;
  }

  private static boolean asksForDescription(ServletRequest request) {
    return request instanceof HttpServletRequest http
        && QueryNames.of(http.getQueryString()).contains(DESCRIPTION);
  }

  private static void answer(ServletResponse response, int status, byte[] document)
      throws IOException {
    if (response instanceof HttpServletResponse http && !http.isCommitted()) {
      http.resetBuffer();
      http.setStatus(status);
      http.setHeader("Cache-Control", "no-store");
      http.setContentType("application/problem+json");
      http.setContentLength(document.length);
      http.getOutputStream().write(document);
    }
  }
}
