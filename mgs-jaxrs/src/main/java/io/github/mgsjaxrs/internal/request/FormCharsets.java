package io.github.mgsjaxrs.internal.request;

import io.github.mgsjaxrs.request.ContentType;
import io.github.mgsjaxrs.request.Malformed;
import io.github.mgsjaxrs.request.MalformedRequestException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which charsets a form can be read in.
 *
 * <p>A form is cut at the bytes {@code &} and {@code =} before its pieces are decoded, while some
 * runtimes decode first and cut then. Both give the same fields only where those bytes never occur
 * inside another character. In UTF-16, EBCDIC or the ISO-2022 family they do, so that one body
 * would be two different forms: such a body is refused.
 */
public final class FormCharsets {

  private static final Set<String> ASCII_BASED =
      Set.of("UTF-8", "US-ASCII", "GBK", "GB2312", "GB18030", "BIG5", "BIG5-HKSCS");

  private FormCharsets() {}

  /**
   * The charset that a form is read in for its signature.
   *
   * @param type what is declared
   * @param configured what is configured, or null
   * @return the configured charset, or else the declared one, or else UTF-8
   * @throws MalformedRequestException if the declared one can be read in several ways, is not
   *     known, or is none that a form can be read in
   */
  public static Charset of(ContentType type, @Nullable Charset configured)
      throws MalformedRequestException {
    Charset declared = type.charset();
    // a resource may read the form as it is declared, whatever is named for the signature
    if (declared != null && !admits(declared)) {
      throw new MalformedRequestException(
          Malformed.ESCAPE, "a form cannot be read in " + declared.name());
    }
    if (configured != null) {
      return configured;
    }
    return declared == null ? StandardCharsets.UTF_8 : declared;
  }

  public static boolean admits(Charset charset) {
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
