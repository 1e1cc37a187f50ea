package io.github.mgsjaxrs.internal.url;

import io.github.mgsjaxrs.backend.protocol.Body;
import io.github.mgsjaxrs.backend.protocol.BodyTreatment;
import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.ContentMd5;
import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import io.github.mgsjaxrs.internal.crypto.JdkDigest;
import io.github.mgsjaxrs.internal.entity.TranscodedMd5;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.request.ContentType;
import io.github.mgsjaxrs.request.MalformedRequestException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;

/** What a text has of a request. */
public final class UrlRequest {

  private UrlRequest() {}

  /** How a request's body enters the text. */
  public static BodyTreatment treatment(RequestSnapshot request) {
    return BodyTreatment.of(request.method(), request.contentType());
  }

  /** A request whose body was read. */
  public static SignedRequest of(RequestSnapshot request, Body body) {
    return new SignedRequest(
        request.method(),
        request.target().path(),
        request.target().query(),
        request.contentType(),
        body);
  }

  /**
   * A request whose body is in memory.
   *
   * @param request the request as it was sent
   * @param body all of its entity
   * @param choices how its body is hashed
   * @throws MalformedRequestException if the declared charset is not known
   * @throws IOException if the body is not valid in it
   */
  public static SignedRequest of(RequestSnapshot request, byte[] body, Canonicalization choices)
      throws MalformedRequestException, IOException {
    ContentType type = request.contentType();
    return of(
        request,
        switch (treatment(request)) {
          case FORM -> new Body.Form(body);
          case UNSIGNED -> new Body.Unsigned(body.length);
          case HASHED -> new Body.Hashed(body.length, md5(type, body, choices));
        });
  }

  private static byte[] md5(ContentType type, byte[] body, Canonicalization choices)
      throws MalformedRequestException, IOException {
    Charset charset = ContentMd5.transcodedFrom(type, choices);
    return charset == null || body.length == 0
        ? JdkDigest.MD5.of(body)
        : TranscodedMd5.of(new ByteArrayInputStream(body), charset, JdkDigest.MD5.fresh());
  }
}
