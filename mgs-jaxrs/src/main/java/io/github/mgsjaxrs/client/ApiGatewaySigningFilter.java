package io.github.mgsjaxrs.client;

import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets a Jakarta REST client sign its requests as API Gateway does.
 *
 * <pre>{@code
 * Client client = ClientBuilder.newClient().register(new ApiGatewaySigningFilter(signer));
 * }</pre>
 *
 * <p>It signs the headers that the signer names, as they are when all other filters are done. What
 * the client adds behind them ({@code Host}, {@code User-Agent}, {@code Content-Length}, and {@code
 * Accept} where none is set) it cannot see: do not name these. A header with several values is not
 * signed: {@link IllegalStateException}. It keeps the whole entity in memory, as {@link
 * MgsSigningFilter} does, and signs the bytes that are sent.
 */
@ConstrainedTo(RuntimeType.CLIENT)
public final class ApiGatewaySigningFilter implements Feature {

  private final ApiGatewaySigner signer;

  /**
   * Signs every request of the client it is registered with.
   *
   * @param signer the key, and which headers it signs
   */
  public ApiGatewaySigningFilter(ApiGatewaySigner signer) {
    this.signer = Objects.requireNonNull(signer, "signer");
  }

  @Override
  public boolean configure(FeatureContext context) {
    EntitySigner requests =
        (request, contentType, entity) ->
            signer.sign(
                OutgoingRequest.of(request, contentType, entity), headers(request, contentType));
    context.register(new SigningRequestFilter(requests));
    context.register(new SigningWriterInterceptor(requests));
    return true;
  }

  private Map<String, String> headers(ClientRequestContext request, @Nullable String contentType) {
    Map<String, String> headers = new HashMap<>();
    for (String name : signer.signedHeaders()) {
      // a writer may have chosen the type of an entity; without one the header is sent as it is set
      List<String> values =
          name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE) && request.hasEntity()
              ? List.of(typeOf(contentType))
              : values(request, name);
      if (values.size() > 1) {
        throw new IllegalStateException(
            "The header '"
                + name
                + "' has several values, and nobody documents how these are signed: set one");
      }
      if (!values.isEmpty()) {
        headers.put(name, values.get(0));
      }
    }
    return headers;
  }

  private static String typeOf(@Nullable String contentType) {
    if (contentType == null) {
      throw new IllegalStateException(
          "Nobody knows which Content-Type the client sends with the entity, so it cannot be signed:"
              + " give the entity a media type");
    }
    return contentType;
  }

  /** Some clients keep names as they were set, and find them in this case alone. */
  private static List<String> values(ClientRequestContext request, String name) {
    List<String> values = new ArrayList<>();
    request
        .getStringHeaders()
        .forEach(
            (set, given) -> {
              if (set.equalsIgnoreCase(name)) {
                values.addAll(given);
              }
            });
    return values;
  }
}
