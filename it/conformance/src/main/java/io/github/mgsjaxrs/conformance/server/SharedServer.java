package io.github.mgsjaxrs.conformance.server;

import io.github.mgsjaxrs.conformance.suite.Endpoint;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server that runs as long as the tests of a class, and of those nested in it.
 *
 * <pre>{@code @RegisterExtension static final SharedServer SERVER = …;}</pre>
 */
public abstract class SharedServer implements BeforeAllCallback, AfterAllCallback {

  private int port;
  private int users;

  /** For the runtime's own class. */
  protected SharedServer() {}

  /**
   * Starts on a free port of the loopback address.
   *
   * @return the port
   * @throws Exception if it does not start
   */
  protected abstract int start() throws Exception;

  /**
   * Stops.
   *
   * @throws Exception if it does not
   */
  protected abstract void stop() throws Exception;

  /**
   * The application at the root.
   *
   * @return the endpoint
   */
  public Endpoint endpoint() {
    return Endpoint.atRoot(port());
  }

  /**
   * Where the server listens.
   *
   * @return the port
   * @throws IllegalStateException if no test runs that uses the server
   */
  protected final int port() {
    if (port == 0) {
      throw new IllegalStateException("The server runs only while its tests do");
    }
    return port;
  }

  @Override
  public final void beforeAll(ExtensionContext context) throws Exception {
    if (users++ == 0) {
      port = start();
    }
  }

  @Override
  public final void afterAll(ExtensionContext context) throws Exception {
    if (--users == 0) {
      port = 0;
      stop();
    }
  }
}
