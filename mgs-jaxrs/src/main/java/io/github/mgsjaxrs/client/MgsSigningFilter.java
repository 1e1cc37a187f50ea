package io.github.mgsjaxrs.client;

import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.util.Objects;

/**
 * Lets a Jakarta REST client sign its requests as the gateway does: a test then calls a protected
 * resource as it calls any other.
 *
 * <pre>{@code
 * Client client = ClientBuilder.newClient().register(new MgsSigningFilter(signer));
 * }</pre>
 *
 * <p>It consists of a client request filter, which runs after all others and signs requests without
 * an entity, and of a writer interceptor, which runs before all others: it signs the bytes as they
 * will be sent, so it keeps the whole entity in memory. Both take the URI that the request has when
 * all other filters are done.
 *
 * <p>A redirect that the client follows by itself is sent with the headers of the first request,
 * and refused.
 */
@ConstrainedTo(RuntimeType.CLIENT)
public final class MgsSigningFilter implements Feature {

  private final MgsSigner signer;

  /**
   * Signs every request of the client it is registered with.
   *
   * @param signer the key and how it signs
   */
  public MgsSigningFilter(MgsSigner signer) {
    this.signer = Objects.requireNonNull(signer, "signer");
  }

  @Override
  public boolean configure(FeatureContext context) {
    // their priorities stand in annotations: Jersey takes no negative one from a registration
    EntitySigner requests =
        (request, contentType, entity) ->
            signer.sign(OutgoingRequest.of(request, contentType, entity));
    context.register(new SigningRequestFilter(requests));
    context.register(new SigningWriterInterceptor(requests));
    return true;
  }
}
