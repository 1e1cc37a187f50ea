package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.protocol.Escaping;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.enterprise.inject.Vetoed;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceContext;
import jakarta.ws.rs.core.Context;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Quarkus RESTEasy Classic without a servlet container: the request of Vert.x has the target as it
 * was sent. Where Quarkus believes forwarded headers, RESTEasy matches another one, made of these
 * and of the Host header, and nothing of them is signed.
 *
 * <p>Loaded only where Vert.x is there.
 */
final class VertxTarget implements RawTarget {

  private static final String REPLACED = "io.github.mgsjaxrs.replaced-target";

  private final HttpServerRequest request;

  private VertxTarget(HttpServerRequest request) {
    this.request = request;
  }

  /**
   * Asks the runtime for the request of Vert.x.
   *
   * @param resources the runtime's injection, while it serves a request
   * @return the source, or null if the request is none of Vert.x
   */
  static @Nullable RawTarget in(ResourceContext resources) {
    try {
      HttpServerRequest injected = resources.initResource(new Holder()).request;
      // RESTEasy injects a proxy everywhere, which throws on use where Vert.x does not serve
      return injected == null || injected.version() == null ? null : new VertxTarget(injected);
    } catch (RuntimeException noVertxRequest) {
      System.getLogger(VertxTarget.class.getName())
          .log(System.Logger.Level.DEBUG, "The runtime injects no Vert.x request", noVertxRequest);
      return null;
    }
  }

  @Override
  public RequestLine of(ContainerRequestContext context) {
    String path = request.path();
    RequestLine sent =
        new RequestLine(
            path == null ? "" : path, request.query(), request.version() == HttpVersion.HTTP_2);
    // now, as a filter of the application may replace the target later, and may do so
    URI seen = context.getUriInfo().getRequestUri();
    if (!isSame(sent, seen)) {
      context.setProperty(REPLACED, seen);
    }
    return sent;
  }

  private static boolean isSame(RequestLine sent, URI seen) {
    return sent.path().equals(seen.getRawPath())
        && orEmpty(sent.query()).equals(orEmpty(seen.getRawQuery()));
  }

  private static String orEmpty(@Nullable String query) {
    return Objects.requireNonNullElse(query, "");
  }

  @Override
  public Function<String, List<String>> headers(ContainerRequestContext context) {
    MultiMap headers = request.headers();
    return name -> List.copyOf(headers.getAll(name));
  }

  @Override
  public void requireUnambiguous(ContainerRequestContext context, RequestLine target)
      throws RefusalException {
    if (context.getProperty(REPLACED) instanceof URI seen) {
      throw new RefusalException(
          Rejection.NOT_COVERED,
          "Quarkus serves '"
              + Escaping.oneLine(target.path())
              + "' as '"
              + Escaping.oneLine(seen.toString())
              + "', by a forwarded prefix or a Host header with a path in it, which no signature"
              + " covers: set quarkus.http.proxy.enable-forwarded-prefix=false");
    }
  }

  /** What the runtime injects into; not a bean, so that no other injection looks at it. */
  @Vetoed
  static final class Holder {
    @Context @Nullable HttpServerRequest request;
  }
}
