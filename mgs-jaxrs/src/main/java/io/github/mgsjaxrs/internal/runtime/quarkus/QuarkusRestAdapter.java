package io.github.mgsjaxrs.internal.runtime.quarkus;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.internal.entity.EntityBuffer;
import io.github.mgsjaxrs.internal.entity.FormParameters;
import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import io.github.mgsjaxrs.internal.request.Escaping;
import io.github.mgsjaxrs.internal.request.FormCharsets;
import io.github.mgsjaxrs.internal.request.PathViews;
import io.github.mgsjaxrs.internal.request.QueryNames;
import io.github.mgsjaxrs.internal.request.RequestLine;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.internal.request.SentQuery;
import io.github.mgsjaxrs.internal.runtime.RuntimeAdapter;
import io.github.mgsjaxrs.request.ContentType;
import io.github.mgsjaxrs.request.MalformedRequestException;
import io.github.mgsjaxrs.settings.Limits;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.handlers.FormBodyHandler;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerHttpRequest;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * Quarkus REST: its server request has the target as it was sent, and lets an entity be read
 * without blocking, which filters of non-blocking methods and those before matching must not.
 *
 * <p>Loaded only where Quarkus REST is there.
 */
public final class QuarkusRestAdapter implements RuntimeAdapter {

  /** What ends a host to somebody. */
  private static final String ENDS_HOST = "/?#\\@";

  private static final String ENDS_SCHEME = ENDS_HOST + ":";

  private volatile @Nullable List<Class<?>> applications;

  private QuarkusRestAdapter() {}

  /**
   * Links the classes of Quarkus REST that this source needs.
   *
   * @return the source
   * @throws LinkageError if they are not there
   */
  public static RuntimeAdapter linked() {
    workers();
    return new QuarkusRestAdapter();
  }

  public static ResteasyReactiveRequestContext in(ContainerRequestContext context) {
    return (ResteasyReactiveRequestContext)
        ((ResteasyReactiveContainerRequestContext) context).getServerRequestContext();
  }

  /** The threads that may block. */
  public static Executor workers() {
    return Infrastructure.getDefaultExecutor();
  }

  @Override
  public RequestLine of(ContainerRequestContext context) {
    ServerHttpRequest request = in(context).serverRequest();
    String path = request.getRequestPath();
    return new RequestLine(path == null ? "" : path, request.query(), isMultiplexed(request));
  }

  /**
   * Told by the version: a client, or Quarkus behind a proxy, may give HTTP/2 a Host header too.
   */
  private static boolean isMultiplexed(ServerHttpRequest request) {
    HttpServerRequest http = request.unwrap(HttpServerRequest.class);
    return http == null
        || (http.version() != HttpVersion.HTTP_1_1 && http.version() != HttpVersion.HTTP_1_0);
  }

  /** There is one, for which nothing is injected. */
  @Override
  public List<Class<?>> applications(ContainerRequestContext context) {
    List<Class<?>> known = applications;
    if (known == null) {
      Application application = in(context).getDeployment().getApplicationSupplier().get();
      known = application == null ? List.of() : List.of(application.getClass());
      applications = known;
    }
    return known;
  }

  /** A trusted proxy's X-Forwarded-Prefix stands in the base URI, and not in the raw path. */
  @Override
  public String base(ContainerRequestContext context) {
    return in(context).getDeployment().getPrefix();
  }

  @Override
  public Function<String, List<String>> headers(ContainerRequestContext context) {
    ServerHttpRequest request = in(context).serverRequest();
    return name -> List.copyOf(request.getAllRequestHeaders(name));
  }

  /**
   * What {@code UriInfo} tells is cut at the length of the application's path, also where a filter
   * has put a path there that does not begin with it; such a path is matched whole.
   */
  @Override
  public @Nullable String matchedPath(ContainerRequestContext context) {
    return in(context).getPathWithoutPrefix();
  }

