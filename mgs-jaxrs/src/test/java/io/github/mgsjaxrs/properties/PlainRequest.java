package io.github.mgsjaxrs.properties;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import java.nio.charset.Charset;

/**
 * A request, and what somebody who knows how it was made can say about it.
 *
 * @param method the method as sent
 * @param path the raw path
 * @param query the raw query, empty for none
 * @param form whether the body is a form
 * @param charset the charset that a form declares
 * @param body the body's bytes, empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record PlainRequest(
    String method, String path, String query, boolean form, Charset charset, byte[] body) {

  /** The same as the library sees it. */
  public SignedRequest signed() {
    String type =
        form
            ? "application/x-www-form-urlencoded; charset=" + charset.name()
            : "application/json; charset=" + charset.name();
    return SignedRequest.of(method, path, query.isEmpty() ? null : query, type, body);
  }

  PlainRequest withMethod(String changed) {
    return new PlainRequest(changed, path, query, form, charset, body);
  }

  PlainRequest withPath(String changed) {
    return new PlainRequest(method, changed, query, form, charset, body);
  }

  PlainRequest withQuery(String changed) {
    return new PlainRequest(method, path, changed, form, charset, body);
  }

  PlainRequest withForm(boolean changed) {
    return new PlainRequest(method, path, query, changed, charset, body);
  }

  PlainRequest withBody(byte[] changed) {
    return new PlainRequest(method, path, query, form, charset, changed);
  }

  @Override
  public String toString() {
    return method
        + " "
        + path
        + (query.isEmpty() ? "" : "?" + query)
        + (form ? " form " : " body ")
        + charset
        + " "
        + new String(body, ISO_8859_1);
  }
}
