package io.github.mgsjaxrs.apigateway.internal;

import io.github.mgsjaxrs.apigateway.protocol.SignedHeaders;
import io.github.mgsjaxrs.internal.scheme.SignatureClaim;
import java.util.List;

/**
 * What a request says of its signature.
 *
 * @param signature the signature as written
 * @param keyId the id of the key, as written
 * @param headers the headers that it is of
 */
record ApiGatewayClaim(String signature, String keyId, SignedHeaders headers)
    implements SignatureClaim {

  @Override
  public List<String> keyIds() {
    return List.of(keyId);
  }
}
