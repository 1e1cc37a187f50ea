package io.github.mgsjaxrs.apigateway.protocol;

import io.github.mgsjaxrs.request.Malformed;
import io.github.mgsjaxrs.request.MalformedRequestException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * In which charset the server reads the values of headers ({@code mgs.apigateway.header-charset}).
 * API Gateway signs them as UTF-8, and sends these bytes; servers differ in what they make of bytes
 * beyond ASCII. Where two servers give one text for two headers, somebody could exchange these, so
 * nothing is guessed.
 */
public enum HeaderCharset {
  /** Nobody knows: a signed header with anything but ASCII in it is refused. */
  US_ASCII,
  /** Each character is a byte, as servlet containers have it: they are decoded once more. */
  ISO_8859_1,
  /** The server decodes UTF-8. */
  UTF_8;

  /**
   * The value as it was signed.
   *
   * @param name the header, in lower case
   * @param given the value as the server gives it
   * @return the text
   * @throws MalformedRequestException if it has control characters, or others than the charset
   */
  String signed(String name, String given) throws MalformedRequestException {
    String value = isAscii(given) ? given : decoded(name, given);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      // a line feed would make two lines of one. A tab may stand inside a value (RFC 9110, 5.5),
      // and
      // is refused all the same: servers differ in what they make of it, and of a folded line,
      // which
      // may begin with one, so that two requests could have one text. The others are in no value
      if (Character.isISOControl(c)) {
        throw malformed(name, "has a control character");
      }
    }
    return value;
  }

  private String decoded(String name, String given) throws MalformedRequestException {
    return switch (this) {
      case US_ASCII ->
          throw malformed(
              name,
              "has characters other than ASCII: set mgs.apigateway.header-charset to how the server"
                  + " reads them");
      case ISO_8859_1 -> {
        if (!given.chars().allMatch(c -> c <= 0xff)) {
          throw malformed(name, "has characters other than ISO-8859-1");
        }
        try {
          yield StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(given.getBytes(StandardCharsets.ISO_8859_1)))
              .toString();
        } catch (CharacterCodingException invalid) {
          throw malformed(name, "is not valid in UTF-8");
        }
      }
      case UTF_8 -> {
        // what a decoder puts in the place of bytes that it cannot read, whichever they were
        if (given.indexOf('\ufffd') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(given)) {
          throw malformed(name, "is not valid in UTF-8");
        }
        yield given;
      }
    };
  }

  private static boolean isAscii(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) > 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static MalformedRequestException malformed(String name, String why) {
    return new MalformedRequestException(
        Malformed.HEADERS, "the signed header '" + name + "' " + why);
  }
}
