package io.github.mgsjaxrs.conformance.matrix;

import io.github.mgsjaxrs.conformance.openssl.OpenSsl;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.Header;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.util.List;
import java.util.function.Supplier;

/**
 * One call of a row, which can be sent without a signature, with a wrong one and with the right
 * one.
 *
 * @param unsigned the request without the gateway's headers
 * @param framing how the length of its body is told
 * @param stringToSign what the gateway signs
 * @param key the gateway's key
 * @param answer what the resource answers when it got all that was sent
 */
record MatrixCall(
    RawRequest unsigned,
    Framing framing,
    Supplier<String> stringToSign,
    GatewayKey key,
    String answer) {

  static MatrixCall of(GatewayCall call, Framing framing, GatewayKey key, String answer) {
    return new MatrixCall(call.request(framing), framing, call::stringToSign, key, answer);
  }

  MatrixCall headers(Header... more) {
    return new MatrixCall(unsigned.headers(List.of(more)), framing, stringToSign, key, answer);
  }

  RawRequest signed() {
    return withSignature(OpenSsl.sign(key, stringToSign.get()));
  }

  /** The body is changed after signing; where there is none, the signature is. */
  RawRequest wronglySigned() {
    RawRequest signed = signed();
    byte[] body = signed.body();
    if (body.length > 0) {
      body[body.length - 1] ^= 1;
      return signed.body(body, framing);
    }
    String right =
        signed.headers().stream()
            .filter(header -> header.name().equals(GatewayCall.SIGNATURE))
            .findFirst()
            .orElseThrow()
            .value();
    char last = right.charAt(right.length() - 1);
    return withSignature(right.substring(0, right.length() - 1) + (last == '0' ? '1' : '0'));
  }

  private RawRequest withSignature(String signature) {
    return unsigned.header(GatewayCall.SIGNATURE, signature).header(GatewayCall.KEY_ID, key.id());
  }
}
