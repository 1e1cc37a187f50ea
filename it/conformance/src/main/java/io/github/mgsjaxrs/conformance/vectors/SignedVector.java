package io.github.mgsjaxrs.conformance.vectors;

import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.Header;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One request with its right answer.
 *
 * @param name what it shows, and the algorithm: {@code json-post/SM2}
 * @param algorithm the algorithm of the key that it names
 * @param method the method
 * @param target the request line's target, byte for byte
 * @param headers in the order of sending, repeated names repeated
 * @param body the body's bytes, empty where there is none
 * @param stringToSign the text that was signed, null where the vector has none
 * @param rejection the code of the problem document; empty when the request is to be accepted
 * @param status the HTTP status of the problem document
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and a list of bytes serves nobody
public record SignedVector(
    String name,
    String algorithm,
    String method,
    String target,
    List<Header> headers,
    byte[] body,
    @Nullable String stringToSign,
    OptionalInt rejection,
    int status) {

  /** Copies the headers. */
  public SignedVector {
    headers = List.copyOf(headers);
  }

  /**
   * The request as it goes over the wire: POST, PUT and PATCH carry a Content-Length even for an
   * empty body.
   *
   * @return the request
   */
  public RawRequest request() {
    boolean carriesBody = body.length > 0 || List.of("POST", "PUT", "PATCH").contains(method);
    return RawRequest.of(method, target)
        .headers(headers)
        .body(body, carriesBody ? new Framing.Length() : new Framing.None());
  }

  /**
   * The only value of a header.
   *
   * @param name compared without case
   * @return empty where it was not sent
   */
  public Optional<String> header(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }

  @Override
  public String toString() {
    return name;
  }
}
