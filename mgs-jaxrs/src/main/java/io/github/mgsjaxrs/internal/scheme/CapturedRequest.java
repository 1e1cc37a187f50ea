package io.github.mgsjaxrs.internal.scheme;

import io.github.mgsjaxrs.internal.request.RequestLine;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.internal.request.SchemeHeaders;
import io.github.mgsjaxrs.internal.request.SentHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request outside of any runtime, with all of its headers.
 *
 * @param method the method as it was sent
 * @param target path and query as they were sent
 * @param headers all values of a header by its name in lower case
 */
public record CapturedRequest(
    String method, RequestLine target, Map<String, List<String>> headers) {

  /** Whether it has a header, empty or not. */
  public boolean has(String name) {
    return headers.containsKey(name.toLowerCase(Locale.ROOT));
  }

  /** All values of a header. */
  public List<String> values(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  /**
   * What the filters would remember of it.
   *
   * @param schemes the headers of each scheme
   */
  public RequestSnapshot snapshot(List<SchemeHeaders> schemes) {
    return new RequestSnapshot(
        method,
        target,
        SentHeaders.of(schemes, this::values),
        values("Content-Type"),
        values("Content-Length"),
        !values("Transfer-Encoding").isEmpty(),
        values("Content-Encoding").stream()
            .anyMatch(encoding -> !encoding.strip().equalsIgnoreCase("identity")));
  }
}
