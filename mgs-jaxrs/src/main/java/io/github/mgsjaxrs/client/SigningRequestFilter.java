package io.github.mgsjaxrs.client;

import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/** Signs what has no entity, and leaves the request to the interceptor of what has one. */
@Priority(Integer.MAX_VALUE)
final class SigningRequestFilter implements ClientRequestFilter {

  private final MgsSigner signer;

  SigningRequestFilter(MgsSigner signer) {
    this.signer = signer;
  }

  @Override
  public void filter(ClientRequestContext context) {
    context.setProperty(OutgoingRequest.PROPERTY, context);
    if (!context.hasEntity()) {
      signer
          .sign(OutgoingRequest.of(context, null, new byte[0]))
          .forEach(context.getHeaders()::putSingle);
    }
  }
}
