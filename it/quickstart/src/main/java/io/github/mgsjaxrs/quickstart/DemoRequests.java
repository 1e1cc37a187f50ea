package io.github.mgsjaxrs.quickstart;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Requests for a newcomer to copy. They are signed here as the gateway's documentation says,
 * without any of the library's code.
 */
final class DemoRequests {

  private static final String TARGET = "orders?b=2&a=1";
  private static final String SIGNED_URL = "/orders?a=1&b=2"; // parameters sorted by name
  private static final String BODY = "{\"item\":\"tea\",\"count\":2}";
  private static final String CHANGED_BODY = BODY.replace('2', '3');

  private DemoRequests() {}

  /** Three requests: one that passes, the same with one character changed, an unsigned one. */
  static String text(String baseUri, String salt) {
    String signature = md5Hex(stringToSign() + salt);
    return """

        Three requests to copy. The demo keys are everybody's and protect nothing.

        # signed: 200
        %s

        # the same with one character of the body changed: 401
        %s

        # unsigned: 401
        %s
        """
        .formatted(
            signed(baseUri, signature, BODY),
            signed(baseUri, signature, CHANGED_BODY),
            "curl -i '" + baseUri + TARGET + "'");
  }

  /** The one request that can be known where the keys are the operator's. */
  static String textWithoutDemoKeys(String baseUri) {
    return """

        The keys are those of your settings; no demo key is loaded.

        # unsigned: 401
        %s
        """
        .formatted("curl -i '" + baseUri + TARGET + "'");
  }

  private static String signed(String baseUri, String signature, String body) {
    return "curl -i '"
        + baseUri
        + TARGET
        + "' -H 'X-Mgs-Proxy-Signature: "
        + signature
        + "' -H 'X-Mgs-Proxy-Signature-Secret-Key: "
        + DemoKeys.ID
        + "' -H 'Content-Type: application/json' -d '"
        + body
        + "'";
  }

  private static String stringToSign() {
    return "POST\n" + Base64.getEncoder().encodeToString(md5(BODY)) + "\n" + SIGNED_URL;
  }

  private static String md5Hex(String text) {
    return HexFormat.of().formatHex(md5(text));
  }

  private static byte[] md5(String text) {
    try {
      return MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has MD5", e);
    }
  }
}
