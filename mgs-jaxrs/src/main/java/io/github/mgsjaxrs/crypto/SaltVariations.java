package io.github.mgsjaxrs.crypto;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.mgsjaxrs.crypto.KeyVariation.Deviation;
import io.github.mgsjaxrs.internal.crypto.Base64Text;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** What is often wrong with the end of a salt or a secret that somebody copied. */
public final class SaltVariations {

  private SaltVariations() {}

  /**
   * Salts or secrets that differ from one at its end.
   *
   * @param salt its bytes
   * @return others by what is different
   */
  public static Map<Deviation, byte[]> of(byte[] salt) {
    Map<Deviation, byte[]> variations = new EnumMap<>(Deviation.class);
    int end = salt.length;
    while (end > 0 && salt[end - 1] >= 0 && Character.isWhitespace(salt[end - 1])) {
      end--;
    }
    if (end > 0 && end < salt.length) {
      variations.put(Deviation.SALT_WITHOUT_WHITE_SPACE, Arrays.copyOf(salt, end));
    }
    variations.put(Deviation.SALT_WITH_LINE_FEED, and(salt, '\n'));
    variations.put(Deviation.SALT_WITH_CARRIAGE_RETURN, and(salt, '\r', '\n'));
    variations.put(Deviation.SALT_WITH_SPACE, and(salt, ' '));
    return variations;
  }

  /**
   * The same, and what else is often wrong with a key that was copied from a console.
   *
   * @param key its bytes
   * @return others by what is different
   */
  public static Map<Deviation, byte[]> ofAccessKey(byte[] key) {
    Map<Deviation, byte[]> variations = of(key);
    String text = new String(key, ISO_8859_1); // each byte a character, and back
    String stripped = text.strip();
    if (!stripped.isEmpty() && !stripped.equals(text.stripTrailing())) {
      variations.put(Deviation.SECRET_STRIPPED, stripped.getBytes(ISO_8859_1));
    }
    String unquoted = stripped.replaceFirst("^([\"'])(.+)\\1$", "$2");
    if (!unquoted.equals(stripped)) {
      variations.put(Deviation.SECRET_WITHOUT_QUOTES, unquoted.getBytes(ISO_8859_1));
    }
    byte[] decoded = Base64Text.decode(stripped);
    if (decoded != null && decoded.length > 0) {
      variations.put(Deviation.SECRET_FROM_BASE64, decoded);
    }
    return variations;
  }

  private static byte[] and(byte[] salt, char... more) {
    byte[] longer = Arrays.copyOf(salt, salt.length + more.length);
    for (int i = 0; i < more.length; i++) {
      longer[salt.length + i] = (byte) more[i];
    }
    return longer;
  }
}
