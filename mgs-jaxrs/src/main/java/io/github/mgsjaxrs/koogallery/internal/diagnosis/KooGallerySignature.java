package io.github.mgsjaxrs.koogallery.internal.diagnosis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.internal.diagnosis.Finding;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A signature of KooGallery, read also where it is written in a way that verification does not
 * take.
 *
 * @param bytes the 32 bytes of the HMAC
 * @param fault what is wrong with the way it is written; null if nothing is
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked for
record KooGallerySignature(byte[] bytes, @Nullable Finding fault) {

  private static final int BYTES = 32;
  private static final int HEX = 64;
  private static final int BASE64 = 44;

  /**
   * Reads the parameter {@code authToken}, Base64, or {@code signature}, hex.
   *
   * @param name the parameter's name
   * @param written its value, decoded
   * @param base64 whether it should be Base64
   * @return null where it is no HMAC-SHA256 in any way
   */
  static @Nullable KooGallerySignature of(String name, String written, boolean base64) {
    byte[] right = right(written, base64);
    if (right != null) {
      return new KooGallerySignature(right, null);
    }
    String stripped = written.strip();
    String unquoted = stripped.replaceFirst("^([\"'])(.+)\\1$", "$2");
    KooGallerySignature cleaned =
        read(right(stripped, base64), name + " has white space around it");
    if (cleaned == null) {
      String fault = name + " stands in quotation marks: leave them out";
      cleaned = read(right(unquoted, base64), fault);
    }
    if (cleaned == null) {
      String fault =
          name + " was percent-encoded twice, or decoded once too little: encode it once";
      cleaned = read(right(decoded(unquoted), base64), fault);
    }
    return cleaned == null ? inOtherNotation(name, unquoted, base64) : cleaned;
  }

  private static @Nullable KooGallerySignature inOtherNotation(
      String name, String text, boolean base64) {
    String needed = base64 ? "Base64 of its 32 bytes is needed" : "hex is needed";
    KooGallerySignature other =
        read(
            right(text, !base64),
            name + " is written in " + (base64 ? "hex: " : "Base64: ") + needed);
    if (other == null) {
      other = read(hex(plain(text)), name + " is Base64 of the hex text: " + needed);
    }
    return other == null
        ? read(
            base64Of(text.replace('-', '+').replace('_', '/')),
            name
                + " is written in Base64 for URLs, with - and _, or without its padding: "
                + (base64 ? "Base64 with + and /, and = at the end, is needed" : needed))
        : other;
  }

  private static @Nullable KooGallerySignature read(byte @Nullable [] bytes, String fault) {
    return bytes == null ? null : new KooGallerySignature(bytes, Finding.ofCause("The " + fault));
  }

  private static byte @Nullable [] right(String text, boolean base64) {
    if (!base64) {
      return hex(text);
    }
    // a plus sign that was decoded is restored, as verification does
    return text.length() == BASE64 ? base64Of(text.replace(' ', '+')) : null;
  }

  private static byte @Nullable [] hex(String text) {
    try {
      return text.length() == HEX ? HexFormat.of().parseHex(text) : null;
    } catch (IllegalArgumentException notHex) {
      return null;
    }
  }

  private static byte @Nullable [] base64Of(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return bytes.length == BYTES ? bytes : null;
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }

  private static String plain(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), ISO_8859_1);
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }

  /** A plus sign stays: it is a digit of Base64. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException broken) {
      return text;
    }
  }

  /** Without the signature. */
  @Override
  public String toString() {
    return "KooGallerySignature[<redacted>]";
  }
}
