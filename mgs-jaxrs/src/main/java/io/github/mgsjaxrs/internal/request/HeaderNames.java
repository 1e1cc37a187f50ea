package io.github.mgsjaxrs.internal.request;

import java.util.Locale;

/** Names of header fields (RFC 9110, section 5.1). */
public final class HeaderNames {

  private static final String NO_TOKEN = "\"(),/:;<=>?@[\\]{}";

  private HeaderNames() {}

  /** Whether a text is a token (RFC 9110, section 5.6.2), which every name of a header is. */
  public static boolean isToken(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c <= ' ' || c >= 0x7f || NO_TOKEN.indexOf(c) >= 0) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  /** The name as it is compared: names differ in more than case. */
  public static String lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
