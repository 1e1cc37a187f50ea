package io.github.mgsjaxrs;

/**
 * A way of signing requests. Each has headers, a text to sign and algorithms of its own; filter,
 * replay of the entity, keys and verdicts are the same for all of them.
 */
public enum Scheme {
  /**
   * What the gateway signs for the backends behind it: {@code X-Mgs-Proxy-Signature} over method,
   * content MD5 and URL (MGS, "Backend signature verification").
   *
   * @see io.github.mgsjaxrs.MgsSigned
   */
  BACKEND("MGS-Signature"),
  /**
   * What a client signs for the gateway: {@code Sign} over operation type, body and timestamp. For
   * those who end such calls themselves.
   *
   * @see io.github.mgsjaxrs.MgsRpcSigned
   */
  RPC("MGS-RPC-Signature"),
  /**
   * What Huawei Cloud's marketplace KooGallery signs for sellers: {@code authToken} over the
   * parameters of a query, or {@code signature} over the body.
   */
  KOOGALLERY("KooGallery");

  private final String authentication;

  Scheme(String authentication) {
    this.authentication = authentication;
  }

  /**
   * The name in {@code WWW-Authenticate}, and of {@code SecurityContext.getAuthenticationScheme()}.
   *
   * @return a token
   */
  public String authentication() {
    return authentication;
  }
}
