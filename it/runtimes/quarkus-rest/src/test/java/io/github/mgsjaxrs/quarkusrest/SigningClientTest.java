package io.github.mgsjaxrs.quarkusrest;

import io.github.mgsjaxrs.conformance.suite.ApiGatewayClientSuite;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.SignedByClientSuite;
import io.github.mgsjaxrs.conformance.suite.SigningClientSuite;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Nested;

/** The Quarkus REST client in the gateway's place. */
@QuarkusTest
class SigningClientTest {

  @Nested
  class Signing extends SigningClientSuite {
    @Override
    protected Endpoint endpoint() {
      return QuarkusServer.endpoint();
    }
  }

  @Nested
  class SigningHeaders extends ApiGatewayClientSuite {
    @Override
    protected Endpoint endpoint() {
      return QuarkusServer.endpoint();
    }
  }

  @Nested
  class Sent extends SignedByClientSuite {
    @Override
    protected Endpoint endpoint() {
      return QuarkusServer.endpoint();
    }
  }
}
