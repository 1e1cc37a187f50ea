package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.internal.enforcement.MatchedRequests;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/**
 * Runs for every matched request and verifies those whose method is protected: by a mark anywhere
 * on the way to it, or by its path.
 *
 * <p>Name binding alone would leave marked resources open, on every runtime in other places.
 * Registered by {@code MgsFeature} or found by scanning; applications do not use it directly.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class SignatureFilter implements ContainerRequestFilter {

  @Context private @Nullable ResourceInfo resourceInfo;
  @Context private @Nullable ResourceContext resources;
  @Context private @Nullable Configuration configuration;

  private final MatchedRequests matched = new MatchedRequests();

  /** For the JAX-RS runtime. */
  public SignatureFilter() {}

  @Override
  public void filter(ContainerRequestContext context) {
    matched.enforce(context, resourceInfo, resources, null, configuration);
  }
}
