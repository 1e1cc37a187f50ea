package io.github.mgsjaxrs.internal.runtime;

import io.github.mgsjaxrs.internal.request.RequestLine;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.enterprise.inject.Vetoed;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceContext;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Quarkus RESTEasy Classic without a servlet container: the request of Vert.x has the target as it
 * was sent. RESTEasy matches one that it makes of the Host header, too, and where Quarkus believes
 * them of forwarded headers.
 *
 * <p>Loaded only where Vert.x is there.
 */
public final class VertxAdapter implements RuntimeAdapter {

  private final HttpServerRequest request;

  private VertxAdapter(HttpServerRequest request) {
    this.request = request;
  }

  /**
   * Asks the runtime for the request of Vert.x.
   *
   * @param resources the runtime's injection, while it serves a request
   * @return the source, or null if the request is none of Vert.x
   */
  public static @Nullable RuntimeAdapter in(ResourceContext resources) {
    try {
      HttpServerRequest injected = resources.initResource(new Holder()).request;
      // RESTEasy injects a proxy everywhere, which throws on use where Vert.x does not serve
      return injected == null || injected.version() == null ? null : new VertxAdapter(injected);
    } catch (RuntimeException noVertxRequest) {
      System.getLogger(VertxAdapter.class.getName())
          .log(System.Logger.Level.DEBUG, "The runtime injects no Vert.x request", noVertxRequest);
      return null;
    }
  }

  @Override
  public RequestLine of(ContainerRequestContext context) {
    String path = request.path();
    return new RequestLine(
        path == null ? "" : path, request.query(), request.version() == HttpVersion.HTTP_2);
  }

  @Override
  public Function<String, List<String>> headers(ContainerRequestContext context) {
    MultiMap headers = request.headers();
    return name -> List.copyOf(headers.getAll(name));
  }

  /** What the runtime injects into; not a bean, so that no other injection looks at it. */
  @Vetoed
  public static final class Holder {
    @Context public @Nullable HttpServerRequest request;
  }
}
