package io.github.mgsjaxrs.internal.runtime.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.internal.entity.BegunEntity;
import io.github.mgsjaxrs.internal.entity.EntityHolder;
import io.github.mgsjaxrs.internal.entity.EntityStorage;
import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import io.github.mgsjaxrs.internal.request.QueryNames;
import io.github.mgsjaxrs.internal.request.RequestLine;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.internal.request.SentQuery;
import io.github.mgsjaxrs.internal.runtime.CxfApplication;
import io.github.mgsjaxrs.internal.runtime.RuntimeAdapter;
import io.github.mgsjaxrs.internal.runtime.ServedPath;
import io.github.mgsjaxrs.request.ContentType;
import io.github.mgsjaxrs.settings.Limits;
import jakarta.enterprise.inject.Vetoed;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceContext;
import jakarta.ws.rs.core.Context;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The servlet container's own request: {@code getRequestURI} and {@code getQueryString} are raw.
 *
 * <p>Loaded only where the servlet API is there. The request is the one that {@link
 * ServletEntityFilter} saw before every other filter; where that filter was left out, the one that
 * the runtime injects, unwrapped as far as it shows its wrappers.
 */
public final class ServletAdapter implements RuntimeAdapter {

  /** As Jakarta Servlet 6.1 calls it; before that nobody leaves it. */
  private static final String ERROR_QUERY_STRING = "jakarta.servlet.error.query_string";

  /**
   * Where a container leaves path and query of the request that was sent on. That of an error page
   * comes last: where a forward or an async dispatch has failed, some leave its target there, and
   * what was sent stands in the other ones.
   */
  private static final List<String[]> DISPATCHES =
      List.of(
          new String[] {AsyncContext.ASYNC_REQUEST_URI, AsyncContext.ASYNC_QUERY_STRING},
          new String[] {
            RequestDispatcher.FORWARD_REQUEST_URI, RequestDispatcher.FORWARD_QUERY_STRING
          },
          new String[] {RequestDispatcher.ERROR_REQUEST_URI, ERROR_QUERY_STRING});

  private final @Nullable HttpServletRequest injected;
  private final @Nullable ServletContext webApplication;
  private final RuntimeAdapter fallback;
  private final CxfApplication application = new CxfApplication();

  private ServletAdapter(Holder injected, RuntimeAdapter fallback) {
    this.injected = injected.request;
    this.webApplication = injected.webApplication;
    this.fallback = fallback;
  }

  /**
   * Asks the runtime for the servlet request.
   *
   * @param resources the runtime's injection
   * @param fallback the source for requests that no servlet container handed over
   * @return the source
   * @throws LinkageError if the servlet API is not there
   */
  public static ServletAdapter in(ResourceContext resources, RuntimeAdapter fallback) {
    // before any injection: that would wrap the error in an exception of its own
    Objects.requireNonNull(HttpServletRequest.class);
    return new ServletAdapter(injected(resources), fallback);
  }

  private static Holder injected(ResourceContext resources) {
    try {
      return resources.initResource(new Holder());
    } catch (RuntimeException noServletContainer) {
      System.getLogger(ServletAdapter.class.getName())
          .log(
              System.Logger.Level.DEBUG,
              "The runtime injects no servlet request",
              noServletContainer);
      return new Holder();
    }
  }

  @Override
  public RequestLine of(ContainerRequestContext context) {
    HttpServletRequest request = request(context);
    if (request == null) {
      return fallback.of(context);
    }
    Dispatches dispatches = Dispatches.of(request);
    RequestLine sent = dispatches == null ? sentBefore(request) : dispatches.sent();
    boolean sentOn = dispatches != null && dispatches.isSentOn();
    return sentOn || isSentOnByName(request) ? sent.sentOn() : sent;
  }

  /** A dispatcher that was found by a servlet's name passes no filter of paths. */
  private boolean isSentOnByName(HttpServletRequest request) {
    HttpServletRequest now = injectedNow();
    try {
      return (now == null ? request : now).getDispatcherType() != DispatcherType.REQUEST;
    } catch (RuntimeException otherKindOfRequest) {
      // RESTEasy's proxy has the methods of the first request's class, and takes no other
      return request.getDispatcherType() != DispatcherType.REQUEST;
    }
  }

