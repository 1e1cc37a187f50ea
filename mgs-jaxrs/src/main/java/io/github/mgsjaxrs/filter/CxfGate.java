package io.github.mgsjaxrs.filter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.MgsFeature;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

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
final class CxfGate implements Filter {

  /** The attribute of a web application that has the gate in front. */
  static final String ATTRIBUTE = "io.github.mgsjaxrs.servlet.gate";

  private static final System.Logger LOG = System.getLogger(CxfGate.class.getName());
  private static final String FILTER = "mgs-jaxrs-gate";

  /** CXF describes all resources to who asks for this, before any other filter runs. */
  private static final String DESCRIPTION = "_wadl";

  private static final byte[] UNAVAILABLE =
      "{\"title\":\"Service Unavailable\",\"status\":503}".getBytes(UTF_8);
  private static final byte[] NOT_FOUND =
      "{\"title\":\"Not Found\",\"status\":404}".getBytes(UTF_8);

  private final Set<Object> proven = ConcurrentHashMap.newKeySet();
  // messages come from deployments, not from requests: there are few
  private final Map<String, FaultLog> faults = new ConcurrentHashMap<>();

  // TomEE injects into filters, and fails where there is no constructor that it sees
  CxfGate() {}

  /**
   * Puts a gate in front of a web application.
   *
   * @param context the web application
   * @throws MgsConfigurationException if it has a filter of the gate's name
   */
  static void open(ServletContext context) {
    FilterRegistration.Dynamic registration = context.addFilter(FILTER, new CxfGate());
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
          .met(unproven.getMessage() + ". Until then it is answered 503.", unproven.getCause());
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
    for (Object running : TomcatChain.of(chain)) {
      for (CxfEndpoint endpoint : CxfEndpoints.behind(running)) {
        leads = true;
        if (!proven.contains(endpoint.identity())) {
          prove(endpoint);
        }
      }
    }
    return leads;
  }

  private void prove(CxfEndpoint endpoint) throws UnprovenEndpointException {
    List<Class<?>> missing;
    try {
      missing = endpoint.missing();
    } catch (ReflectiveOperationException | RuntimeException untold) {
      throw new UnprovenEndpointException(
          "This version of CXF does not tell what the JAX-RS endpoint "
              + endpoint
              + " runs ("
              + untold
              + "): use a version of TomEE that the documentation of mgs-jaxrs names",
          untold);
    }
    if (!missing.isEmpty()) {
      throw new UnprovenEndpointException(fault(endpoint, missing), null);
    }
    proven.add(endpoint.identity());
  }

  private static String fault(CxfEndpoint endpoint, List<Class<?>> missing) {
    return "The JAX-RS endpoint "
        + endpoint
        + " does not run all that verifies requests and signs answers; missing are "
        + missing.stream().map(Class::getName).collect(Collectors.joining(", "))
        + ". Needed are all of MgsFeature.providers(): have TomEE scan for providers (no method in"
        + " any Application class, mgs-jaxrs not left out by scan.xml or exclusions.list,"
        + " openejb.jaxrs.providers.auto not false, cxf.jaxrs.skip-provider-scanning not true), or"
        + " add MgsFeature.class to what getClasses() of the Application returns; a servlet of CXF"
        + " needs them in its own jaxrs.providers";
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
