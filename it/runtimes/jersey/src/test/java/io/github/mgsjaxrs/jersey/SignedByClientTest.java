package io.github.mgsjaxrs.jersey;

import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.SignedByClientSuite;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the Jersey client sends. */
class SignedByClientTest extends SignedByClientSuite {

  @RegisterExtension static final SharedServer SERVER = GrizzlyServer.echo(TestVerifiers::builder);

  @Override
  protected Endpoint endpoint() {
    return SERVER.endpoint();
  }
}
