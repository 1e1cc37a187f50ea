package io.github.mgsjaxrs.quarkusrest;

import io.github.mgsjaxrs.conformance.suite.Endpoint;
import org.eclipse.microprofile.config.ConfigProvider;

/** Where Quarkus listens, in this process. */
final class QuarkusServer {

  private QuarkusServer() {}

  static Endpoint endpoint() {
    return below("");
  }

  static Endpoint below(String base) {
    int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    return new Endpoint("127.0.0.1", port, base);
  }
}
