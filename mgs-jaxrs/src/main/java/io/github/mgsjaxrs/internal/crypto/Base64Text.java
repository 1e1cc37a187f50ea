package io.github.mgsjaxrs.internal.crypto;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Standard Base64 with its padding, and no other way of writing the same bytes. The JDK's decoder
 * refuses foreign characters, which Commons Codec skips, and takes a tenth of its time; bits behind
 * the last byte are found by encoding again.
 */
public final class Base64Text {

  private Base64Text() {}

  /** The bytes, or null where the text is not what encoding them gives. */
  public static byte @Nullable [] decode(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return Base64.getEncoder().encodeToString(bytes).equals(text) ? bytes : null;
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }
}
