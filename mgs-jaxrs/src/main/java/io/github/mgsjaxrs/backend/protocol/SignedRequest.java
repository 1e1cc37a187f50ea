package io.github.mgsjaxrs.backend.protocol;

import io.github.mgsjaxrs.internal.crypto.JdkDigest;
import io.github.mgsjaxrs.request.ContentType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a request that the gateway signs, as they were sent.
 *
 * <pre>{@code
 * SignedRequest request = SignedRequest.of("GET", "/test/testSign", "c=3&a=1", null, new byte[0]);
 * }</pre>
 *
 * @param method the request method
 * @param path the raw path, from the first slash after host and port up to the question mark, with
 *     the context path and with its percent escapes as they were sent
 * @param query the raw query without its question mark, or null if there is none
 * @param contentType the declared type of the body
 * @param body the body
 */
public record SignedRequest(
    String method, String path, @Nullable String query, ContentType contentType, Body body) {

  /** Checks that all parts but the query are there. */
  public SignedRequest {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(contentType, "contentType");
    Objects.requireNonNull(body, "body");
  }

  /**
   * A request whose body is in memory.
   *
   * @param method the request method
   * @param path the raw path
   * @param query the raw query, or null
   * @param contentType the value of the Content-Type header, or null
   * @param body the body's bytes, empty if there is none
   * @return the request
   */
  public static SignedRequest of(
      String method,
      String path,
      @Nullable String query,
      @Nullable String contentType,
      byte[] body) {
    ContentType type = ContentType.of(contentType);
    Body signed =
        switch (BodyTreatment.of(method, type)) {
          case FORM -> new Body.Form(body);
          case HASHED -> new Body.Hashed(body.length, JdkDigest.MD5.of(body));
          case UNSIGNED -> new Body.Unsigned(body.length);
        };
    return new SignedRequest(method, path, query, type, signed);
  }
}
