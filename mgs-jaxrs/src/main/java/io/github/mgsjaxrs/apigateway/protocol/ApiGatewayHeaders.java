package io.github.mgsjaxrs.apigateway.protocol;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The headers by which API Gateway signs a request (API Gateway, "Backend signature"). */
public final class ApiGatewayHeaders {

  /** The signature, in Base64. */
  public static final String SIGNATURE = "X-Ca-Proxy-Signature";

  /** The id of the secret. */
  public static final String KEY = "X-Ca-Proxy-Signature-Secret-Key";

  /** The names of the headers that are signed, with commas between. */
  public static final String LIST = "X-Ca-Proxy-Signature-Headers";

  /** All three, that of the signature first. */
  public static final List<String> NAMES = List.of(SIGNATURE, KEY, LIST);

  /** What no signature is of: itself, and the list that says what it is of. */
  private static final Set<String> UNSIGNED =
      Set.of(SIGNATURE.toLowerCase(Locale.ROOT), LIST.toLowerCase(Locale.ROOT));

  private ApiGatewayHeaders() {}

  /**
   * Whether a header may be listed. The signature cannot be of itself, and the list is not signed.
   * The header of the key may: clients are known that sign it, and it is the same for everybody who
   * reads it, as it may be sent only once.
   *
   * @param lowerCaseName a name in lower case
   * @return false for the signature and the list
   */
  public static boolean maySign(String lowerCaseName) {
    return !UNSIGNED.contains(lowerCaseName);
  }
}
