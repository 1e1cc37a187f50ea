package io.github.mgsjaxrs.client;

import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import jakarta.ws.rs.client.ClientRequestContext;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A client's request as it will stand on the wire. */
final class OutgoingRequest {

  static final String PROPERTY = "io.github.mgsjaxrs.client.request";

  private OutgoingRequest() {}

  static SignedRequest of(
      ClientRequestContext context, @Nullable String contentType, byte[] entity) {
    URI uri = context.getUri();
    String path = uri.getRawPath();
    return SignedRequest.of(
        context.getMethod(),
        path == null || path.isEmpty() ? "/" : path, // RFC 9112, 3.2.1
        uri.getRawQuery(),
        contentType,
        entity);
  }
}
