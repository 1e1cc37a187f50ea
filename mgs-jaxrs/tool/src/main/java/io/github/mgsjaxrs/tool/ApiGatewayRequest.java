package io.github.mgsjaxrs.tool;

import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.apigateway.ApiGatewaySettings;
import io.github.mgsjaxrs.apigateway.protocol.ApiGatewayHeaders;
import io.github.mgsjaxrs.apigateway.protocol.HeaderCharset;
import io.github.mgsjaxrs.client.ApiGatewaySigner;
import io.github.mgsjaxrs.internal.request.Escaping;
import io.github.mgsjaxrs.internal.request.HeaderNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A request that is signed as API Gateway does for backends.
 *
 * @param given the headers that are signed, each as {@code name: value}, or {@code Content-Type}
 *     for that of the body
 */
record ApiGatewayRequest(List<String> given) {

  private static final String CONTENT_TYPE = "Content-Type";

  /** What the message itself says of its body. */
  private static final Set<String> OF_THE_BODY = Set.of("content-length", "transfer-encoding");

  /** What is sent: these headers and those of the signature. */
  Map<String, String> sign(SigningKey key, OutgoingRequest outgoing) {
    Map<String, String> signed = new LinkedHashMap<>();
    Map<String, String> sent = new LinkedHashMap<>();
    for (String header : given) {
      int colon = header.indexOf(':');
      String name = (colon < 0 ? header : header.substring(0, colon)).strip();
      if (name.equalsIgnoreCase(CONTENT_TYPE)) {
        signed.put(name, contentType(header, colon, outgoing));
      } else if (name.equalsIgnoreCase(ApiGatewayHeaders.KEY)) {
        signed.put(name, keyId(header, colon, key)); // it is sent with the signature
      } else if (colon < 0) {
        throw new UnusableException(
            "'" + Escaping.oneLine(header) + "' is no header: give it as 'name: value'");
      } else if (OF_THE_BODY.contains(HeaderNames.lowerCase(name))) {
        throw new UnusableException(
            "The header '" + Escaping.oneLine(name) + "' is written by itself: do not give it");
      } else if (signed.put(name, header.substring(colon + 1).strip()) != null) {
        throw new UnusableException("The header '" + Escaping.oneLine(name) + "' is given twice");
      } else {
        sent.put(name, header.substring(colon + 1).strip());
      }
    }
    ApiGatewaySettings written = settings(key);
    signed.forEach((name, value) -> requireReadable(name, value, written));
    try {
      sent.putAll(
          signer(key, written)
              .signing(signed.keySet().toArray(String[]::new))
              .sign(outgoing.signed(), signed));
      return sent;
    } catch (IllegalArgumentException unfit) {
      throw new UnusableException(String.valueOf(unfit.getMessage()), unfit);
    }
  }

  private static ApiGatewaySettings settings(SigningKey key) {
    return (ApiGatewaySettings)
        Objects.requireNonNull(key.canonicalSettings().schemes().get(Scheme.API_GATEWAY));
  }

  /** Whoever verifies by the same settings would refuse it. */
  private static void requireReadable(String name, String value, ApiGatewaySettings settings) {
    if (settings.headerCharset() == HeaderCharset.US_ASCII
        && value.chars().anyMatch(character -> character > 0x7f)) {
      throw new UnusableException(
          "The header '"
              + Escaping.oneLine(name)
              + "' has characters other than ASCII, and is refused until"
              + " mgs.apigateway.header-charset says how the server reads them: set it to iso-8859-1"
              + " or utf-8");
    }
  }

  private static ApiGatewaySigner signer(SigningKey key, ApiGatewaySettings written) {
    return ApiGatewaySigner.of(key.id(), key.salt())
        .with(written.headerOrder())
        .with(written.canonicalization());
  }

  private static String keyId(String header, int colon, SigningKey key) {
    if (colon >= 0 && !header.substring(colon + 1).strip().equals(key.id())) {
      throw new UnusableException("The key is '" + key.id() + "': give another one by --key");
    }
    return key.id();
  }

  /** It goes with the body, whose type has an option of its own. */
  private static String contentType(String header, int colon, OutgoingRequest outgoing) {
    String type = outgoing.contentType();
    if (type == null) {
      throw new UnusableException("There is no body, so that no Content-Type is sent: give --body");
    }
    if (colon >= 0 && !header.substring(colon + 1).strip().equals(type)) {
      throw new UnusableException(
          "The Content-Type of the body is '" + type + "': give another one by --content-type");
    }
    return type;
  }
}
