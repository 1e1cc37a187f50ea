package io.github.mgsjaxrs.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.internal.crypto.Hmac;
import io.github.mgsjaxrs.internal.crypto.JdkDigest;
import io.github.mgsjaxrs.rpc.crypto.HmacEncoding;
import io.github.mgsjaxrs.rpc.crypto.RpcParameters;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.HexFormat;

/** MD5 over secret and text, or HMAC-SHA1 of the text. */
final class RpcTextSigner {

  private final SignatureAlgorithm algorithm;
  private final byte[] secret;
  private final RpcParameters parameters;

  RpcTextSigner(SignatureAlgorithm algorithm, byte[] secret, RpcParameters parameters) {
    if (algorithm != SignatureAlgorithm.RPC_MD5 && algorithm != SignatureAlgorithm.RPC_HMAC_SHA1) {
      throw new IllegalArgumentException(
          algorithm + " signs no calls of clients: give RPC_MD5 or RPC_HMAC_SHA1");
    }
    if (secret.length == 0) {
      throw new IllegalArgumentException(
          "The secret is empty: give the secret that both sides share");
    }
    this.algorithm = algorithm;
    this.secret = secret.clone();
    this.parameters = parameters;
  }

  RpcTextSigner with(RpcParameters other) {
    return new RpcTextSigner(algorithm, secret, other);
  }

  /** The value of the header {@code signType}. */
  String signType() {
    return algorithm == SignatureAlgorithm.RPC_MD5 ? "0" : "1";
  }

  String sign(byte[] text) {
    if (algorithm == SignatureAlgorithm.RPC_MD5) {
      return HexFormat.of().formatHex(JdkDigest.MD5.of(joined(text)));
    }
    byte[] result = Hmac.SHA_1.keyed(secret).doFinal(text);
    return parameters.hmacEncoding() == HmacEncoding.BASE64
        ? Base64.getEncoder().encodeToString(result)
        : HexFormat.of().formatHex(result);
  }

  private byte[] joined(byte[] text) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (String part : parameters.parts()) {
      joined.writeBytes(
          switch (part) {
            case "{secret}" -> secret;
            case "{text}" -> text;
            default -> part.getBytes(UTF_8);
          });
    }
    return joined.toByteArray();
  }

  @Override
  public String toString() {
    return algorithm.name();
  }
}