  /** With host and scheme where these have something of a path: {@code UriInfo} is made of them. */
  @Override
  public @Nullable String servedPath(ContainerRequestContext context) {
    ResteasyReactiveRequestContext request = in(context);
    String path = Objects.requireNonNullElse(request.getPath(), "");
    String scheme = Objects.requireNonNullElse(request.serverRequest().getRequestScheme(), "");
    String host = Objects.requireNonNullElse(request.serverRequest().getRequestHostAndPort(), "");
    if (isPlain(scheme, ENDS_SCHEME) && isPlain(host, ENDS_HOST) && isOriginForm(request)) {
      return mayStandInUri(host) ? path : null;
    }
    return scheme + "://" + host + path;
  }

  /** A resource that asks for its URI would get an exception otherwise. */
  private static boolean mayStandInUri(String host) {
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (!((c >= 'a' && c <= 'z') || (c >= '-' && c <= ':') || (c >= 'A' && c <= 'Z'))) {
        return isAuthority(host);
      }
    }
    return true;
  }

  private static boolean isAuthority(String host) {
    try {
      return host.equals(URI.create("http://" + host + "/").getRawAuthority());
    } catch (IllegalArgumentException none) {
      return false;
    }
  }

  /** Of another form UriInfo is made by putting scheme and host in front of all of it. */
  private static boolean isOriginForm(ResteasyReactiveRequestContext request) {
    String uri = request.serverRequest().getRequestNormalisedPath();
    HttpServerRequest http = request.serverRequest().unwrap(HttpServerRequest.class);
    String sent = http == null ? uri : http.uri();
    return sent == null
        || sent.isEmpty()
        || sent.charAt(0) == '/'
        || sent.startsWith("http://")
        || sent.equals("*");
  }

  private static boolean isPlain(String part, String delimiters) {
    for (int i = 0; i < part.length(); i++) {
      if (delimiters.indexOf(part.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** It matches what Vert.x has normalised, and drops matrix parameters. */
  @Override
  public boolean isServedAsSent(ContainerRequestContext context, String sent) {
    String served = servedPath(context);
    return served != null && (sent.equals(served) || PathViews.areResolvedAlike(sent, served));
  }

  /**
   * Vert.x decodes the whole target once more: a semicolon ends a parameter there, names differ in
   * more than case, and there are 1,024 at most.
   */
  @Override
  public SentQuery.Reading queryParameters(ContainerRequestContext context) {
    ServerHttpRequest request = in(context).serverRequest();
    return new SentQuery.Reading() {
      @Override
      public @Nullable List<String> values(String name) {
        List<String> values = request.getAllQueryParams(name);
        if (values.size() < 2 || !values.get(0).isEmpty()) {
          return values;
        }
        // it hands some readers all, and others those that are not empty: one more than was sent
        List<String> twoReadings = new ArrayList<>(values);
        twoReadings.add("");
        return twoReadings;
      }

      @Override
      public Iterable<String> names() {
        return request.queryParamNames();
      }
    };
  }

  /** Names of query and form that differ in case are one to it, and see above. */
  @Override
  public @Nullable String readOtherwise(
      ContainerRequestContext context,
      RequestSnapshot request,
      ReplayableEntity entity,
      Charset charset,
      Limits limits) {
    FormData fields = in(context).getFormData();
    if (fields == null) {
      return null;
    }
    Map<String, Set<String>> inQuery = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String name : QueryNames.of(request.target().query())) {
      inQuery.computeIfAbsent(name, any -> new HashSet<>()).add(name);
    }
    for (String name : fields) {
      Set<String> alike = inQuery.getOrDefault(name, Set.of(name));
      Deque<FormValue> values = fields.get(name);
      boolean emptyInFront = values.size() > 1 && values.getFirst().getValue().isEmpty();
      if (emptyInFront || !alike.equals(Set.of(name))) {
        return "Quarkus REST reads '"
            + Escaping.oneLine(name)
            + "' otherwise than it was sent: names of query and form that differ in case alone are one"
            + " to it, and of several values it leaves out the empty ones";
      }
    }
    return null;
  }

  /**
   * Has what a body handler in front has taken read once more: nothing of it ever arrives again,
   * and Vert.x shows a request as ended only while nobody pauses it.
   *
   * @param request the request
   * @return whether there is nothing to read
   */
  private static boolean handOnTaken(ResteasyReactiveRequestContext request) {
    if (request.hasInputStream()) {
      return false;
    }
    RoutingContext routing = request.serverRequest().unwrap(RoutingContext.class);
    Buffer body = routing == null ? null : routing.body().buffer();
    if (body == null && !request.serverRequest().isRequestEnded()) {
      return false;
    }
    byte[] taken = body == null ? new byte[0] : body.getBytes();
    request.setInputStream(new ByteArrayInputStream(taken));
    return taken.length == 0;
  }

  @Override
  public boolean awaits(ContainerRequestContext context, EntityBuffer buffer) {
    ResteasyReactiveRequestContext request = in(context);
    boolean empty = handOnTaken(request);
    if (!request.serverRequest().isOnIoThread()) {
      return false;
    }
    if (empty) {
      buffer.end();
      return false;
    }
    // whoever resumes the request, the same filter runs once more before anything else does
    request.setPosition(request.getPosition() - 1);
    request.suspend();
    if (request.hasInputStream()) {
      // the stream of another filter may block
      request.resume(workers());
    } else {
      new QuarkusRestAwaitedEntity(request, buffer).listen();
    }
    return true;
  }

  @Override
  public Set<String> parsedParameterNames(ContainerRequestContext context) {
    Set<String> names = new HashSet<>();
    FormData parsed = in(context).getFormData();
    if (parsed != null) {
      parsed.forEach(names::add);
    }
    return names;
  }

  @Override
  public boolean hasParsedNoBody(ContainerRequestContext context) {
    return in(context).getFormData() == null;
  }

  @Override
  public boolean frees(ContainerRequestContext context) {
    return true;
  }

  @Override
  public void keep(
      ContainerRequestContext context,
      RequestSnapshot sent,
      ReplayableEntity entity,
      @Nullable Charset form,
      Limits limits) {
    ResteasyReactiveRequestContext request = in(context);
    request.registerCompletionCallback(thrown -> entity.close());
    if (sent.contentType().isForm()) {
      Charset charset = form == null ? charset(sent.contentType()) : form;
      request.setFormData(fields(FormParameters.of(entity, charset, limits)));
    }
  }

  /** Too many fields come in report mode only, where the runtime itself would answer them 413. */
  private static FormData fields(@Nullable Map<String, List<String>> parsed) {
    FormData fields = new FormData(Integer.MAX_VALUE);
    if (parsed != null) {
      parsed.forEach((name, values) -> values.forEach(value -> fields.add(name, value)));
    }
    return fields;
  }

  /** Of a form that was not verified, in report mode. */
  private static Charset charset(ContentType type) {
    try {
      return FormCharsets.of(type, null);
    } catch (MalformedRequestException unreadable) {
      return UTF_8;
    }
  }

  /**
   * Leaves the event loop where the runtime would read a file there, or parse multipart, for which
   * it waits in vain as the entity is read already.
   */
  @Override
  public void proceed(ContainerRequestContext context, ReplayableEntity entity) {
    ResteasyReactiveRequestContext request = in(context);
    if (request.getTarget() == null || !request.serverRequest().isOnIoThread()) {
      return;
    }
    if (entity.onDisk() || (request.getFormData() == null && parsesForm(request))) {
      request.suspend();
      request.resume(workers());
    }
  }

  @Override
  public boolean sends(
      ContainerRequestContext context, byte[] body, String header, @Nullable String signature) {
    ServerHttpResponse response = in(context).serverResponse();
    response.removeResponseHeader(header);
    if (signature != null) {
      response.setResponseHeader(header, signature);
    }
    response.setResponseHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length));
    response.end(body);
    return true;
  }

  @Override
  public boolean withdraws(ContainerRequestContext context) {
    ServerHttpResponse response = in(context).serverResponse();
    Set<String> names = new HashSet<>();
    response.getAllResponseHeaders().forEach(header -> names.add(header.getKey()));
    names.forEach(response::removeResponseHeader);
    return true;
  }

  private static boolean parsesForm(ResteasyReactiveRequestContext request) {
    return Stream.of(request.getHandlers()).anyMatch(FormBodyHandler.class::isInstance);
  }
}
