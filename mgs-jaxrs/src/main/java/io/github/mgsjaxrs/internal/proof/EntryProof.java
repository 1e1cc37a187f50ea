package io.github.mgsjaxrs.internal.proof;

import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.internal.enforcement.EndedApplications;
import io.github.mgsjaxrs.internal.enforcement.Witness;
import io.github.mgsjaxrs.internal.log.FaultLog;
import io.github.mgsjaxrs.internal.scheme.ProblemResponse;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Asks the JAX-RS servlets and filters of one web application for the library's filters, each by a
 * request of the library's own ({@link Witness}), and remembers those that have proven to have
 * them.
 */
public final class EntryProof {

  private static final String REMEDY =
      ", so that marked resources would be open: its requests are answered 503. Most often something"
          + " keeps services or providers from being loaded (jakarta.ws.rs.loadServices=false,"
          + " jersey.config.disableMetainfServicesLookup=true, resteasy.disable.providers and the"
          + " like, in getProperties(), web.xml or the server): remove it, or register MgsFeature, by"
          + " MgsFeature.class in what getClasses() returns. Or something has answered the library's"
          + " own request, whose method is MGS-WITNESS, before its filters were asked: let that pass"
          + " in a pre-matching filter of the application's own that has the priority"
          + " Integer.MIN_VALUE, or give that filter a greater number, and in a subclass of the"
          + " runtime's servlet that answers or throws";

  private static final String OF_FILTERS =
      ". A servlet filter in front may have answered that request, too: let it pass, or map the"
          + " runtime as a servlet, which is asked past all filters";

  private static final String OF_THROWN =
      ". Something has thrown an exception for that request before they were asked, an event"
          + " listener of Jersey's, say: have it let methods pass that it does not know. It threw ";

  private final FaultLog unproven =
      new FaultLog(System.getLogger("io.github.mgsjaxrs.internal.proof.ApplicationProof"));

  /** Names of servlets that are no entry of a JAX-RS runtime, and never will be. */
  private final Set<String> others = ConcurrentHashMap.newKeySet();

  private final Set<String> servlets = ConcurrentHashMap.newKeySet();
  private final Set<String> filters = ConcurrentHashMap.newKeySet();

  private final ServletContext context;
  private final JaxRsEntries entries;
  private final AtomicInteger ended = new AtomicInteger(EndedApplications.count());

  /**
   * Knows nothing of a web application yet.
   *
   * @param context the web application that the library's servlet filters belong to, which a
   *     request that another one forwarded does not tell
   */
  public EntryProof(ServletContext context) {
    this.context = context;
    this.entries = new JaxRsEntries(context);
  }

  /**
   * The JAX-RS filters that stand in front of a servlet.
   *
   * @param path the request's path below the context path, decoded
   * @param servlet the servlet's name; null where none is named
   */
  public List<FilterRegistration> filtersBefore(String path, @Nullable String servlet) {
    return entries.filters(path, servlet);
  }

  /** Whether a servlet has the filters, or needs none. */
  public boolean admitsServlet(
      String servlet, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    forgetEnded();
    if (servlets.contains(servlet) || others.contains(servlet)) {
      return true;
    }
    if (!entries.isServlet(servlet)) {
      others.add(servlet);
      return true;
    }
    Witness witness = new Witness();
    RequestDispatcher dispatcher = context.getNamedDispatcher(servlet);
    Exception thrown = null;
    if (dispatcher != null) {
      thrown =
          thrownBy(
              () ->
                  // an included servlet can neither commit nor close the answer that waits
                  dispatcher.include(
                      new WitnessCall(
                          request, WitnessPath.ofServlet(entries.mappings(servlet)), witness),
                      new WitnessResponse(response)));
    }
    return admits(servlet, witness, servlets, "", thrown);
  }

  /** Whether each JAX-RS servlet there is has the filters. */
  public boolean admitsAllServlets(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    for (String servlet : entries.servlets()) {
      if (!admitsServlet(servlet, request, response)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a JAX-RS filter, which can only be reached by the way that requests take, has them. */
  public boolean admitsFilter(
      FilterRegistration filter,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    forgetEnded();
    if (filters.contains(filter.getName())) {
      return true;
    }
    Witness witness = new Witness();
    Exception thrown = ask(new WitnessRequest(request, witness), response, chain);
    WitnessPath other = WitnessPath.ofFilter(filter.getUrlPatternMappings());
    if (!witness.isSatisfied() && other != null) {
      // the filter leaves some paths to others, static files, say
      witness = new Witness();
      thrown = ask(new WitnessCall(request, other, witness), response, chain);
    }
    return admits(filter.getName(), witness, filters, OF_FILTERS, thrown);
  }

  private static @Nullable Exception ask(
      WitnessRequest witness, HttpServletResponse response, FilterChain chain) {
    ChainPosition before = ChainPosition.of(chain);
    Exception thrown = thrownBy(() -> chain.doFilter(witness, new WitnessResponse(response)));
    before.restore();
    return thrown;
  }

  private interface Call {
    void run() throws IOException, ServletException;
  }

  /**
   * What the application throws for a request that it does not expect, from a filter of answers,
   * say. It is not the fault of the request that waits: what counts is which filters were asked.
   */
  private static @Nullable Exception thrownBy(Call call) {
    try {
      call.run();
      return null;
    } catch (IOException | ServletException | RuntimeException thrown) {
      return thrown;
    }
  }

  private void forgetEnded() {
    int now = EndedApplications.count();
    if (ended.get() != now) {
      servlets.clear();
      filters.clear();
      ended.set(now);
    }
  }

  private boolean admits(
      String entry, Witness witness, Set<String> proven, String more, @Nullable Exception thrown) {
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
            + more
            + (thrown == null ? "" : OF_THROWN + thrown),
        thrown);
    return false;
  }

  /** Tells the operator why requests are refused that nothing can be asked for. */
  public void tell(String fault) {
    unproven.met(fault, null);
  }

  /** A servlet's application may have been replaced by one without the filters. */
  public void forgetServlet(String servlet) {
    servlets.remove(servlet);
  }

  /** So may any of them. */
  public void forgetServlets() {
    servlets.clear();
  }

  /** So may the application of a filter. */
  public void forgetFilter(String filter) {
    filters.remove(filter);
  }

  /** The answer to a request whose application has not proven to have the filters. */
  public static void refuse(HttpServletResponse response) throws IOException {
    byte[] document = new ProblemResponse(Scheme.BACKEND, false).document(Rejection.UNAVAILABLE);
    response.setStatus(Rejection.UNAVAILABLE.status());
    response.setContentType("application/problem+json");
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(document.length);
    response.getOutputStream().write(document);
  }
}
