package io.github.mgsjaxrs.backend.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.backend.protocol.Canonicalization.EmptyBody;
import io.github.mgsjaxrs.request.ContentType;
import io.github.mgsjaxrs.request.MalformedRequestException;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The second line of the string to sign: Base64 of the MD5 of the body, empty where the body is not
 * hashed (MGS, "Backend signature verification", "Content-MD5").
 */
public final class ContentMd5 {

  /** Base64(MD5("null")): the gateway hashes the text {@code null} where there is no body. */
  static final String OF_NULL = "N6YlnMDB2uKZp4Zkid/wvQ==";

  /** Base64(MD5("")). */
  static final String OF_NOTHING = "1B2M2Y8AsgTpgAmY7PhCfg==";

  private static final byte[] NULL_DIGEST = Base64.getDecoder().decode(OF_NULL);

  private ContentMd5() {}

  /** All readings of the line, the preferred one first. */
  static List<String> of(Body body, EmptyBody emptyBody) {
    if (!(body instanceof Body.Hashed hashed)) {
      return List.of("");
    }
    if (hashed.length() > 0) {
      return List.of(new String(Base64.getEncoder().encode(hashed.md5()), US_ASCII));
    }
    return switch (emptyBody) {
      case NULL -> List.of(OF_NULL);
      case EMPTY -> List.of(OF_NOTHING);
      case BOTH -> List.of(OF_NULL, OF_NOTHING);
      case UNSIGNED -> List.of("");
    };
  }

  /** Whether this body is signed exactly as if there were none. */
  static boolean readsLikeNoBody(Body body, EmptyBody emptyBody) {
    return emptyBody != EmptyBody.UNSIGNED
        && body instanceof Body.Hashed hashed
        && hashed.length() == 4
        && MessageDigest.isEqual(hashed.md5(), NULL_DIGEST);
  }

  /**
   * The charset that a hashed body is transcoded from, to UTF-8, before it is hashed.
   *
   * @param contentType the declared type
   * @param canonicalization the setting
   * @return the charset, or null if the body is hashed as it is
   * @throws MalformedRequestException if the declared charset is not known
   */
  public static @Nullable Charset transcodedFrom(
      ContentType contentType, Canonicalization canonicalization) throws MalformedRequestException {
    if (!canonicalization.charsetTranscoding()) {
      return null;
    }
    Charset charset = contentType.charset();
    return charset == null || charset.equals(UTF_8) ? null : charset;
  }
}
