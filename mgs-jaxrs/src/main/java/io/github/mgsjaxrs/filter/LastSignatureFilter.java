package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.internal.enforcement.MatchedRequests;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/**
 * Runs behind all other filters, and looks once more where {@link SignatureFilter} could not know
 * what runs: a proxy may stand for an object that is made when it is first called, by what other
 * filters found out of the request.
 *
 * <p>Registered by {@code MgsFeature} or found by scanning; applications do not use it directly.
 */
@Provider
@Priority(Integer.MAX_VALUE)
public class LastSignatureFilter implements ContainerRequestFilter {

  @Context private @Nullable ResourceInfo resourceInfo;
  @Context private @Nullable ResourceContext resources;

  private final MatchedRequests matched = new MatchedRequests();

  /** For the JAX-RS runtime. */
  public LastSignatureFilter() {}

  @Override
  public void filter(ContainerRequestContext context) {
    matched.enforceLast(context, resourceInfo, resources);
  }
}
