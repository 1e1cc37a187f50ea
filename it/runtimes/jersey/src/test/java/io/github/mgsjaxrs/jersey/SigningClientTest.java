package io.github.mgsjaxrs.jersey;

import io.github.mgsjaxrs.conformance.server.SharedServer;
import io.github.mgsjaxrs.conformance.suite.ApiGatewayClientSuite;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.SigningClientSuite;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The Jersey client in the gateway's place. */
class SigningClientTest extends SigningClientSuite {

  @RegisterExtension static final SharedServer SERVER = GrizzlyServer.echo(TestVerifiers::builder);

  @Override
  protected Endpoint endpoint() {
    return SERVER.endpoint();
  }

  @Nested
  class SigningHeaders extends ApiGatewayClientSuite {
    @Override
    protected Endpoint endpoint() {
      return SERVER.endpoint();
    }
  }
}
