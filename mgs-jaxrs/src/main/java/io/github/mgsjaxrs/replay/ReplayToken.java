package io.github.mgsjaxrs.replay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What stands for a request in a cache: SHA-256 over the id of its key and what is unique in it.
 *
 * <p>It is as long for a long nonce as for a short one, so that nobody fills a cache with long
 * ones, and shows neither to those who can read the cache.
 */
public final class ReplayToken {

  private ReplayToken() {}

  /**
   * The token of a request.
   *
   * @param keyId the id of its key
   * @param unique what no other request of this key has: its nonce or its signature
   * @return 43 characters of {@code A-Za-z0-9_-}
   */
  public static String of(String keyId, String unique) {
    byte[] id = keyId.getBytes(StandardCharsets.UTF_8);
    MessageDigest digest = sha256();
    // the length first, or an id could end with the beginning of a nonce
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(id.length).array());
    digest.update(id);
    digest.update(unique.getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
