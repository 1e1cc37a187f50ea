package io.github.mgsjaxrs.offline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads {@code SIGN.json}: one JSON object of strings, in UTF-8 (RFC 8259). Anything else is
 * refused, and so is a name that stands in it twice, as readers differ in which of them counts.
 *
 * <p>No JSON library reads it: which one a server has is not known here, and they differ in what
 * they take beyond the standard. What one server took for signed, another would not.
 */
final class SignatureMap {

  private static final int END = -1;

  private final String text;
  private int at;

  private SignatureMap(String text) {
    this.text = text;
  }

  /**
   * The signatures by the names of their files.
   *
   * @param json the file
   * @return the map, in the order of the file
   * @throws RefusedPackageException if it is no such object
   */
  static Map<String, String> of(byte[] json) throws RefusedPackageException {
    try {
      return new SignatureMap(UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString()).object();
    } catch (CharacterCodingException notUtf8) {
      throw new RefusedPackageException(
          PackageOutcome.VERIFICATION_FAILED, "the file of signatures is not UTF-8");
    }
  }

  private Map<String, String> object() throws RefusedPackageException {
    Map<String, String> members = new LinkedHashMap<>();
    require('{');
    if (next() == '}') {
      at++;
    } else {
      member(members);
      while (next() == ',') {
        at++;
        member(members);
      }
      require('}');
    }
    if (next() != END) {
      throw malformed();
    }
    return Collections.unmodifiableMap(members);
  }

  private void member(Map<String, String> members) throws RefusedPackageException {
    String name = string();
    require(':');
    if (members.putIfAbsent(name, string()) != null) {
      throw new RefusedPackageException(
          PackageOutcome.VERIFICATION_FAILED, "the file of signatures has one name twice");
    }
  }

  private String string() throws RefusedPackageException {
    require('"');
    StringBuilder value = new StringBuilder();
    for (char c = take(); c != '"'; c = take()) {
      if (c < ' ') {
        throw malformed();
      }
      value.append(c == '\\' ? escaped(take()) : c);
    }
    return value.toString();
  }

  private char escaped(char kind) throws RefusedPackageException {
    return switch (kind) {
      case '"', '\\', '/' -> kind;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unit();
      default -> throw malformed();
    };
  }

  private char unit() throws RefusedPackageException {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      char c = take();
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw malformed();
      }
      unit = unit << 4 | digit;
    }
    return (char) unit;
  }

  /** The next character that is no white space, which is not taken; {@link #END} at the end. */
  private int next() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : END;
  }

  private void require(char expected) throws RefusedPackageException {
    if (next() != expected) {
      throw malformed();
    }
    at++;
  }

  private char take() throws RefusedPackageException {
    if (at == text.length()) {
      throw malformed();
    }
    return text.charAt(at++);
  }

  private RefusedPackageException malformed() {
    return new RefusedPackageException(
        PackageOutcome.VERIFICATION_FAILED,
        "the file of signatures is no JSON object of strings, from character " + at + " on");
  }
}
