package io.github.mgsjaxrs;

import java.util.Locale;

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
  BACKEND("MGS-Signature", "salt", false, false),
  /**
   * What a client signs for the gateway: {@code Sign} over operation type, body and timestamp. For
   * those who end such calls themselves.
   *
   * @see io.github.mgsjaxrs.MgsRpcSigned
   */
  RPC("MGS-RPC-Signature", "secret", true, false),
  /**
   * What Huawei Cloud's marketplace KooGallery signs for sellers: {@code authToken} over the
   * parameters of a query, or {@code signature} over the body.
   */
  KOOGALLERY("KooGallery", "access key", false, false),
  /**
   * What Alibaba Cloud API Gateway signs for the backends behind it: {@code X-Ca-Proxy-Signature}
   * over method, content MD5, the headers that it lists, and URL (API Gateway, "Backend
   * signature").
   *
   * @see io.github.mgsjaxrs.ApiGatewaySigned
   */
  API_GATEWAY("API-Gateway-Signature", "secret", false, true);

  private final String authentication;
  private final String secret;
  private final boolean operations;
  private final boolean headers;

  Scheme(String authentication, String secret, boolean operations, boolean headers) {
    this.authentication = authentication;
    this.secret = secret;
    this.operations = operations;
    this.headers = headers;
  }

  /**
   * The name in {@code WWW-Authenticate}, and of {@code SecurityContext.getAuthenticationScheme()}.
   *
   * @return a token
   */
  public String authentication() {
    return authentication;
  }

  /**
   * Its name in settings, as {@code mgs.protect."<pattern>".scheme} takes it.
   *
   * @return the constant's name in lower case, as one word
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace("_", "");
  }

  /**
   * What those who sign call the secret that both sides share.
   *
   * @return a noun: {@code salt}, {@code secret} or {@code access key}
   */
  public String secret() {
    return secret;
  }

  /**
   * Whether a signature names what is called, so that a resource or a path can admit some
   * operations alone.
   *
   * @return true for {@link #RPC}
   */
  public boolean hasOperations() {
    return operations;
  }

  /**
   * Whether a signature may be of headers of the application, so that a resource can ask for some.
   *
   * @return true for {@link #API_GATEWAY}
   */
  public boolean signsHeaders() {
    return headers;
  }
}
