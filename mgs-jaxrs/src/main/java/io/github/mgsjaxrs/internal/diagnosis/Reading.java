package io.github.mgsjaxrs.internal.diagnosis;

import org.jspecify.annotations.Nullable;

/**
 * A string to sign in its parts.
 *
 * @param method the first line, without its line feed
 * @param contentMd5 the second line with its line feed, if it has one
 * @param headers the lines of signed headers, each with its line feed; empty where none is signed
 * @param path the path; null if it cannot be written
 * @param parameters the question mark and what follows it; null if it cannot be written
 * @param end what stands behind all
 */
public record Reading(
    String method,
    String contentMd5,
    String headers,
    @Nullable String path,
    @Nullable String parameters,
    String end) {

  /** The whole text; null where a part of it cannot be written. */
  public @Nullable String text() {
    return path == null || parameters == null
        ? null
        : method + '\n' + contentMd5 + headers + path + parameters + end;
  }

  public Reading withMethod(String other) {
    return new Reading(other, contentMd5, headers, path, parameters, end);
  }

  public Reading withContentMd5(String other) {
    return new Reading(method, other, headers, path, parameters, end);
  }

  public Reading withHeaders(String other) {
    return new Reading(method, contentMd5, other, path, parameters, end);
  }

  public Reading withPath(@Nullable String other) {
    return new Reading(method, contentMd5, headers, other, parameters, end);
  }

  public Reading withParameters(@Nullable String other) {
    return new Reading(method, contentMd5, headers, path, other, end);
  }

  public Reading withEnd(String other) {
    return new Reading(method, contentMd5, headers, path, parameters, other);
  }
}
