package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.ApiGatewaySigned;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.internal.enforcement.MatchedRequests;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/**
 * The twin of {@link SignatureFilter} that the runtime itself binds to marked resources: what
 * either of them takes for protected is protected.
 */
@Provider
@ApiGatewaySigned
@Priority(Priorities.AUTHENTICATION)
public class BoundApiGatewayFilter implements ContainerRequestFilter {

  @Context private @Nullable ResourceInfo resourceInfo;
  @Context private @Nullable ResourceContext resources;

  private final MatchedRequests matched = new MatchedRequests();

  /** For the JAX-RS runtime. */
  public BoundApiGatewayFilter() {}

  @Override
  public void filter(ContainerRequestContext context) {
    matched.enforce(context, resourceInfo, resources, Scheme.API_GATEWAY, null);
  }
}
