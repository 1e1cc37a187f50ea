package io.github.mgsjaxrs.client;

import jakarta.ws.rs.client.ClientRequestContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What signs a client's request once all of it is known. */
@FunctionalInterface
interface EntitySigner {

  /**
   * Signs a request.
   *
   * @param request the request, whose filters have all run
   * @param contentType the type of its entity, or null
   * @param entity the bytes that are sent, empty if there are none
   * @return the headers to set
   */
  Map<String, String> sign(
      ClientRequestContext request, @Nullable String contentType, byte[] entity);
}
