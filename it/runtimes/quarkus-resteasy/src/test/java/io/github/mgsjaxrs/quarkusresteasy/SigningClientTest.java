package io.github.mgsjaxrs.quarkusresteasy;

import io.github.mgsjaxrs.conformance.suite.ApiGatewayClientSuite;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.SignedByClientSuite;
import io.github.mgsjaxrs.conformance.suite.SigningClientSuite;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.util.Set;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.impl.client.HttpClientBuilder;
import org.jboss.resteasy.client.jaxrs.ResteasyClientBuilder;
import org.jboss.resteasy.client.jaxrs.engines.ApacheHttpClientEngine;
import org.junit.jupiter.api.Nested;

/** The RESTEasy client in the gateway's place. */
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

    /** Its HTTP client takes an empty segment out of the path, unless it is told not to. */
    @Override
    protected Set<String> impossible() {
      return Set.of("GET /orders/a//b/", "POST /orders/a//b/");
    }
  }

  @Nested
  class SentWithoutNormalizing extends SignedByClientSuite {
    @Override
    protected Endpoint endpoint() {
      return QuarkusServer.endpoint();
    }

    @Override
    protected Client newClient() {
      RequestConfig asGiven = RequestConfig.custom().setNormalizeUri(false).build();
      return ((ResteasyClientBuilder) ClientBuilder.newBuilder())
          .httpEngine(
              ApacheHttpClientEngine.create(
                  HttpClientBuilder.create().setDefaultRequestConfig(asGiven).build(), true))
          .build();
    }
  }
}
