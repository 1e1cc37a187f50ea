package io.github.mgsjaxrs.filter;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;

/**
 * Where the request target comes from: the lowest layer of the runtime that still has it as it was
 * sent, below everything that honours forwarded headers or normalises paths.
 */
interface RawTarget {

  /**
   * The target of a request.
   *
   * @param context the request
   * @return the raw target
   */
  RequestLine of(ContainerRequestContext context);

  /**
   * The names of the parameters that a layer below has already parsed out of the body, where that
   * is known: when the entity then reads as empty, somebody consumed it.
   *
   * @param context the request
   * @return the names in query and body together; empty if this source cannot tell
   */
  default Set<String> parsedParameterNames(ContainerRequestContext context) {
    return Set.of();
  }

  /**
   * Leaves the entity where layers below can hand it out again, if this source knows such a place.
   *
   * @param context the request
   * @param entity what was read
   */
  default void keep(ContainerRequestContext context, ReplayableEntity entity) {}
}
