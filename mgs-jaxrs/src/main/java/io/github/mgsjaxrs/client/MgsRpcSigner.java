package io.github.mgsjaxrs.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.rpc.crypto.RpcParameters;
import io.github.mgsjaxrs.rpc.protocol.RpcHeaders;
import io.github.mgsjaxrs.rpc.protocol.RpcTemplate;
import io.github.mgsjaxrs.rpc.protocol.RpcText;
import io.github.mgsjaxrs.rpc.protocol.RpcTimestamp;
import io.github.mgsjaxrs.rpc.protocol.RpcTimestamp.Notation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Signs calls as a client of the gateway does, to test one's own resources.
 *
 * <pre>{@code
 * MgsRpcSigner app = MgsRpcSigner.of("app-1", SignatureAlgorithm.RPC_MD5, "the secret");
 * Map<String, String> headers = app.sign("com.example.orders.place", body, Instant.now());
 * }</pre>
 *
 * <p>Text, headers and algorithms are what was observed, unless the methods {@code with} say
 * otherwise. Immutable and safe for any number of threads.
 */
public final class MgsRpcSigner {

  private final String appId;
  private final RpcTextSigner signer;
  private final RpcTemplate text;
  private final Notation timestamp;
  private final RpcHeaders headers;

  private MgsRpcSigner(
      String appId,
      RpcTextSigner signer,
      RpcTemplate text,
      Notation timestamp,
      RpcHeaders headers) {
    if (appId.isEmpty()) {
      throw new IllegalArgumentException("The appId is empty: give the id that calls name");
    }
    this.appId = appId;
    this.signer = signer;
    this.text = Objects.requireNonNull(text, "text");
    this.timestamp = Objects.requireNonNull(timestamp, "timestamp");
    this.headers = Objects.requireNonNull(headers, "headers");
  }

  /**
   * Signs with a secret.
   *
   * @param appId the id of the key
   * @param algorithm RPC_MD5 or RPC_HMAC_SHA1
   * @param secret the secret, taken exactly
   * @return a signer
   * @throws IllegalArgumentException if the algorithm is none of RPC, or id or secret is empty
   */
  public static MgsRpcSigner of(String appId, SignatureAlgorithm algorithm, String secret) {
    return of(appId, algorithm, secret.getBytes(UTF_8));
  }

  /**
   * Signs with a secret.
   *
   * @param appId the id of the key
   * @param algorithm RPC_MD5 or RPC_HMAC_SHA1
   * @param secretUtf8 the secret's bytes in UTF-8; they are copied
   * @return a signer
   * @throws IllegalArgumentException if the algorithm is none of RPC, or id or secret is empty
   */
  public static MgsRpcSigner of(String appId, SignatureAlgorithm algorithm, byte[] secretUtf8) {
    return new MgsRpcSigner(
        appId,
        new RpcTextSigner(algorithm, secretUtf8, RpcParameters.DEFAULT),
        RpcTemplate.DEFAULT,
        Notation.DECIMAL,
        RpcHeaders.DEFAULT);
  }

  /**
   * Writes the text in another way ({@code mgs.rpc.text}).
   *
   * @param template the same as that of the verifier
   * @return another signer
   */
  public MgsRpcSigner with(RpcTemplate template) {
    return new MgsRpcSigner(appId, signer, template, timestamp, headers);
  }

  /**
   * Joins secret and text in another way, or writes an HMAC-SHA1 as Base64 where the encoding is
   * that one, and as hex otherwise.
   *
   * @param parameters the same as those of the verifier
   * @return another signer
   */
  public MgsRpcSigner with(RpcParameters parameters) {
    return new MgsRpcSigner(appId, signer.with(parameters), text, timestamp, headers);
  }

  /**
   * Writes the timestamp in another notation; decimal at first.
   *
   * @param notation the notation; decimal where it is {@link Notation#BOTH}
   * @return another signer
   */
  public MgsRpcSigner with(Notation notation) {
    return new MgsRpcSigner(appId, signer, text, notation, headers);
  }

  /**
   * Sends other headers ({@code mgs.rpc.header.*}).
   *
   * @param names the same as those of the verifier
   * @return another signer
   */
  public MgsRpcSigner with(RpcHeaders names) {
    return new MgsRpcSigner(appId, signer, text, timestamp, names);
  }

  /**
   * The id of the key.
   *
   * @return the value of the header {@code AppId}
   */
  public String appId() {
    return appId;
  }

  /**
   * Signs a call.
   *
   * @param operationType what is called
   * @param body the body in the bytes in which it will be sent
   * @param time when it is signed
   * @return the five headers by their names
   * @throws IllegalArgumentException if the operation type is none that a verifier takes, or the
   *     time lies before 1970
   */
  public Map<String, String> sign(String operationType, byte[] body, Instant time) {
    if (!RpcText.isOperationType(operationType)) {
      throw new IllegalArgumentException(
          "The operation type cannot be sent: visible ASCII without & is needed");
    }
    String ts = RpcTimestamp.write(time.toEpochMilli(), timestamp);
    Map<String, String> signed = new LinkedHashMap<>();
    signed.put(headers.operationType(), operationType);
    signed.put(headers.appId(), appId);
    signed.put(headers.timestamp(), ts);
    signed.put(headers.signType(), signer.signType());
    signed.put(headers.signature(), signer.sign(text(operationType, body, ts)));
    return signed;
  }

  private byte[] text(String operationType, byte[] body, String ts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new RpcText(text, operationType, out -> out.write(body), ts, Set.of()).writeTo(bytes);
    } catch (IOException impossible) {
      throw new IllegalStateException("An array can be read and written", impossible);
    }
    return bytes.toByteArray();
  }

  /** The id of the key and the algorithm. */
  @Override
  public String toString() {
    return "MgsRpcSigner[" + appId + ", " + signer + "]";
  }
}
