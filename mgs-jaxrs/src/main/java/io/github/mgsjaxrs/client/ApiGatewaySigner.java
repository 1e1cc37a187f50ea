package io.github.mgsjaxrs.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.apigateway.protocol.ApiGatewayHeaders;
import io.github.mgsjaxrs.apigateway.protocol.ApiGatewayText;
import io.github.mgsjaxrs.apigateway.protocol.HeaderCharset;
import io.github.mgsjaxrs.apigateway.protocol.HeaderLimits;
import io.github.mgsjaxrs.apigateway.protocol.HeaderOrder;
import io.github.mgsjaxrs.apigateway.protocol.SignedHeaders;
import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import io.github.mgsjaxrs.internal.crypto.Hmac;
import io.github.mgsjaxrs.internal.request.Escaping;
import io.github.mgsjaxrs.internal.request.HeaderNames;
import io.github.mgsjaxrs.request.MalformedRequestException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Signs requests as Alibaba Cloud API Gateway does, to test one's own resources.
 *
 * <pre>{@code
 * ApiGatewaySigner gateway =
 *     ApiGatewaySigner.of("orders", "the secret").signing("X-Ca-Client-Ip", "Content-Type");
 * Client client = ClientBuilder.newClient().register(new ApiGatewaySigningFilter(gateway));
 * client.target(uri).request().header("X-Ca-Client-Ip", "192.0.2.1").post(Entity.json("{}"));
 * }</pre>
 *
 * <p>It signs the headers that it is told to, and lists them in {@code
 * X-Ca-Proxy-Signature-Headers}; at first none. Immutable and safe for any number of threads.
 */
public final class ApiGatewaySigner {

  /** As many as any verifier can be told to take. */
  private static final HeaderLimits LIMITS =
      new HeaderLimits(
          HeaderLimits.MOST_HEADERS, HeaderLimits.LONGEST_NAME, HeaderLimits.MOST_CHARACTERS);

  private final String keyId;
  private final byte[] secret;
  private final List<String> names;
  private final HeaderOrder order;
  private final Canonicalization canonicalization;

  private ApiGatewaySigner(
      String keyId,
      byte[] secret,
      List<String> names,
      HeaderOrder order,
      Canonicalization canonicalization) {
    if (keyId.isEmpty()) {
      throw new IllegalArgumentException("The key id is empty: give the id that requests name");
    }
    if (secret.length == 0) {
      throw new IllegalArgumentException(
          "The secret is empty: give the secret that both sides share");
    }
    this.keyId = keyId;
    this.secret = secret;
    this.names = List.copyOf(names);
    this.order = Objects.requireNonNull(order, "order");
    this.canonicalization = Objects.requireNonNull(canonicalization, "canonicalization");
  }

  /**
   * Signs with a secret.
   *
   * @param keyId the id of the key
   * @param secret the secret, taken exactly
   * @return a signer
   * @throws IllegalArgumentException if id or secret is empty
   */
  public static ApiGatewaySigner of(String keyId, String secret) {
    return of(keyId, secret.getBytes(UTF_8));
  }

  /**
   * Signs with a secret.
   *
   * @param keyId the id of the key
   * @param secretUtf8 the secret's bytes in UTF-8; they are copied
   * @return a signer
   * @throws IllegalArgumentException if id or secret is empty
   */
  public static ApiGatewaySigner of(String keyId, byte[] secretUtf8) {
    return new ApiGatewaySigner(
        keyId, secretUtf8.clone(), List.of(), HeaderOrder.AS_LISTED, Canonicalization.DEFAULT);
  }

  /**
   * Signs other headers.
   *
   * @param listed their names, in the order and the case in which they are listed; one that a
   *     request does not have is listed all the same
   * @return another signer
   * @throws IllegalArgumentException if one is no name, is there twice, or cannot be signed
   * @throws NullPointerException if one is null
   */
  public ApiGatewaySigner signing(String... listed) {
    Objects.requireNonNull(listed, "The names of the signed headers are null");
    for (String name : listed) {
      Objects.requireNonNull(name, "The name of a signed header is null");
      if (!HeaderNames.isToken(name)) {
        throw new IllegalArgumentException(
            "'" + Escaping.oneLine(name) + "' is no name of a header");
      }
    }
    ApiGatewaySigner signer =
        new ApiGatewaySigner(keyId, secret, List.of(listed), order, canonicalization);
    signer.headers(Map.of());
    return signer;
  }

