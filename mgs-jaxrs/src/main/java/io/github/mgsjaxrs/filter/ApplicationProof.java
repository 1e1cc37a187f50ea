package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.protocol.Scheme;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Lets no request into a JAX-RS application before that application has answered one of the
 * library's own by the library's filters ({@link Witness}).
 *
 * <p>Each servlet is asked once, right before its first request; until it has proven to have the
 * filters, its requests are answered 503. So it does not matter by which setting of runtime,
 * application or descriptor the filters were lost, nor when the servlet is initialized.
 */
final class ApplicationProof implements Filter {

  private static final String REMEDY =
      ", so that marked resources would be open: its requests are answered 503. Something keeps"
          + " services or providers from being loaded (jakarta.ws.rs.loadServices=false,"
          + " jersey.config.disableMetainfServicesLookup=true, resteasy.disable.providers and the"
          + " like, in getProperties(), web.xml or the server): remove it, or register MgsFeature, by"
          + " MgsFeature.class in what getClasses() returns";

  private static final String OF_FILTERS =
      ". If it is there, a servlet filter in front has answered the library's own request, whose"
          + " method is MGS-WITNESS: let that pass, or map the runtime as a servlet, which is asked"
          + " past all filters";

  private final FaultLog unproven =
      new FaultLog(System.getLogger("io.github.mgsjaxrs.filter.ApplicationProof"));

  /** Names of servlets that are no entry of a JAX-RS runtime, and never will be. */
  private final Set<String> others = ConcurrentHashMap.newKeySet();

  /** Names of servlets that have proven to have the filters. */
  private final Set<String> servlets = ConcurrentHashMap.newKeySet();

  /** Names of filters that requests may reach. */
  private final Set<String> filters = ConcurrentHashMap.newKeySet();

  private volatile @Nullable JaxRsEntries entries;

  ApplicationProof() {}

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request instanceof HttpServletRequest http
        && response instanceof HttpServletResponse answer
        && http.getAttribute(Witness.PROPERTY) == null
        && !isReachable(http, answer, chain)) {
      refuse(answer);
      return;
    }
    chain.doFilter(request, response);
    if (request instanceof HttpServletRequest http
        && http.getAttribute(Witness.PROPERTY) == null
        && http.getAttribute(Exchange.PROPERTY) == null) {
      // the application may have been replaced by one without the filters: ask it once more
      servlets.remove(mapping(http).getServletName());
    }
  }

  private boolean isReachable(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletMapping mapping = mapping(request);
    String servlet = mapping.getServletName();
    JaxRsEntries known = entries(request.getServletContext());
    List<String> before = known.filters(path(request), servlet);
    if (before.size() > 1) {
      unproven.met(
          "Several filters of a JAX-RS runtime stand in front of "
              + path(request)
              + " ("
              + String.join(", ", before)
              + "), and only the first of them can be asked for the filters that verify signatures:"
              + " its requests are answered 503. Give each a path of its own",
          null);
      return false;
    }
    return (before.isEmpty() || isFilterProven(before.get(0), request, response, chain))
        && isServletReachable(known, mapping, request, response);
  }

  private boolean isServletReachable(
      JaxRsEntries known,
      HttpServletMapping mapping,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, ServletException {
    String servlet = mapping.getServletName();
    if (servlets.contains(servlet) || others.contains(servlet)) {
      return true;
    }
    if (!known.isServlet(servlet)) {
      others.add(servlet);
      return true;
    }
    return isServletProven(mapping, request, response);
  }

  private boolean isServletProven(
      HttpServletMapping mapping, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    String servlet = mapping.getServletName();
    Witness witness = new Witness();
    RequestDispatcher dispatcher = request.getServletContext().getNamedDispatcher(servlet);
    if (dispatcher != null) {
      // an included servlet can neither commit nor close the answer to the request that waits
      dispatcher.include(new WitnessCall(request, mapping, witness), new WitnessResponse(response));
    }
    return admits(servlet, witness, servlets);
  }

  /** A filter can only be reached by the way that requests take. */
  private boolean isFilterProven(
      String filter, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (filters.contains(filter)) {
      return true;
    }
    Witness witness = new Witness();
    chain.doFilter(new WitnessRequest(request, witness), new WitnessResponse(response));
    return admits(filter, witness, filters);
  }

  private boolean admits(String entry, Witness witness, Set<String> proven) {
    if (witness.isSatisfied()) {
      proven.add(entry);
      return true;
    }
    unproven.met(
        "The JAX-RS application behind '"
            + entry
            + "' answers without the filters that verify signatures (missing: "
            + witness.missing()
            + ")"
            + REMEDY
            + (proven == filters ? OF_FILTERS : ""),
        null);
    return false;
  }

  private JaxRsEntries entries(ServletContext context) {
    JaxRsEntries known = entries;
    if (known == null) {
      known = new JaxRsEntries(context);
      entries = known;
    }
    return known;
  }

  private static HttpServletMapping mapping(HttpServletRequest request) {
    return request.getDispatcherType() == DispatcherType.INCLUDE
            && request.getAttribute(RequestDispatcher.INCLUDE_MAPPING)
                instanceof HttpServletMapping included
        ? included
        : request.getHttpServletMapping();
  }

  private static String path(HttpServletRequest request) {
    String rest = request.getPathInfo();
    return rest == null ? request.getServletPath() : request.getServletPath() + rest;
  }

  private static void refuse(HttpServletResponse response) throws IOException {
    byte[] document = new ProblemResponse(Scheme.BACKEND, false).document(Rejection.UNAVAILABLE);
    response.setStatus(Rejection.UNAVAILABLE.status());
    response.setContentType("application/problem+json");
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(document.length);
    response.getOutputStream().write(document);
  }
}
