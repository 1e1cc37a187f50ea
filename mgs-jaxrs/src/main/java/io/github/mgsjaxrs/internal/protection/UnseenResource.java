package io.github.mgsjaxrs.internal.protection;

/**
 * Stands in a list of matched resources for one of which nobody knows the object or its class.
 *
 * @param named the class that the runtime names in its place
 */
public record UnseenResource(Class<?> named) {}
