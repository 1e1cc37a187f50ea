package io.github.mgsjaxrs.replay;

import io.github.mgsjaxrs.internal.crypto.JdkDigest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * What stands for a request in a cache: SHA-256 over what is unique in it, and what that is.
 *
 * <p>It is as long for a long nonce as for a short one, so that nobody fills a cache with long
 * ones, and shows neither to those who can read the cache.
 */
public final class ReplayToken {

  private ReplayToken() {}

  /**
   * The token of a request.
   *
   * @param name what no other request has: {@code nonce} or {@code signature}, say
   * @param unique its value, in the one way in which it is written
   * @return 43 characters of {@code A-Za-z0-9_-}
   */
  public static String of(String name, String unique) {
    byte[] first = name.getBytes(StandardCharsets.UTF_8);
    MessageDigest digest = JdkDigest.SHA_256.fresh();
    // the length in front, or a name could end with the beginning of a value
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(first.length).array());
    digest.update(first);
    digest.update(unique.getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
  }
}
