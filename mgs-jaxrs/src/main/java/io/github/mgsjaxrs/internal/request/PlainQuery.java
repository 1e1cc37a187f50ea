package io.github.mgsjaxrs.internal.request;

/**
 * Queries that are written so that nothing can be read out of them but what stands there, and need
 * not be compared with what somebody else reads: pieces with a name, at most one {@code =}, and no
 * character that means anything else to anybody.
 *
 * <p>In values, escapes of UTF-8 are such characters, unless what they stand for would mean
 * something to whoever decodes before he cuts, or decodes what is decoded. In names they are not:
 * some collect the values of a name before they decode it. A {@code +} in a value is a space to
 * Jersey, as it is to whoever verifies; signs in names are left to the comparison, which costs less
 * than a second thought about matrix parameters and the like.
 */
public final class PlainQuery {

  private static final String MEANS_SOMETHING = "%&+;=#";

  /** What clients leave as it is in values beside the unreserved (RFC 3986, section 3.4). */
  private static final String IN_VALUES = "+!$'()*,:@/?";

  private static final int BROKEN = -1;

  /** The least code point of so many bytes (RFC 3629, section 3). */
  private static final int[] LEAST = {0, 0, 0x80, 0x800, 0x10000};

  private PlainQuery() {}

  /**
   * Whether a query is one.
   *
   * @param query a query as it was sent, without its question mark
   * @return false where it has other escapes, signs or empty names
   */
  public static boolean isPlain(String query) {
    boolean inName = true;
    int start = 0;
    int i = 0;
    while (i < query.length()) {
      char c = query.charAt(i);
      if (c == '%') {
        i = inName ? BROKEN : behindEscapes(query, i);
        if (i == BROKEN) {
          return false;
        }
        continue;
      }
      if (c == '=') {
        if (!inName || i == start) {
          return false;
        }
        inName = false;
      } else if (c == '&') {
        if (i == start) {
          return false;
        }
        inName = true;
        start = i + 1;
      } else if (!SentQuery.isUnreserved(c) && (inName || IN_VALUES.indexOf(c) < 0)) {
        return false;
      }
      i++;
    }
    return start < query.length();
  }

  /** Where the escapes of one character end. */
  private static int behindEscapes(String query, int from) {
    int lead = escaped(query, from);
    if (lead < 0x80) {
      boolean plain = lead >= ' ' && lead != 0x7F && MEANS_SOMETHING.indexOf(lead) < 0;
      return plain ? from + 3 : BROKEN;
    }
    int bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    int codePoint = lead & (0x7F >> bytes);
    for (int i = 1; i < bytes; i++) {
      int next = escaped(query, from + 3 * i);
      if ((next & ~0x3F) != 0x80) {
        return BROKEN;
      }
      codePoint = codePoint << 6 | (next & 0x3F);
    }
    boolean scalar =
        codePoint <= Character.MAX_CODE_POINT
            && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
    // in the upper half below 0xC0 stand no leading bytes, and from 0xF8 on no bytes at all
    return lead >= 0xC0 && lead < 0xF8 && codePoint >= LEAST[bytes] && scalar
        ? from + 3 * bytes
        : BROKEN;
  }

  /** Below zero where no escape stands. */
  private static int escaped(String query, int at) {
    return at + 2 < query.length() && query.charAt(at) == '%'
        ? SentQuery.hex(query.charAt(at + 1)) << 4 | SentQuery.hex(query.charAt(at + 2))
        : BROKEN;
  }
}
