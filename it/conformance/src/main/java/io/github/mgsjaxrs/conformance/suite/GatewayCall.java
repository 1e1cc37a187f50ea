package io.github.mgsjaxrs.conformance.suite;

import io.github.mgsjaxrs.conformance.openssl.OpenSsl;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A call of the gateway, put together from its parts as the protocol's document says. It shares no
 * code with the library: the string to sign is made from parameters that were never encoded.
 *
 * <pre>{@code
 * RawRequest request =
 *     GatewayCall.to("POST", "/orders").query("dry", "true").body("application/json", bytes)
 *         .signedWith(key);
 * }</pre>
 */
public final class GatewayCall {

  /** The header with the signature. */
  public static final String SIGNATURE = "X-Mgs-Proxy-Signature";

  /** The header that names the key. */
  public static final String KEY_ID = "X-Mgs-Proxy-Signature-Secret-Key";

  private static final String FORM = "application/x-www-form-urlencoded";

  private record Parameter(String name, String value) {}

  private final String method;
  private final String path;
  private final List<Parameter> query = new ArrayList<>();
  private final List<Parameter> form = new ArrayList<>();
  private Charset formCharset = StandardCharsets.UTF_8;
  private @Nullable String contentType;
  private byte[] body = new byte[0];

  private GatewayCall(String method, String path) {
    this.method = method;
    this.path = path;
  }

  /**
   * A call without parameters and body.
   *
   * @param method upper case
   * @param path the path as it is sent
   * @return to be completed
   */
  public static GatewayCall to(String method, String path) {
    return new GatewayCall(method, path);
  }

  /**
   * Adds a query parameter.
   *
   * @param name not encoded
   * @param value not encoded
   * @return this
   */
  public GatewayCall query(String name, String value) {
    query.add(new Parameter(name, value));
    return this;
  }

  /**
   * Adds a form field; the call is a form from then on.
   *
   * @param name not encoded
   * @param value not encoded
   * @return this
   */
  public GatewayCall field(String name, String value) {
    form.add(new Parameter(name, value));
    contentType = contentType == null ? FORM : contentType;
    return this;
  }

  /**
   * Declares the charset of the form, which its fields are encoded in.
   *
   * @param charset such as GBK
   * @return this
   */
  public GatewayCall formCharset(Charset charset) {
    formCharset = charset;
    contentType = FORM + ";charset=" + charset.name();
    return this;
  }

  /**
   * Sets a body that is no form.
   *
   * @param type its Content-Type, null to send none
   * @param bytes the body
   * @return this
   */
  public GatewayCall body(@Nullable String type, byte[] bytes) {
    contentType = type;
    body = bytes.clone();
    return this;
  }

  /**
   * The text that the gateway signs.
   *
   * @return method, content MD5 and URL
   */
  public String stringToSign() {
    SortedMap<String, String> first = new TreeMap<>();
    query.forEach(parameter -> first.putIfAbsent(parameter.name(), parameter.value()));
    form.forEach(parameter -> first.putIfAbsent(parameter.name(), parameter.value()));
    String parameters =
        first.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining("&"));
    return method + "\n" + contentMd5() + "\n" + path + (first.isEmpty() ? "" : "?" + parameters);
  }

  /**
   * The target of the request line.
   *
   * @return the path and the encoded query
   */
  public String target() {
    return path + (query.isEmpty() ? "" : "?" + encoded(query, StandardCharsets.UTF_8));
  }

  /**
   * The call with its right signature and a right Content-Length, if it has a body.
   *
   * @param key the gateway's key
   * @return the request
   */
  public RawRequest signedWith(GatewayKey key) {
    boolean carriesBody = bytes().length > 0 || List.of("POST", "PUT", "PATCH").contains(method);
    return signedWith(key, carriesBody ? new Framing.Length() : new Framing.None());
  }

  /**
   * The call with its right signature.
   *
   * @param key the gateway's key
   * @param framing how the body's length is told
   * @return the request
   */
  public RawRequest signedWith(GatewayKey key, Framing framing) {
    return request(framing)
        .header(SIGNATURE, OpenSsl.sign(key, stringToSign()))
        .header(KEY_ID, key.id());
  }

  /**
   * The call without the gateway's headers.
   *
   * @param framing how the body's length is told
   * @return the request
   */
  public RawRequest request(Framing framing) {
    RawRequest request = RawRequest.of(method, target());
    if (contentType != null) {
      request = request.header("Content-Type", contentType);
    }
    return request.body(bytes(), framing);
  }

  private boolean isForm() {
    return contentType != null && contentType.startsWith(FORM);
  }

  private byte[] bytes() {
    return isForm() ? encoded(form, formCharset).getBytes(StandardCharsets.US_ASCII) : body;
  }

  private String contentMd5() {
    if (isForm() || !List.of("PUT", "POST").contains(method)) {
      return "";
    }
    return OpenSsl.contentMd5(body.length == 0 ? "null".getBytes(StandardCharsets.US_ASCII) : body);
  }

  private static String encoded(List<Parameter> parameters, Charset charset) {
    return parameters.stream()
        .map(
            parameter ->
                URLEncoder.encode(parameter.name(), charset)
                    + "="
                    + URLEncoder.encode(parameter.value(), charset))
        .collect(Collectors.joining("&"));
  }
}
