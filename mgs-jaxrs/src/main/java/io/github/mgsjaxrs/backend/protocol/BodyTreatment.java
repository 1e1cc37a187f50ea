package io.github.mgsjaxrs.backend.protocol;

import io.github.mgsjaxrs.request.ContentType;

/**
 * How a body enters the string to sign (MGS, "Backend signature verification", "Content-MD5": empty
 * unless the method is PUT or POST, and empty if the body is a form, whose fields stand in the
 * URL).
 */
public enum BodyTreatment {
  /** Its fields are parameters of the URL. */
  FORM,
  /** Its MD5 is signed. */
  HASHED,
  /** It is not signed. */
  UNSIGNED;

  /**
   * The treatment of a request's body.
   *
   * @param method the request method
   * @param contentType what the body is
   * @return how it is signed
   */
  public static BodyTreatment of(String method, ContentType contentType) {
    if (contentType.isForm()) {
      return FORM;
    }
    return method.equalsIgnoreCase("POST") || method.equalsIgnoreCase("PUT") ? HASHED : UNSIGNED;
  }
}
