package io.github.mgsjaxrs.quickstart;

import java.net.URI;
import java.net.URISyntaxException;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http.util.HttpStatus;

/**
 * Answers 400 to what is no target. Jersey's container for Grizzly would answer 500, with a page
 * that names the server and the fault.
 */
final class ParsedTargets extends HttpHandler {

  private final HttpHandler application;

  ParsedTargets(HttpHandler application) {
    this.application = application;
  }

  @Override
  public void service(Request request, Response response) throws Exception {
    if (isTarget(request)) {
      application.service(request, response);
    } else {
      response.setStatus(HttpStatus.BAD_REQUEST_400);
      response.setContentLength(0);
    }
  }

  private static boolean isTarget(Request request) {
    String query = request.getQueryString();
    String path = request.getRequest().getRequestURIRef().getURI();
    try {
      return new URI(query == null ? path : path + "?" + query).getRawPath() != null;
    } catch (URISyntaxException broken) {
      return false;
    }
  }

  @Override
  public void start() {
    application.start();
  }

  @Override
  public void destroy() {
    application.destroy();
  }
}
