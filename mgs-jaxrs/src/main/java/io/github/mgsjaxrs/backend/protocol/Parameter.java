package io.github.mgsjaxrs.backend.protocol;

/**
 * One parameter as it enters the string to sign.
 *
 * @param name the name, decoded or raw as the canonicalization says
 * @param value the value, empty if there is none
 * @param assigned whether an equals sign stood after the name
 */
record Parameter(String name, String value, boolean assigned) {}