  /**
   * What was sent, wherever the application has sent the request on to since then.
   *
   * @param request one that nobody has looked at before
   * @return what the container tells
   */
  static RequestLine sentBefore(HttpServletRequest request) {
    for (String[] names : DISPATCHES) {
      if (request.getAttribute(names[0]) instanceof String path) {
        HttpServletRequest lowest = unwrapped(request);
        String query = request.getAttribute(names[1]) instanceof String found ? found : null;
        if (query == null && names[1].equals(ERROR_QUERY_STRING)) {
          // the request has it still: nobody should take what was sent for no query
          query = lowest.getQueryString();
        }
        return new RequestLine(path, query, isMultiplexed(lowest));
      }
    }
    return sent(unwrapped(request));
  }

  /**
   * The target of a request that nobody has sent on.
   *
   * @param request the container's own
   * @return what was sent
   */
  public static RequestLine sent(HttpServletRequest request) {
    return new RequestLine(
        request.getRequestURI(), request.getQueryString(), isMultiplexed(request));
  }

  private static boolean isMultiplexed(HttpServletRequest request) {
    String protocol = request.getProtocol();
    return protocol != null && !protocol.startsWith("HTTP/1") && !protocol.startsWith("HTTP/0");
  }

  /**
   * Whether a servlet container handed over a request.
   *
   * @param context the request
   * @return false where the servlet API is there and no container is
   */
  public boolean serves(ContainerRequestContext context) {
    return request(context) != null;
  }

  private @Nullable HttpServletRequest request(ContainerRequestContext context) {
    return context.getProperty(ServletEntityFilter.REQUEST) instanceof HttpServletRequest first
        ? first
        : injectedNow();
  }

  /** RESTEasy injects a proxy also where no servlet container runs, and the proxy throws on use. */
  private @Nullable HttpServletRequest injectedNow() {
    try {
      return injected == null || injected.getMethod() == null ? null : injected;
    } catch (RuntimeException noServletRequest) {
      return null;
    }
  }

  /** Wrappers change the target for forwarded prefixes and the like; the gateway signed without. */
  public static HttpServletRequest unwrapped(HttpServletRequest request) {
    HttpServletRequest lowest = request;
    while (lowest instanceof HttpServletRequestWrapper wrapper
        && wrapper.getRequest() instanceof HttpServletRequest wrapped) {
      lowest = wrapped;
    }
    return lowest;
  }

  @Override
  public Function<String, List<String>> headers(ContainerRequestContext context) {
    HttpServletRequest request = request(context);
    if (request == null) {
      return fallback.headers(context);
    }
    // RESTEasy takes getContentType() for all there is, which is the first of several
    HttpServletRequest lowest = unwrapped(request);
    return name -> Collections.list(lowest.getHeaders(name));
  }

  @Override
  public Set<String> parsedParameterNames(ContainerRequestContext context) {
    HttpServletRequest request = request(context);
    return request == null ? Set.of() : parameters(request).keySet();
  }

  /** Some containers throw where query or body cannot be decoded: nobody gets parameters then. */
  private static Map<String, String[]> parameters(HttpServletRequest request) {
    try {
      return request.getParameterMap();
    } catch (RuntimeException undecodable) {
      return Map.of();
    }
  }

  /**
   * The container's parameters are no more than those of the query, and of a form nobody in front
   * of the resource has read a byte: what the runtime has parsed before can be made of nothing
   * else.
   */
  @Override
  public boolean hasParsedNoBody(ContainerRequestContext context) {
    HttpServletRequest request = request(context);
    if (request == null) {
      return fallback.hasParsedNoBody(context);
    }
    if (ContentType.of(request.getContentType()).isForm() && !isUnread(request)) {
      return false;
    }
    Map<String, Integer> sent = QueryNames.counted(unwrapped(request).getQueryString());
    return parameters(request).entrySet().stream()
        .allMatch(each -> each.getValue().length <= sent.getOrDefault(each.getKey(), 0));
  }

  private static boolean isUnread(HttpServletRequest request) {
    return request.getAttribute(ServletEntityFilter.ENTITY) instanceof ServletEntityRequest held
        && held.isUnread();
  }

  /**
   * Not on CXF, where whoever asks for them takes the entity away, nor where they would be made of
   * parts, nor of a form, of which the holder of its entity hands on what was verified.
   */
  @Override
  public SentQuery.@Nullable Reading parametersBelow(ContainerRequestContext context, long length) {
    HttpServletRequest request = request(context);
    if (request == null
        || ServedPath.isCxf(context)
        || (length > 0 && (isHeldForm(request) || mayReadQueryAsBody(context)))) {
      return null;
    }
    Map<String, String[]> parameters = parameters(request);
    return new SentQuery.Reading() {
      @Override
      public @Nullable List<String> values(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : Arrays.asList(values);
      }

      @Override
      public Iterable<String> names() {
        return parameters.keySet();
      }

      @Override
      public int size() {
        int size = 0;
        for (String[] each : parameters.values()) {
          size += each.length;
        }
        return size;
      }
    };
  }

