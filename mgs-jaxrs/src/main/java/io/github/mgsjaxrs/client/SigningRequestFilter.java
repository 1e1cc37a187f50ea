package io.github.mgsjaxrs.client;

import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.io.IOException;

/** Signs what has no entity, and leaves the request to the interceptor of what has one. */
@Priority(Integer.MAX_VALUE)
final class SigningRequestFilter implements ClientRequestFilter {

  private final EntitySigner signer;

  SigningRequestFilter(EntitySigner signer) {
    this.signer = signer;
  }

  @Override
  public void filter(ClientRequestContext context) throws IOException {
    context.setProperty(OutgoingRequest.PROPERTY, context);
    if (context.hasEntity()) {
      QuarkusRestEntity.lead(context);
    } else {
      signer.sign(context, null, new byte[0]).forEach(context.getHeaders()::putSingle);
    }
  }
}
