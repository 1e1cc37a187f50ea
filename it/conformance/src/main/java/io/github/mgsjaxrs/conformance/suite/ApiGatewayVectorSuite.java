package io.github.mgsjaxrs.conformance.suite;

import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.vectors.SignedVector;

/**
 * Every vector of API Gateway over HTTP, at the root of the server. What is served has to read the
 * headers that were listed as they were signed.
 */
public abstract class ApiGatewayVectorSuite extends VectorSuite {

  /** For the runtime's own class. */
  protected ApiGatewayVectorSuite() {
    super(SuiteKeys.vectorsOfApiGateway(), "vectors of API Gateway");
  }

  @Override
  void isServed(Exchange exchange, SignedVector vector) {
    String id = vector.header(ApiGatewayCall.KEY_ID).orElseThrow();
    GatewayKey key =
        SuiteKeys.ofApiGateway().stream()
            .filter(known -> known.id().equals(id))
            .findFirst()
            .orElseThrow();
    exchange.isServedWholeTo(ApiGatewaySuite.RESOURCE, key);
    Listed.of(exchange).isAsSigned();
  }

  /** What cannot be read at all, a server may refuse by itself. */
  @Override
  void isRefused(Exchange exchange, SignedVector vector) {
    if (vector.status() == 400 && exchange.isRefusedByTheServerAsMalformed()) {
      exchange.reachesNothing();
    } else {
      exchange.isRefusedByApiGateway(vector.status(), vector.rejection().getAsInt());
    }
  }

  /** As not covered, or as a mismatch where the server has changed a header. */
  @Override
  void isRefusedHere(Exchange exchange) {
    exchange.isRefusedByApiGateway(401, 7002);
  }
}
