package io.github.mgsjaxrs.rpc.crypto;

import io.github.mgsjaxrs.internal.request.TextTemplate;
import java.util.List;
import java.util.Objects;

/**
 * What signatures of RPC requests need to know beside the secret.
 *
 * <p>Both defaults were observed; no page of the gateway's documentation tells them.
 *
 * <pre>{@code new RpcParameters("{text}{secret}", HmacEncoding.HEX)}</pre>
 *
 * @param md5Text what MD5 is computed over, with {@code {secret}} and {@code {text}} in it ({@code
 *     mgs.rpc.md5-text})
 * @param hmacEncoding how an HMAC-SHA1 is written ({@code mgs.rpc.hmac-encoding})
 */
public record RpcParameters(String md5Text, HmacEncoding hmacEncoding) {

  static final String SECRET = "{secret}";
  static final String TEXT = "{text}";

  /** The secret, {@code &} and the text under MD5, and either encoding of an HMAC-SHA1. */
  public static final RpcParameters DEFAULT =
      new RpcParameters("{secret}&{text}", HmacEncoding.BOTH);

  /**
   * Checks the template.
   *
   * @throws IllegalArgumentException if secret or text is missing in it, or there twice
   */
  public RpcParameters {
    Objects.requireNonNull(hmacEncoding, "hmacEncoding");
    TextTemplate.of(md5Text, SECRET, TEXT);
  }

  /**
   * The text under MD5 in its parts.
   *
   * @return {@code {secret}}, {@code {text}} and what stands around them, in their order
   */
  public List<String> parts() {
    return TextTemplate.of(md5Text, SECRET, TEXT).parts();
  }
}
