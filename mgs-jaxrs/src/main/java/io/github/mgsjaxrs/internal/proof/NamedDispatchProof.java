package io.github.mgsjaxrs.internal.proof;

import io.github.mgsjaxrs.internal.enforcement.Witness;
import io.github.mgsjaxrs.internal.storage.ResponseRelease;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of each JAX-RS servlet by its name, as a dispatcher by name goes past the filters
 * that are mapped to paths.
 *
 * <p>Nothing tells which servlet such a dispatcher leads to: the request has the path and the
 * mapping of the one that asked for it. So all of them have to have the filters.
 */
public final class NamedDispatchProof implements Filter {

  /** The servlet of these is found by path, so that {@link ApplicationProof} has asked it. */
  private static final Set<DispatcherType> BY_PATH =
      EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);

  private static final System.Logger LOG = System.getLogger(NamedDispatchProof.class.getName());

  private @Nullable EntryProof proof;

  public NamedDispatchProof() {}

  /**
   * Maps it to more servlets.
   *
   * @param context a web application that has not started yet, and has this filter
   * @param servlets their names; they may be registered later
   */
  public static void map(ServletContext context, Collection<String> servlets) {
    if (!servlets.isEmpty()
        && context.getAttribute(ServletRegistration.ATTRIBUTE)
            instanceof FilterRegistration.Dynamic registration) {
      registration.addMappingForServletNames(
          EnumSet.allOf(DispatcherType.class), true, servlets.toArray(String[]::new));
    }
  }

  @Override
  public void init(FilterConfig config) {
    ServletContext context = config.getServletContext();
    proof = new EntryProof(context);
    List<String> unmapped = new ArrayList<>(new JaxRsEntries(context).servlets());
    FilterRegistration registration = context.getFilterRegistration(config.getFilterName());
    if (registration != null) {
      unmapped.removeAll(registration.getServletNameMappings());
    }
    if (!unmapped.isEmpty()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "Servlets of a JAX-RS runtime were registered too late to be asked for the filters that"
              + " verify signatures where a dispatcher by name (getNamedDispatcher) leads to them: "
              + String.join(", ", unmapped)
              + ". Declare them in web.xml, or dispatch to their path");
    }
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    EntryProof proof = this.proof;
    if (proof == null) {
      throw new ServletException("This filter has not been initialized");
    }
    if (!(request instanceof HttpServletRequest http)
        || !(response instanceof HttpServletResponse answer)
        || http.getAttribute(Witness.PROPERTY) != null
        || isByPath(http)) {
      chain.doFilter(request, response);
      return;
    }
    if (!proof.admitsAllServlets(http, answer)) {
      EntryProof.refuse(answer);
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      if (http.getAttribute(ResponseRelease.Held.PROPERTY) == null) {
        proof.forgetServlets();
      }
    }
  }

  private static boolean isByPath(HttpServletRequest request) {
    return BY_PATH.contains(request.getDispatcherType())
        && ApplicationProof.servlet(request) != null;
  }
}
