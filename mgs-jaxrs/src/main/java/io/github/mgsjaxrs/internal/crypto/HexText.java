package io.github.mgsjaxrs.internal.crypto;

import org.apache.commons.codec.DecoderException;
import org.apache.commons.codec.binary.Hex;
import org.jspecify.annotations.Nullable;

/** Hex as the gateway writes it; Commons Codec alone would take the digits of every script. */
public final class HexText {

  private HexText() {}

  /** The bytes, or null where the text is anything but pairs of {@code 0-9 a-f}. */
  public static byte @Nullable [] decodeLowerCase(String text) {
    return decode(text, false);
  }

  /** The bytes, or null where the text is anything but pairs of {@code 0-9 a-f A-F}. */
  public static byte @Nullable [] decodeAnyCase(String text) {
    return decode(text, true);
  }

  private static byte @Nullable [] decode(String text, boolean upperCase) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
      if (!digit && !(upperCase && c >= 'A' && c <= 'F')) {
        return null;
      }
    }
    try {
      return Hex.decodeHex(text);
    } catch (DecoderException e) {
      return null; // an odd number of digits
    }
  }
}
