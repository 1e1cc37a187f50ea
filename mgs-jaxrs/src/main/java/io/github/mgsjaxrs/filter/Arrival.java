package io.github.mgsjaxrs.filter;

/**
 * A request whose headers are in order, and what has arrived of its entity.
 *
 * @param admitted the request
 * @param buffer what takes its entity
 */
record Arrival(AdmittedRequest admitted, EntityBuffer buffer) {}
