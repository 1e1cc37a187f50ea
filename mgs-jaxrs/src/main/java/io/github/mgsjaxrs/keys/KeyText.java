package io.github.mgsjaxrs.keys;

import io.github.mgsjaxrs.SignatureAlgorithm;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Set;
import org.apache.commons.codec.DecoderException;
import org.apache.commons.codec.binary.Base64;
import org.apache.commons.codec.binary.Hex;
import org.jspecify.annotations.Nullable;

/**
 * Reads a public key out of the text that a gateway's console, OpenSSL or GmSSL gives.
 *
 * <p>Forms that are taken, each at most {@value #MAX_CHARACTERS} characters long:
 *
 * <ul>
 *   <li>PEM: {@code PUBLIC KEY} (X.509 SubjectPublicKeyInfo) and {@code CERTIFICATE}, of which only
 *       the public key counts;
 *   <li>the same SubjectPublicKeyInfo as bare Base64, on one line or wrapped;
 *   <li>for SM2 an uncompressed point as 130 hex digits that begin with {@code 04};
 *   <li>for SM2 the private key's PEM, because the gateway's own sample configures that: {@code EC
 *       PRIVATE KEY} and {@code SM2 PRIVATE KEY} (SEC 1, where a block {@code EC PARAMETERS} or
 *       {@code SM2 PARAMETERS} may stand first) and {@code PRIVATE KEY} (PKCS #8). Only the public
 *       half is kept.
 * </ul>
 *
 * <pre>{@code
 * PublicKey key = KeyText.publicKey("04" + x + y, SignatureAlgorithm.SM2);
 * }</pre>
 *
 * <p>Encrypted keys, RSA private keys and compressed points in hex are refused.
 */
public final class KeyText {

  /** The longest text that is looked at. */
  public static final int MAX_CHARACTERS = 65_536;

  private static final int POINT_DIGITS = 130;
  private static final Set<String> ENCRYPTED = Set.of("ENCRYPTED PRIVATE KEY");
  private static final Set<String> SEC1 = Set.of("EC PRIVATE KEY", "SM2 PRIVATE KEY");

  private KeyText() {}

  /**
   * The public key of an algorithm.
   *
   * @param text the key in one of the forms above
   * @param rsaOrSm2 what the key has to be good for
   * @return an {@link RSAPublicKey}, or a {@link java.security.interfaces.ECPublicKey} on sm2p256v1
   * @throws IllegalArgumentException when the text is no such key; the message says what was found
   *     and what is needed, and does not repeat the text
   */
  public static PublicKey publicKey(String text, SignatureAlgorithm rsaOrSm2) {
    if (rsaOrSm2.salted()) {
      throw new IllegalArgumentException(rsaOrSm2 + " takes a salt, a public key needs RSA or SM2");
    }
    PublicKey key = publicKey(text);
    requireAlgorithm(key, rsaOrSm2);
    return key;
  }

  /** The public key, of whichever algorithm it is. */
  static PublicKey publicKey(String text) {
    if (text.length() > MAX_CHARACTERS) {
      throw new IllegalArgumentException(
          "found " + text.length() + " characters, a public key has at most " + MAX_CHARACTERS);
    }
    List<PemBlock> blocks = PemBlock.all(text);
    return blocks.isEmpty() ? bare(PemBlock.withoutWhiteSpace(text)) : pem(blocks);
  }

  /** RSA or SM2. */
  static SignatureAlgorithm algorithmOf(PublicKey key) {
    return key instanceof RSAPublicKey ? SignatureAlgorithm.RSA : SignatureAlgorithm.SM2;
  }

  static void requireAlgorithm(PublicKey key, SignatureAlgorithm needed) {
    SignatureAlgorithm found = algorithmOf(key);
    if (found != needed) {
      throw new IllegalArgumentException("found an " + found + " key, " + needed + " is needed");
    }
  }

  private static PublicKey bare(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException(
          "found nothing but white space, a public key as PEM, Base64 or hex is needed");
    }
    if (text.chars().allMatch(KeyText::isHexDigit)) {
      if (text.length() != POINT_DIGITS || !text.startsWith("04")) {
        throw new IllegalArgumentException(
            "found "
                + text.length()
                + " hex digits, an uncompressed SM2 point has "
                + POINT_DIGITS
                + " that begin with 04");
      }
      return EncodedPublicKey.sm2(hex(text));
    }
    byte[] der = strictBase64(text);
    if (der == null) {
      throw new IllegalArgumentException(
          "found neither PEM nor Base64 nor hex in "
              + text.length()
              + " characters, a public key in one of these forms is needed");
    }
    return EncodedPublicKey.of(der);
  }

  private static PublicKey pem(List<PemBlock> blocks) {
    List<PemBlock> keys = blocks.stream().filter(block -> !block.isParameters()).toList();
    if (keys.size() != 1) {
      throw new IllegalArgumentException(
          "found the PEM blocks "
              + blocks.stream().map(PemBlock::label).toList()
              + ", exactly one key is needed");
    }
    PemBlock block = keys.get(0);
    String label = block.label();
    if (ENCRYPTED.contains(label) || block.encrypted()) {
      throw new IllegalArgumentException(
          "found an encrypted private key, the public key is needed:"
              + " openssl pkey -in FILE -pubout writes it");
    }
    if (label.equals("PUBLIC KEY")) {
      return EncodedPublicKey.of(block.der());
    }
    if (label.equals("CERTIFICATE")) {
      return EncodedPublicKey.ofCertificate(block.der());
    }
    if (label.equals("PRIVATE KEY")) {
      return Sm2PrivateKey.ofPkcs8(block.der()).publicKey();
    }
    if (SEC1.contains(label)) {
      byte[] parameters =
          blocks.stream()
              .filter(PemBlock::isParameters)
              .map(PemBlock::der)
              .findFirst()
              .orElse(null);
      return Sm2PrivateKey.ofSec1(block.der(), parameters).publicKey();
    }
    throw new IllegalArgumentException(
        "found the PEM block '"
            + label
            + "', a PUBLIC KEY or CERTIFICATE is needed: openssl pkey -pubout writes it");
  }

  private static byte[] hex(String text) {
    try {
      return Hex.decodeHex(text);
    } catch (DecoderException e) {
      throw new IllegalArgumentException("found hex that cannot be decoded", e);
    }
  }

  /** The bytes, or null where the text is anything but standard Base64 with its padding. */
  static byte @Nullable [] strictBase64(String text) {
    byte[] bytes = Base64.decodeBase64(text);
    return Base64.encodeBase64String(bytes).equals(text) ? bytes : null;
  }

  private static boolean isHexDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
}
