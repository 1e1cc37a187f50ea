package io.github.mgsjaxrs.internal.enforcement;

import io.github.mgsjaxrs.internal.entity.EntityBuffer;
import io.github.mgsjaxrs.internal.scheme.AdmittedRequest;

/**
 * A request whose headers are in order, and what has arrived of its entity.
 *
 * @param admitted the request
 * @param buffer what takes its entity
 */
public record Arrival(AdmittedRequest admitted, EntityBuffer buffer) {}
