package io.github.mgsjaxrs.protocol;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * Which charsets a form can be read in.
 *
 * <p>A form is cut at the bytes {@code &} and {@code =} before its pieces are decoded, while some
 * runtimes decode first and cut then. Both give the same fields only where those bytes never occur
 * inside another character. In UTF-16, EBCDIC or the ISO-2022 family they do, so that one body
 * would be two different forms: such a body is refused.
 */
final class FormCharsets {

  private static final Set<String> ASCII_BASED =
      Set.of("UTF-8", "US-ASCII", "GBK", "GB2312", "GB18030", "BIG5", "BIG5-HKSCS");

  private FormCharsets() {}

  static boolean admits(Charset charset) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      return true;
    }
    String name = charset.name().toUpperCase(Locale.ROOT);
    return ASCII_BASED.contains(name)
        || name.startsWith("ISO-8859-")
        || name.startsWith("WINDOWS-125")
        || name.equals("EUC-KR")
        || name.equals("EUC-JP");
  }
}
