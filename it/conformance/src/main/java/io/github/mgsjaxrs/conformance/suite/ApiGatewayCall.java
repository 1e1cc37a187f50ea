package io.github.mgsjaxrs.conformance.suite;

import io.github.mgsjaxrs.conformance.openssl.OpenSsl;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.Header;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A call of API Gateway, put together from its parts and signed by OpenSSL. It shares no code with
 * the library.
 *
 * @param method upper case
 * @param path the path as it is sent
 * @param query the query, which has nothing to decode, "" for none
 * @param headers those that are sent beside the gateway's own
 * @param list the names that are signed, null for no list
 * @param contentType of the body, null to send none
 * @param body the body
 * @param key the key that signs
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked for
record ApiGatewayCall(
    String method,
    String path,
    String query,
    List<Header> headers,
    @Nullable String list,
    @Nullable String contentType,
    byte[] body,
    GatewayKey key) {

  static final String SIGNATURE = "X-Ca-Proxy-Signature";
  static final String KEY_ID = "X-Ca-Proxy-Signature-Secret-Key";
  static final String LIST = "X-Ca-Proxy-Signature-Headers";

  static final byte[] BODY = "{\"amount\":100}".getBytes(StandardCharsets.US_ASCII);

  private static final String FORM = "application/x-www-form-urlencoded";

  /** A POST of JSON with two headers that are signed, and a third that is listed but absent. */
  static ApiGatewayCall to(String path) {
    return new ApiGatewayCall(
        "POST",
        path,
        "a=1&b=2",
        List.of(new Header("X-User", "alice"), new Header("X-Tenant", "t-1")),
        "X-Role,X-Tenant,X-User",
        "application/json",
        BODY.clone(),
        SuiteKeys.ofApiGateway().get(0));
  }

  ApiGatewayCall by(String otherMethod) {
    return new ApiGatewayCall(otherMethod, path, query, headers, list, contentType, body, key);
  }

  ApiGatewayCall by(GatewayKey other) {
    return new ApiGatewayCall(method, path, query, headers, list, contentType, body, other);
  }

  ApiGatewayCall query(String other) {
    return new ApiGatewayCall(method, path, other, headers, list, contentType, body, key);
  }

  ApiGatewayCall listing(@Nullable String other, Header... otherHeaders) {
    return new ApiGatewayCall(
        method, path, query, List.of(otherHeaders), other, contentType, body, key);
  }

  ApiGatewayCall body(@Nullable String otherType, byte[] bytes) {
    return new ApiGatewayCall(method, path, query, headers, list, otherType, bytes, key);
  }

  ApiGatewayCall withoutBody() {
    return body(null, new byte[0]);
  }

  ApiGatewayCall form(String fields) {
    return body(FORM, fields.getBytes(StandardCharsets.US_ASCII));
  }

  /** The text that the gateway signs, for lists whose order does not depend on case. */
  String text() {
    SortedMap<String, String> lines = new TreeMap<>();
    for (String name : list == null ? new String[0] : list.split(",")) {
      for (Header header : headers) {
        if (header.name().equalsIgnoreCase(name)) {
          lines.put(name.toLowerCase(Locale.ROOT), header.value());
        }
      }
    }
    StringBuilder text = new StringBuilder(method + "\n" + contentMd5() + "\n");
    lines.forEach((name, value) -> text.append(name).append(':').append(value).append('\n'));
    return text + path + parameters();
  }

  private String contentMd5() {
    boolean signed = method.equals("POST") || method.equals("PUT");
    return signed && body.length > 0 && !FORM.equals(contentType) ? OpenSsl.contentMd5(body) : "";
  }

  private String parameters() {
    String fields = FORM.equals(contentType) ? new String(body, StandardCharsets.US_ASCII) : "";
    SortedMap<String, String> first = new TreeMap<>();
    for (String piece : (query + "&" + fields).split("&")) {
      if (!piece.isEmpty()) {
        String[] pair = piece.split("=", 2);
        first.putIfAbsent(pair[0], pair.length < 2 ? "" : pair[1]);
      }
    }
    return first.isEmpty()
        ? ""
        : first.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining("&", "?", ""));
  }

  String signature() {
    return OpenSsl.sign(key, text());
  }

  RawRequest signed() {
    boolean carriesBody = body.length > 0 || List.of("POST", "PUT", "PATCH").contains(method);
    return signed(carriesBody ? new Framing.Length() : new Framing.None());
  }

  RawRequest signed(Framing framing) {
    return with(signature(), framing);
  }

  /** With the signature of a text that is written elsewhere. */
  RawRequest signing(String text) {
    return with(OpenSsl.sign(key, text));
  }

  RawRequest with(String signature) {
    return with(signature, new Framing.Length());
  }

  private RawRequest with(String signature, Framing framing) {
    RawRequest request = unsigned(framing);
    if (list != null) {
      request = request.header(LIST, list);
    }
    return request.header(KEY_ID, key.id()).header(SIGNATURE, signature);
  }

  RawRequest unsigned() {
    return unsigned(new Framing.Length());
  }

  private RawRequest unsigned(Framing framing) {
    RawRequest request =
        RawRequest.of(method, path + (query.isEmpty() ? "" : "?" + query)).headers(headers);
    if (contentType != null) {
      request = request.header("Content-Type", contentType);
    }
    return request.body(body, framing);
  }

  /** The same request with another value of one header. */
  static RawRequest changed(RawRequest request, String header, UnaryOperator<String> change) {
    List<Header> headers = new ArrayList<>();
    RawRequest bare = request;
    for (Header each : request.headers()) {
      headers.add(
          each.name().equals(header) ? new Header(header, change.apply(each.value())) : each);
      bare = bare.withoutHeader(each.name());
    }
    return bare.headers(headers);
  }

  /** Without the body's bytes. */
  @Override
  public String toString() {
    return method + " " + path + "?" + query + " " + headers + " by " + key;
  }
}