  /**
   * Sorts headers in another way ({@code mgs.apigateway.header-order}).
   *
   * @param choice the same as that of the verifier
   * @return another signer
   */
  public ApiGatewaySigner with(HeaderOrder choice) {
    return new ApiGatewaySigner(keyId, secret, names, choice, canonicalization);
  }

  /**
   * Writes the URL by other choices than the documented ones ({@code mgs.apigateway.canonical.*}).
   *
   * @param choices the same as those of the verifier
   * @return another signer
   */
  public ApiGatewaySigner with(Canonicalization choices) {
    return new ApiGatewaySigner(keyId, secret, names, order, choices);
  }

  /**
   * The id of the key.
   *
   * @return the value of the key header
   */
  public String keyId() {
    return keyId;
  }

  /**
   * The headers that are signed.
   *
   * @return their names as they are listed
   */
  public List<String> signedHeaders() {
    return names;
  }

  /**
   * Signs a request.
   *
   * @param request the request as it will be sent
   * @param headers its headers, by their names in any case; others than the signed ones do not
   *     count, and neither do the signature's own
   * @return the headers of the signature by their names; the list only where a header is listed
   * @throws IllegalArgumentException if a parameter cannot be read, or a signed header has a
   *     control character
   */
  public Map<String, String> sign(SignedRequest request, Map<String, String> headers) {
    Map<String, String> signed = new LinkedHashMap<>();
    signed.put(ApiGatewayHeaders.SIGNATURE, sign(stringToSign(request, headers)));
    signed.put(ApiGatewayHeaders.KEY, keyId);
    if (!names.isEmpty()) {
      signed.put(ApiGatewayHeaders.LIST, String.join(",", names));
    }
    return signed;
  }

  /**
   * The text that is signed for a request.
   *
   * @param request the request as it will be sent
   * @param headers its headers, as for {@link #sign(SignedRequest, Map)}
   * @return method, content MD5, headers and URL
   * @throws IllegalArgumentException if a parameter cannot be read, or a signed header has a
   *     control character
   */
  public String stringToSign(SignedRequest request, Map<String, String> headers) {
    try {
      return ApiGatewayText.of(request, headers(headers), canonicalization, Integer.MAX_VALUE)
          .text();
    } catch (MalformedRequestException malformed) {
      throw new IllegalArgumentException(
          "The request cannot be signed: "
              + malformed.getMessage()
              + ". Percent-encode its query and form",
          malformed);
    }
  }

  /** Without the blanks around a value, as they are no part of it (RFC 9110, section 5.5). */
  private SignedHeaders headers(Map<String, String> given) {
    Map<String, String> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    given.forEach((name, value) -> sent.put(name, value.strip()));
    sent.put(ApiGatewayHeaders.KEY, keyId);
    try {
      return SignedHeaders.of(
          String.join(",", names),
          name -> sent.containsKey(name) ? List.of(sent.get(name)) : List.of(),
          order,
          HeaderCharset.UTF_8,
          LIMITS);
    } catch (MalformedRequestException malformed) {
      throw new IllegalArgumentException(
          "The headers cannot be signed: " + malformed.getMessage(), malformed);
    }
  }

  /**
   * Signs any text, for tests of requests that were signed in a wrong way.
   *
   * @param text the text instead of the string to sign
   * @return the value of the signature header
   */
  public String sign(String text) {
    return Base64.getEncoder()
        .encodeToString(Hmac.SHA_256.keyed(secret).doFinal(text.getBytes(UTF_8)));
  }

  /** The key id and the names of the headers. */
  @Override
  public String toString() {
    return "ApiGatewaySigner[" + keyId + ", " + names + "]";
  }
}
