package io.github.mgsjaxrs.rpc.protocol;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.internal.request.Escaping;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The names of the headers that an RPC request is signed with ({@code mgs.rpc.header.*}).
 *
 * <p>The defaults were observed; no page of the gateway's documentation tells them. Upper and lower
 * case do not matter.
 *
 * @param appId names the key ({@code AppId})
 * @param timestamp when it was signed ({@code Ts})
 * @param signature the signature ({@code Sign})
 * @param signType its algorithm ({@code signType})
 * @param operationType what is called ({@code Operation-Type})
 */
public record RpcHeaders(
    String appId, String timestamp, String signature, String signType, String operationType) {

  // RFC 9110, 5.6.2
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  /** What these headers mean is settled elsewhere. */
  private static final List<String> TAKEN =
      List.of(
          "host",
          "content-type",
          "content-length",
          "content-encoding",
          "transfer-encoding",
          "x-mgs-proxy-signature",
          "x-mgs-proxy-signature-secret-key");

  /** The names that were observed. */
  public static final RpcHeaders DEFAULT =
      new RpcHeaders("AppId", "Ts", "Sign", "signType", "Operation-Type");

  /**
   * Checks the names.
   *
   * @throws MgsConfigurationException if one is no header's name, or two are the same
   */
  public RpcHeaders {
    requireName(appId);
    requireName(timestamp);
    requireName(signature);
    requireName(signType);
    requireName(operationType);
    List<String> names =
        List.of(
            lowerCase(appId),
            lowerCase(timestamp),
            lowerCase(signature),
            lowerCase(signType),
            lowerCase(operationType));
    if (names.stream().distinct().count() < names.size()) {
      throw new MgsConfigurationException(
          "Two headers have one name (they are "
              + String.join(", ", names)
              + "): give each its own");
    }
  }

  private static void requireName(String name) {
    if (!TOKEN.matcher(name).matches() || TAKEN.contains(lowerCase(name))) {
      throw new MgsConfigurationException(
          "A header is called '"
              + Escaping.oneLine(name)
              + "': the name of a header that has no other meaning is needed");
    }
  }

  private static String lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /**
   * Sets {@code mgs.rpc.header.app-id}.
   *
   * @param name the header that names the key
   * @return headers with this name
   */
  public RpcHeaders withAppId(String name) {
    return new RpcHeaders(name, timestamp, signature, signType, operationType);
  }

  /**
   * Sets {@code mgs.rpc.header.timestamp}.
   *
   * @param name the header with the time
   * @return headers with this name
   */
  public RpcHeaders withTimestamp(String name) {
    return new RpcHeaders(appId, name, signature, signType, operationType);
  }

  /**
   * Sets {@code mgs.rpc.header.signature}.
   *
   * @param name the header with the signature
   * @return headers with this name
   */
  public RpcHeaders withSignature(String name) {
    return new RpcHeaders(appId, timestamp, name, signType, operationType);
  }

  /**
   * Sets {@code mgs.rpc.header.sign-type}.
   *
   * @param name the header with the algorithm
   * @return headers with this name
   */
  public RpcHeaders withSignType(String name) {
    return new RpcHeaders(appId, timestamp, signature, name, operationType);
  }

  /**
   * Sets {@code mgs.rpc.header.operation-type}.
   *
   * @param name the header with what is called
   * @return headers with this name
   */
  public RpcHeaders withOperationType(String name) {
    return new RpcHeaders(appId, timestamp, signature, signType, name);
  }
}
