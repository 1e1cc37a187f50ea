package io.github.mgsjaxrs.crypto;

import java.nio.charset.StandardCharsets;

/**
 * What SM2 needs to know beside the public key.
 *
 * <p>The user id enters the signed digest (GB/T 32918.2, 5.5: Z<sub>A</sub>), so a wrong one lets
 * no signature pass. Its length in bits is written as 16 bits, hence at most {@value
 * #MAX_USER_ID_BYTES} bytes in UTF-8; it may be empty.
 *
 * <pre>{@code new Sm2Parameters(Sm2Encoding.DER, "ALICE123@YAHOO.COM")}</pre>
 *
 * @param encoding which byte forms of a signature are taken
 * @param userId the signer's id, in UTF-8 where it is hashed
 * @param engine how signatures are computed
 */
public record Sm2Parameters(Sm2Encoding encoding, String userId, Sm2Engine engine) {

  /** The longest user id, in bytes of UTF-8: its length in bits has to fit into 16 bits. */
  public static final int MAX_USER_ID_BYTES = 8191;

  /** Both encodings, and the user id that the gateway's documentation and GM/T 0009 name. */
  public static final Sm2Parameters DEFAULT =
      new Sm2Parameters(Sm2Encoding.BOTH, "1234567812345678");

  /**
   * Encoding and user id, with the engine {@link Sm2Engine#FAST}.
   *
   * @param encoding which byte forms of a signature are taken
   * @param userId the signer's id
   * @throws IllegalArgumentException when the user id is too long
   */
  public Sm2Parameters(Sm2Encoding encoding, String userId) {
    this(encoding, userId, Sm2Engine.FAST);
  }

  /**
   * Checks the length of the user id.
   *
   * @throws IllegalArgumentException when the user id is too long
   */
  public Sm2Parameters {
    int length = userId.getBytes(StandardCharsets.UTF_8).length;
    if (length > MAX_USER_ID_BYTES) {
      throw new IllegalArgumentException(
          "The SM2 user id is "
              + length
              + " bytes long in UTF-8, at most "
              + MAX_USER_ID_BYTES
              + " can be hashed: set mgs.sm2.user-id to the id that the gateway signs with");
    }
  }
}
