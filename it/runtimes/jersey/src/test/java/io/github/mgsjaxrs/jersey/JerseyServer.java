package io.github.mgsjaxrs.jersey;

import io.github.mgsjaxrs.conformance.suite.Endpoint;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server that runs as long as the tests of a class, and of those nested in it.
 *
 * <pre>{@code @RegisterExtension static final JerseyServer SERVER = GrizzlyServer.…;}</pre>
 */
abstract class JerseyServer implements BeforeAllCallback, AfterAllCallback {

  private int port;
  private int users;

  /** Starts on a free port of the loopback address, and tells it. */
  abstract int start() throws Exception;

  abstract void stop() throws Exception;

  Endpoint endpoint() {
    if (port == 0) {
      throw new IllegalStateException("The server runs only while its tests do");
    }
    return Endpoint.atRoot(port);
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    if (users++ == 0) {
      port = start();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    if (--users == 0) {
      port = 0;
      stop();
    }
  }
}
