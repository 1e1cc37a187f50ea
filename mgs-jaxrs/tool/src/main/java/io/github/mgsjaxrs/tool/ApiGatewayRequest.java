package io.github.mgsjaxrs.tool;

import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.apigateway.ApiGatewaySettings;
import io.github.mgsjaxrs.client.ApiGatewaySigner;
import io.github.mgsjaxrs.internal.request.Escaping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A request that is signed as API Gateway does for backends.
 *
 * @param given the headers that are signed, each as {@code name: value}, or {@code Content-Type}
 *     for that of the body
 */
record ApiGatewayRequest(List<String> given) {

  private static final String CONTENT_TYPE = "Content-Type";

  /** What is sent: these headers and those of the signature. */
  Map<String, String> sign(SigningKey key, OutgoingRequest outgoing) {
    Map<String, String> signed = new LinkedHashMap<>();
    Map<String, String> sent = new LinkedHashMap<>();
    for (String header : given) {
      int colon = header.indexOf(':');
      String name = (colon < 0 ? header : header.substring(0, colon)).strip();
      if (name.equalsIgnoreCase(CONTENT_TYPE)) {
        signed.put(name, contentType(header, colon, outgoing));
      } else if (colon < 0) {
        throw new UnusableException(
            "'" + Escaping.oneLine(header) + "' is no header: give it as 'name: value'");
      } else if (signed.put(name, header.substring(colon + 1).strip()) != null) {
        throw new UnusableException("The header '" + Escaping.oneLine(name) + "' is given twice");
      } else {
        sent.put(name, header.substring(colon + 1).strip());
      }
    }
    try {
      sent.putAll(
          signer(key)
              .signing(signed.keySet().toArray(String[]::new))
              .sign(outgoing.signed(), signed));
      return sent;
    } catch (IllegalArgumentException unfit) {
      throw new UnusableException(String.valueOf(unfit.getMessage()), unfit);
    }
  }

  private static ApiGatewaySigner signer(SigningKey key) {
    ApiGatewaySettings written =
        (ApiGatewaySettings)
            Objects.requireNonNull(key.canonicalSettings().schemes().get(Scheme.API_GATEWAY));
    return ApiGatewaySigner.of(key.id(), key.salt())
        .with(written.headerOrder())
        .with(written.canonicalization());
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
