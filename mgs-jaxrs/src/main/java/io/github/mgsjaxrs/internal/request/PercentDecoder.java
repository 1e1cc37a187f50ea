package io.github.mgsjaxrs.internal.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.request.Malformed;
import io.github.mgsjaxrs.request.MalformedRequestException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes pieces of a query, a form or a path, strictly: a broken escape, or bytes that are not
 * valid in the charset, are refused and never replaced, as a replacement would let two different
 * requests have one string to sign. So is a character of which only some bytes are escaped.
 *
 * <p>It remembers whether an escaped delimiter was met. Not for use by several threads.
 */
public final class PercentDecoder {

  private final Charset charset;
  private final boolean plusIsSpace;
  private final CharsetDecoder decoder;
  private boolean delimiterMet;

  public PercentDecoder(Charset charset, boolean plusIsSpace) {
    this.charset = charset;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    this.plusIsSpace = plusIsSpace;
  }

  public static String decodePath(String path) throws MalformedRequestException {
    byte[] bytes = path.getBytes(UTF_8);
    return new PercentDecoder(UTF_8, false).decode(bytes, 0, bytes.length);
  }

  /** True once an escape stood for {@code &} or {@code =}. */
  public boolean delimiterMet() {
    return delimiterMet;
  }

  public String decode(byte[] source, int from, int to) throws MalformedRequestException {
    for (int i = from; i < to; i++) {
      byte b = source[i];
      if (b == '%' || b < 0 || (b == '+' && plusIsSpace)) {
        return decodeFrom(source, from, to);
      }
    }
    return new String(source, from, to - from, ISO_8859_1);
  }

  /** Decodes the charset alone and leaves escapes as they are. */
  public String undecoded(byte[] source, int from, int to) throws MalformedRequestException {
    return text(ByteBuffer.wrap(source, from, to - from));
  }

  private String decodeFrom(byte[] source, int from, int to) throws MalformedRequestException {
    byte[] decoded = new byte[to - from];
    int length = 0;
    int cut = 0;
    boolean wasEscaped = false;
    boolean ascii = true;
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      byte b = source[i];
      boolean isEscaped = b == '%';
      if (isEscaped) {
        b = escaped(source, i, to);
        delimiterMet |= b == '&' || b == '=';
        i += 2;
      } else if (b == '+' && plusIsSpace) {
        b = ' ';
      }
      // who decodes escapes on their own sees another character where one is escaped in part
      if (isEscaped != wasEscaped && length > cut && (b < 0 || decoded[length - 1] < 0)) {
        text.append(text(ByteBuffer.wrap(decoded, cut, length - cut)));
        cut = length;
      }
      wasEscaped = isEscaped;
      ascii &= b >= 0;
      decoded[length++] = b;
    }
    if (ascii) {
      return new String(decoded, 0, length, ISO_8859_1);
    }
    return text.append(text(ByteBuffer.wrap(decoded, cut, length - cut))).toString();
  }

  private static byte escaped(byte[] source, int percent, int to) throws MalformedRequestException {
    int escaped =
        percent + 2 < to
            ? Character.digit((char) source[percent + 1], 16) << 4
                | Character.digit((char) source[percent + 2], 16)
            : -1;
    if (escaped < 0) {
      throw new MalformedRequestException(Malformed.ESCAPE, "a percent escape is broken");
    }
    return (byte) escaped;
  }

  private String text(ByteBuffer bytes) throws MalformedRequestException {
    try {
      return decoder.decode(bytes).toString();
    } catch (CharacterCodingException invalid) {
      throw new MalformedRequestException(
          Malformed.ESCAPE,
          "a parameter is not valid in "
              + charset.name()
              + ", where all bytes of a character have to be escaped, or none");
    }
  }
}
