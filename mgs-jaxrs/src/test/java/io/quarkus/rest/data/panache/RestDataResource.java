package io.quarkus.rest.data.panache;

/** Stands in for the interface of this name, which is known by it. */
public interface RestDataResource {}
