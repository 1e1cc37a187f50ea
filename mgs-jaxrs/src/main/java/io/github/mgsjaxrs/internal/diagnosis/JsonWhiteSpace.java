package io.github.mgsjaxrs.internal.diagnosis;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** JSON as most libraries write it: without white space between its tokens (RFC 8259). */
public final class JsonWhiteSpace {

  private JsonWhiteSpace() {}

  /**
   * The bytes of a JSON text without the white space outside of its strings.
   *
   * @param json UTF-8, or any charset in which ASCII is itself
   * @return the shorter text; null where this is no object or array, or a string does not end
   */
  public static byte @Nullable [] without(byte[] json) {
    byte[] result = new byte[json.length];
    int length = 0;
    boolean inString = false;
    for (int i = 0; i < json.length; i++) {
      byte b = json[i];
      if (inString) {
        if (b == '\\' && i + 1 < json.length) {
          result[length++] = b;
          b = json[++i];
        } else if (b == '"') {
          inString = false;
        }
      } else if (b == ' ' || b == '\t' || b == '\n' || b == '\r') {
        continue;
      } else {
        inString = b == '"';
      }
      result[length++] = b;
    }
    boolean structured = length > 1 && (result[0] == '{' || result[0] == '[');
    return structured && !inString ? Arrays.copyOf(result, length) : null;
  }
}
