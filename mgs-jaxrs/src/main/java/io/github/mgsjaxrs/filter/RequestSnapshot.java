package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.protocol.BodyTreatment;
import io.github.mgsjaxrs.protocol.ContentType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a request before any other filter can change it.
 *
 * @param method the method as it was sent
 * @param target the target as it was sent
 * @param signatures all values of the signature header
 * @param keyIds all values of the key header
 * @param contentTypes all values of Content-Type
 * @param contentLengths all values of Content-Length
 * @param chunked whether there is a Transfer-Encoding
 * @param encoded whether there is a Content-Encoding other than identity
 */
record RequestSnapshot(
    String method,
    RequestLine target,
    List<String> signatures,
    List<String> keyIds,
    List<String> contentTypes,
    List<String> contentLengths,
    boolean chunked,
    boolean encoded) {

  static final String SIGNATURE_HEADER = "X-Mgs-Proxy-Signature";
  static final String KEY_HEADER = "X-Mgs-Proxy-Signature-Secret-Key";

  private static final long UNKNOWN = -1;

  static RequestSnapshot of(ContainerRequestContext context, RawTarget source) {
    return new RequestSnapshot(
        context.getMethod(),
        source.of(context),
        source.headers(context, SIGNATURE_HEADER),
        source.headers(context, KEY_HEADER),
        source.headers(context, HttpHeaders.CONTENT_TYPE),
        source.headers(context, HttpHeaders.CONTENT_LENGTH),
        !source.headers(context, "Transfer-Encoding").isEmpty(),
        source.headers(context, HttpHeaders.CONTENT_ENCODING).stream()
            .anyMatch(encoding -> !encoding.strip().toLowerCase(Locale.ROOT).equals("identity")));
  }

  ContentType contentType() {
    return ContentType.of(contentTypes.isEmpty() ? null : contentTypes.get(0));
  }

  BodyTreatment treatment() {
    return BodyTreatment.of(method, contentType());
  }

  /**
   * The announced length of the entity.
   *
   * @return bytes; -1 if none is announced; null if what is announced is not one length
   */
  @Nullable Long announcedLength() {
    if (contentLengths.isEmpty()) {
      return UNKNOWN;
    }
    String first = contentLengths.get(0).strip();
    if (contentLengths.size() > 1 || first.isEmpty() || first.length() > 18) {
      return null;
    }
    long length = 0;
    for (int i = 0; i < first.length(); i++) {
      char c = first.charAt(i);
      if (c < '0' || c > '9') {
        return null;
      }
      length = length * 10 + (c - '0');
    }
    return length;
  }
}
