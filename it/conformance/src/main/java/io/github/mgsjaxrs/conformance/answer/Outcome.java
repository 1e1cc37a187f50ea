package io.github.mgsjaxrs.conformance.answer;

/**
 * An answer as an object.
 *
 * @param resultCode the code
 * @param resultMsg the message
 */
public record Outcome(String resultCode, String resultMsg) {}
