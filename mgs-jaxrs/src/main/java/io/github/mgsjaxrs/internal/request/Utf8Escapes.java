package io.github.mgsjaxrs.internal.request;

import io.github.mgsjaxrs.request.Malformed;
import io.github.mgsjaxrs.request.MalformedRequestException;

/**
 * Decodes percent escapes and UTF-8 where they stand: in an array each of whose characters is one
 * byte as it was sent. What comes out is never longer than what went in.
 *
 * <p>As strict as {@link PercentDecoder}, which does the same for any charset: a broken escape,
 * what is not valid UTF-8 (RFC 3629, section 4), and a character of which only some bytes are
 * escaped are refused. It is a class of its own because nearly every escape is one of UTF-8, and no
 * object has to be made for it here.
 */
public final class Utf8Escapes {

  private static final int ESCAPED = 0x100;

  /**
   * The least code point that needs so many bytes more; anything lower could be written shorter.
   */
  private static final int[] LEAST = {0, 0x80, 0x800, 0x10000};

  private boolean delimiterMet;

  public void clear() {
    delimiterMet = false;
  }

  /** True once an escape stood for {@code &} or {@code =}. */
  public boolean delimiterMet() {
    return delimiterMet;
  }

  /**
   * Decodes a part over itself; {@code +} becomes a space.
   *
   * @return where the text ends
   */
  public int decode(char[] array, int from, int to) throws MalformedRequestException {
    int read = from;
    int write = from;
    while (read < to) {
      char c = array[read];
      if (c != '%' && c < 0x80) {
        array[write++] = c == '+' ? ' ' : c;
        read++;
        continue;
      }
      int unit = unit(array, read, to);
      read += width(unit);
      int lead = unit & 0xff;
      if (lead < 0x80) {
        delimiterMet |= lead == '&' || lead == '=';
        array[write++] = (char) lead;
        continue;
      }
      int more = following(lead);
      int codePoint = lead & (0x3f >> more);
      for (int i = 0; i < more; i++) {
        int next = read < to ? unit(array, read, to) : 0;
        // who decodes escapes on their own sees another character where one is escaped in part
        if ((next & ~0x3f) != ((unit & ESCAPED) | 0x80)) {
          throw invalid();
        }
        codePoint = codePoint << 6 | (next & 0x3f);
        read += width(next);
      }
      if (codePoint < LEAST[more] || !isScalar(codePoint)) {
        throw invalid();
      }
      write += Character.toChars(codePoint, array, write);
    }
    return write;
  }

  /** The byte there, with a mark if it is escaped. */
  private static int unit(char[] array, int at, int to) throws MalformedRequestException {
    if (array[at] != '%') {
      return array[at];
    }
    int escaped = at + 2 < to ? digit(array[at + 1]) << 4 | digit(array[at + 2]) : -1;
    if (escaped < 0) {
      throw new MalformedRequestException(Malformed.ESCAPE, "a percent escape is broken");
    }
    return ESCAPED | escaped;
  }

  private static int width(int unit) {
    return unit < ESCAPED ? 1 : 3;
  }

  private static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    int letter = c | 0x20;
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
  }

  private static int following(int lead) throws MalformedRequestException {
    if (lead >= 0xc0 && lead < 0xe0) {
      return 1;
    }
    if (lead >= 0xe0 && lead < 0xf0) {
      return 2;
    }
    if (lead >= 0xf0 && lead < 0xf8) {
      return 3;
    }
    throw invalid();
  }

  private static boolean isScalar(int codePoint) {
    return codePoint <= Character.MAX_CODE_POINT
        && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
  }

  private static MalformedRequestException invalid() {
    return new MalformedRequestException(Malformed.ESCAPE, "a parameter is not valid in UTF-8");
  }
}
