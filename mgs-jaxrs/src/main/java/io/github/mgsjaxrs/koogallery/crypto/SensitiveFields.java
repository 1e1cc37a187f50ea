package io.github.mgsjaxrs.koogallery.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.internal.crypto.Base64Text;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what an answer to KooGallery must not show, such as {@code userName} and {@code
 * password}, and decrypts {@code mobilePhone} and {@code email} of a request.
 *
 * <p>An encrypted field is an IV of 16 letters and digits followed by the Base64 of
 * AES/CBC/PKCS5Padding over the text in UTF-8. The AES key is what the JDK's {@code SHA1PRNG} gives
 * when it is seeded with the access key (KooGallery, "Access guide for SaaS products").
 *
 * <pre>{@code
 * SensitiveFields fields = key.sensitiveFields(EncryptType.of(encryptType));
 * String password = fields.encrypt("initial-password");
 * }</pre>
 *
 * <p>CBC hides a field and does not show whether somebody changed it: decrypt only what stands in a
 * request that was verified. Immutable and safe for any number of threads.
 */
public final class SensitiveFields {

  /** The most characters that KooGallery takes for a field, IV included. */
  public static final int MAX_CHARACTERS = 128;

  private static final String CIPHER = "AES/CBC/PKCS5Padding";
  private static final int BLOCK = 16;

  /** The most blocks whose Base64 still has room behind the IV, less a byte of padding. */
  private static final int MAX_BYTES = (MAX_CHARACTERS - BLOCK) / 4 * 3 / BLOCK * BLOCK - 1;

  /** No field of a request is as long; more is refused before it is decoded. */
  private static final int MAX_CHARACTERS_READ = 4096;

  private static final String ALPHANUMERIC =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  private SensitiveFields(SecretKey key) {
    this.key = key;
  }

  static SensitiveFields of(byte[] accessKey, EncryptType type) {
    try {
      // SUN's generator, and no other of this name, gives what KooGallery derives
      SecureRandom seeded = SecureRandom.getInstance("SHA1PRNG", "SUN");
      seeded.setSeed(accessKey);
      byte[] derived = new byte[type.keyBytes()];
      // what KeyGenerator("AES") of the JDK does with the generator that it is given
      seeded.nextBytes(derived);
      return new SensitiveFields(new SecretKeySpec(derived, "AES"));
    } catch (NoSuchAlgorithmException | NoSuchProviderException e) {
      throw new IllegalStateException(
          "This JVM has no SHA1PRNG of the provider SUN, which KooGallery derives the keys of"
              + " sensitive fields with: add SUN to security.provider.<n> of java.security",
          e);
    }
  }

  /**
   * Encrypts one field; the same text looks different each time.
   *
   * @param text the text, of at most 79 bytes in UTF-8
   * @return the encrypted field, of at most {@value #MAX_CHARACTERS} characters
   * @throws IllegalArgumentException if it would be longer, or the text has a half of a surrogate
   *     pair; the message does not repeat the text
   */
  public String encrypt(String text) {
    byte[] bytes = utf8(text);
    if (bytes.length > MAX_BYTES) {
      int blocks = bytes.length / BLOCK + 1;
      throw new IllegalArgumentException(
          "The sensitive field has "
              + bytes.length
              + " bytes in UTF-8 and "
              + (BLOCK + (blocks * (long) BLOCK + 2) / 3 * 4)
              + " characters once encrypted, KooGallery takes "
              + MAX_CHARACTERS
              + ": give a text of at most "
              + MAX_BYTES
              + " bytes");
    }
    byte[] iv = iv();
    try {
      byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, iv).doFinal(bytes);
      return new String(iv, US_ASCII) + Base64.getEncoder().encodeToString(encrypted);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A padded cipher encrypts any bytes", e);
    }
  }

  /**
   * Decrypts one field. A space stands for the {@code +} that it was before something decoded the
   * URL twice.
   *
   * @param field the field as the request has it
   * @return the text
   * @throws UnreadableFieldException if it was not encrypted with this key in this way
   */
  public String decrypt(String field) {
    // beside the IV there are at least the 24 characters of one block
    if (field.length() <= BLOCK || field.length() > MAX_CHARACTERS_READ || !hasIv(field)) {
      throw new UnreadableFieldException();
    }
    byte[] encrypted = Base64Text.decode(field.substring(BLOCK).replace(' ', '+'));
    if (encrypted == null || encrypted.length == 0 || encrypted.length % BLOCK != 0) {
      throw new UnreadableFieldException();
    }
    Cipher cipher = cipher(Cipher.DECRYPT_MODE, field.substring(0, BLOCK).getBytes(US_ASCII));
    try {
      ByteBuffer bytes = ByteBuffer.wrap(cipher.doFinal(encrypted));
      return UTF_8.newDecoder().decode(bytes).toString();
    } catch (GeneralSecurityException | CharacterCodingException e) {
      throw new UnreadableFieldException();
    }
  }

  private static byte[] utf8(String text) {
    try {
      ByteBuffer bytes = UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] exact = new byte[bytes.remaining()];
      bytes.get(exact);
      return exact;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          "The sensitive field has a half of a surrogate pair, which UTF-8 cannot write");
    }
  }

  private byte[] iv() {
    byte[] iv = new byte[BLOCK];
    for (int i = 0; i < BLOCK; i++) {
      // nextInt draws again where a remainder would prefer some signs
      iv[i] = (byte) ALPHANUMERIC.charAt(random.nextInt(ALPHANUMERIC.length()));
    }
    return iv;
  }

  private static boolean hasIv(String field) {
    return field.chars().limit(BLOCK).allMatch(c -> ALPHANUMERIC.indexOf(c) >= 0);
  }

  private Cipher cipher(int mode, byte[] iv) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key, new IvParameterSpec(iv));
      return cipher;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JVM has no " + CIPHER, e);
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "SensitiveFields[AES-" + 8 * key.getEncoded().length + "]";
  }
}
