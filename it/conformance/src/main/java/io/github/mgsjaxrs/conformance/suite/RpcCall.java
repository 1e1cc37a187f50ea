package io.github.mgsjaxrs.conformance.suite;

import io.github.mgsjaxrs.conformance.openssl.OpenSsl;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.Header;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A call as a client of the gateway signs it, put together from its parts and signed by OpenSSL. It
 * shares no code with the library.
 *
 * @param path the path as it is sent
 * @param operationType what is called
 * @param ts the timestamp as it is written
 * @param body the body
 * @param key the key that signs
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked for
record RpcCall(String path, String operationType, String ts, byte[] body, GatewayKey key) {

  static final String SIGNATURE = "Sign";
  static final String KEY_ID = "AppId";
  static final String TS = "Ts";
  static final String SIGN_TYPE = "signType";
  static final String OPERATION_TYPE = "Operation-Type";

  /** All of them, in the order in which clients send them. */
  static final List<String> HEADERS = List.of(OPERATION_TYPE, KEY_ID, TS, SIGN_TYPE, SIGNATURE);

  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+/";

  private static final byte[] BODY =
      "[{\"_requestBody\":{\"userName\":\"\",\"userId\":0}}]".getBytes(StandardCharsets.UTF_8);

  /** A call of this moment. */
  static RpcCall to(String path) {
    return at(path, System.currentTimeMillis());
  }

  static RpcCall at(String path, long millis) {
    return new RpcCall(
        path, "suite.call", Long.toString(millis), BODY.clone(), SuiteKeys.ofRpc("RPC_MD5"));
  }

  RpcCall of(String operation) {
    return new RpcCall(path, operation, ts, body, key);
  }

  RpcCall ts(String written) {
    return new RpcCall(path, operationType, written, body, key);
  }

  RpcCall body(byte[] bytes) {
    return new RpcCall(path, operationType, ts, bytes, key);
  }

  RpcCall by(GatewayKey another) {
    return new RpcCall(path, operationType, ts, body, another);
  }

  String signature() {
    return OpenSsl.sign(
        key,
        "Operation-Type="
            + operationType
            + "&Request-Data="
            + Base64.getEncoder().encodeToString(body)
            + "&Ts="
            + ts);
  }

  String signType() {
    return key.algorithm().equals("RPC_MD5") ? "0" : "1";
  }

  /** The call with its right signature, and its body with its right length. */
  RawRequest signed() {
    return signed(new Framing.Length());
  }

  RawRequest signed(Framing framing) {
    return with(signature(), framing);
  }

  RawRequest with(String signature) {
    return with(signature, new Framing.Length());
  }

  private RawRequest with(String signature, Framing framing) {
    return unsigned(framing)
        .header(OPERATION_TYPE, operationType)
        .header(KEY_ID, key.id())
        .header(TS, ts)
        .header(SIGN_TYPE, signType())
        .header(SIGNATURE, signature);
  }

  RawRequest unsigned() {
    return unsigned(new Framing.Length());
  }

  private RawRequest unsigned(Framing framing) {
    return RawRequest.of("POST", path)
        .header("Content-Type", "application/json")
        .body(body, framing);
  }

  /** The same request with another value of one header. */
  static RawRequest changed(RawRequest request, String header, UnaryOperator<String> change) {
    List<Header> headers = new ArrayList<>();
    for (Header each : request.headers()) {
      headers.add(
          each.name().equals(header) ? new Header(header, change.apply(each.value())) : each);
    }
    RawRequest bare = request;
    for (Header each : request.headers()) {
      bare = bare.withoutHeader(each.name());
    }
    return bare.headers(headers);
  }

  /**
   * The other notation of timestamps, in an independent spelling: digit by digit, from the most
   * significant one.
   */
  static String base64(long millis) {
    StringBuilder written = new StringBuilder();
    long unit = 1;
    while (unit <= millis / 64) {
      unit *= 64;
    }
    for (long rest = millis; unit > 0; unit /= 64) {
      written.append(DIGITS.charAt((int) (rest / unit)));
      rest %= unit;
    }
    return written.toString();
  }

  /** Without the body's bytes. */
  @Override
  public String toString() {
    return "RpcCall[" + path + ", " + operationType + ", " + ts + ", " + key + "]";
  }
}
