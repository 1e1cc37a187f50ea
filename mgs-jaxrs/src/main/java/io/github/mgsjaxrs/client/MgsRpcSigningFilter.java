package io.github.mgsjaxrs.client;

import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lets a Jakarta REST client sign its calls as a client of the gateway does.
 *
 * <pre>{@code
 * Client client =
 *     ClientBuilder.newClient()
 *         .register(new MgsRpcSigningFilter(app, Clock.systemUTC(), "com.example.orders.place"));
 * client.target(uri).request().post(Entity.json("[{}]"));
 * client
 *     .target(uri)
 *     .request()
 *     .property(MgsRpcSigningFilter.OPERATION_TYPE, "com.example.orders.cancel")
 *     .post(Entity.json("[{}]"));
 * }</pre>
 *
 * <p>It keeps the whole entity in memory, as {@link MgsSigningFilter} does, and signs the bytes
 * that are sent.
 */
@ConstrainedTo(RuntimeType.CLIENT)
public final class MgsRpcSigningFilter implements Feature {

  /** The property of a request that names its operation type. */
  public static final String OPERATION_TYPE = "io.github.mgsjaxrs.client.operation-type";

  private final MgsRpcSigner signer;
  private final Clock clock;
  private final @Nullable String operationType;

  /**
   * Signs every request, each of which names its operation by the property {@link #OPERATION_TYPE}.
   *
   * @param signer the key and how it signs
   * @param clock what tells the time of each signature
   */
  public MgsRpcSigningFilter(MgsRpcSigner signer, Clock clock) {
    this.signer = Objects.requireNonNull(signer, "signer");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.operationType = null;
  }

  /**
   * Signs every request as a call of one operation, unless it names another by the property {@link
   * #OPERATION_TYPE}.
   *
   * @param signer the key and how it signs
   * @param clock what tells the time of each signature
   * @param operationType what is called
   */
  public MgsRpcSigningFilter(MgsRpcSigner signer, Clock clock, String operationType) {
    this.signer = Objects.requireNonNull(signer, "signer");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.operationType = Objects.requireNonNull(operationType, "operationType");
  }

  @Override
  public boolean configure(FeatureContext context) {
    EntitySigner calls =
        (request, contentType, entity) ->
            signer.sign(operationType(request), entity, clock.instant());
    context.register(new SigningRequestFilter(calls));
    context.register(new SigningWriterInterceptor(calls));
    return true;
  }

  private String operationType(ClientRequestContext request) {
    if (request.getProperty(OPERATION_TYPE) instanceof String named) {
      return named;
    }
    if (operationType == null) {
      throw new IllegalStateException(
          "The request names no operation: set its property MgsRpcSigningFilter.OPERATION_TYPE");
    }
    return operationType;
  }
}
