package io.github.mgsjaxrs.conformance.wire;

/**
 * One header line.
 *
 * @param name the name as it is written
 * @param value the value, sent as UTF-8
 */
public record Header(String name, String value) {}
