package io.github.mgsjaxrs.conformance.dispatch.application;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends a request where it asks for, step by step. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class DispatchingFilter implements Filter {

  /** Steps like {@code forward /via?a=9}, with bars between them. */
  public static final String STEPS = "Dispatch-Steps";

  private static final String KEPT = DispatchingFilter.class.getName() + ".kept";
  private static final String TAKEN = DispatchingFilter.class.getName() + ".taken";

  /** For the container. */
  public DispatchingFilter() {}

  /** Takes the next step. */
  @WebServlet(urlPatterns = "/via", asyncSupported = true)
  public static class Via extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** For the container. */
    public Via() {}

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      step(request, response);
    }
  }

  /** Keeps its request for whoever asks later. */
  @WebServlet(urlPatterns = "/keep")
  public static class Keep extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** For the container. */
    public Keep() {}

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
      request.setAttribute(KEPT, request);
    }
  }

  /** Knows the query that it has seen first, as those that are kept for a log do. */
  private static final class Remembering extends HttpServletRequestWrapper {

    private final @Nullable String query;

    Remembering(HttpServletRequest request) {
      super(request);
      this.query = request.getQueryString();
    }

    @Override
    public @Nullable String getQueryString() {
      return query;
    }
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest sent = (HttpServletRequest) request;
    if (sent.getHeader(STEPS) == null || sent.getAttribute(TAKEN) != null) {
      chain.doFilter(request, response);
    } else {
      step(sent, (HttpServletResponse) response);
    }
  }

  private static void step(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    int taken = request.getAttribute(TAKEN) instanceof Integer before ? before : 0;
    request.setAttribute(TAKEN, taken + 1);
    String[] step = request.getHeader(STEPS).split("\\|")[taken].strip().split(" ");
    switch (step[0]) {
      case "forward" -> request.getRequestDispatcher(step[1]).forward(request, response);
      case "include" -> request.getRequestDispatcher(step[1]).include(request, response);
      case "named" -> {
        RequestDispatcher named = named(request.getServletContext());
        if (named != null) {
          named.forward(request, response);
        }
      }
      case "wrapped" -> {
        HttpServletRequest wrapped = new Remembering(request);
        wrapped.getRequestDispatcher(step[1]).forward(wrapped, response);
      }
      case "kept" -> {
        String[] target = step[1].split("\\?");
        String own = target.length > 1 ? "?" + target[1] : "";
        request.getRequestDispatcher("/keep" + own).include(request, response);
        HttpServletRequest kept = (HttpServletRequest) request.getAttribute(KEPT);
        kept.getRequestDispatcher(target[0]).forward(kept, response);
      }
      case "again" -> request.startAsync(request, response).dispatch();
      default -> request.startAsync(request, response).dispatch(step[1]);
    }
  }

  /** That of the JAX-RS application; null where no servlet serves it. */
  private static @Nullable RequestDispatcher named(ServletContext context) {
    for (Map.Entry<String, ? extends ServletRegistration> each :
        context.getServletRegistrations().entrySet()) {
      if (each.getValue().getMappings().contains("/api/*")) {
        return context.getNamedDispatcher(each.getKey());
      }
    }
    return null;
  }
}