  /** Where nothing was noted of a request that was sent on, somebody has taken it away. */
  @Override
  public boolean hasAddedParameters(ContainerRequestContext context) {
    HttpServletRequest request = request(context);
    if (request == null) {
      return false;
    }
    Dispatches dispatches = Dispatches.of(request);
    return dispatches == null
        ? ServedPath.isCxf(context) || isSentOnByName(request)
        : dispatches.hasAdded();
  }

  @Override
  public boolean mayReadQueryAsBody(ContainerRequestContext context) {
    HttpServletRequest request = request(context);
    return request != null && ContentType.of(request.getContentType()).isFormData();
  }

  @Override
  public boolean hasReadQueryBefore(ContainerRequestContext context) {
    HttpServletRequest request = request(context);
    return request != null
        && request.getAttribute(ServletEntityFilter.ENTITY) instanceof ServletEntityRequest held
        && held.askedBefore();
  }

  @Override
  public void declareCharset(ContainerRequestContext context) {
    HttpServletRequest request = request(context);
    try {
      if (request != null && request.getCharacterEncoding() == null) {
        request.setCharacterEncoding(UTF_8.name());
      }
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException("Every Java platform has UTF-8", impossible);
    } catch (RuntimeException malformed) {
      // Undertow throws where the declared one has no name: it is declared, then
    }
  }

  private static boolean isHeldForm(HttpServletRequest request) {
    return request.getAttribute(ServletEntityFilter.ENTITY) instanceof EntityHolder
        && ContentType.of(request.getContentType()).isForm();
  }

  @Override
  public EntityStorage storage(
      ContainerRequestContext context, Limits limits, @Nullable Path directory) {
    HttpServletRequest request = request(context);
    return request != null
            && request.getServletContext().getAttribute(EntityStorages.ATTRIBUTE)
                instanceof EntityStorages storages
        ? storages.of(limits, directory)
        : fallback.storage(context, limits, directory);
  }

  @Override
  public void keep(
      ContainerRequestContext context,
      RequestSnapshot sent,
      ReplayableEntity entity,
      @Nullable Charset form,
      Limits limits) {
    HttpServletRequest request = request(context);
    if (request != null
        && request.getAttribute(ServletEntityFilter.ENTITY) instanceof EntityHolder holder) {
      holder.keep(entity, form);
    }
  }

  @Override
  public void restore(ContainerRequestContext context, BegunEntity entity) {
    HttpServletRequest request = request(context);
    if (request != null
        && request.getAttribute(ServletEntityFilter.ENTITY) instanceof EntityHolder holder) {
      holder.restore(entity);
    }
  }

  @Override
  public boolean frees(ContainerRequestContext context) {
    HttpServletRequest request = request(context);
    return request != null
        && request.getAttribute(ServletEntityFilter.ENTITY) instanceof EntityHolder;
  }

  @Override
  public void drop(ContainerRequestContext context) {
    HttpServletRequest request = request(context);
    if (request != null
        && request.getAttribute(ServletEntityFilter.ENTITY) instanceof EntityHolder holder) {
      holder.drop();
    }
  }

  @Override
  public List<Class<?>> applications(ContainerRequestContext context) {
    return application.of(context);
  }

  /**
   * Of the web application that serves the request: the first request to it may be that of another
   * one, which has forwarded it.
   */
  @Override
  public Optional<Set<Class<?>>> marked(ContainerRequestContext context) {
    List<ServletContext> known = webApplications(context);
    return known.stream()
        .flatMap(each -> SeenMarks.of(each).stream())
        .findFirst()
        // where no initializer was called, the next request knows no more
        .or(() -> known.isEmpty() ? Optional.empty() : Optional.of(Set.of()));
  }

  private List<ServletContext> webApplications(ContainerRequestContext context) {
    List<ServletContext> known = new ArrayList<>();
    try {
      if (webApplication != null && webApplication.getContextPath() != null) {
        known.add(webApplication);
      }
    } catch (RuntimeException notInjected) {
      // CXF in TomEE has a proxy for it, and nothing behind
    }
    HttpServletRequest request = request(context);
    if (request != null) {
      known.add(request.getServletContext());
    }
    return known;
  }

  /** What the runtime injects into; not a bean, so that no other injection looks at it. */
  @Vetoed
  public static final class Holder {
    @Context public @Nullable HttpServletRequest request;
    @Context public @Nullable ServletContext webApplication;
  }
}
