package io.github.mgsjaxrs.internal.request;

/**
 * Writes a stranger's text so that it stays one line of a log and looks like what it is.
 *
 * <pre>{@code Escaping.oneLine("a\nb") // a\nb, with a backslash and an n}</pre>
 */
public final class Escaping {

  private static final int SHOWN = 2048;

  private Escaping() {}

  /**
   * Escapes control characters, separators, backslashes and everything that turns the direction of
   * writing; cuts after 2,048 characters.
   *
   * @param text any text
   * @return one printable line
   */
  public static String oneLine(String text) {
    int end = Math.min(text.length(), SHOWN);
    StringBuilder line = new StringBuilder(end + 16);
    for (int i = 0; i < end; ) {
      int character = text.codePointAt(i);
      append(character, line);
      i += Character.charCount(character);
    }
    if (end < text.length()) {
      line.append("…(").append(text.length()).append(" characters)");
    }
    return line.toString();
  }

  private static void append(int character, StringBuilder line) {
    switch (character) {
      case '\n' -> line.append("\\n");
      case '\r' -> line.append("\\r");
      case '\t' -> line.append("\\t");
      case '\\' -> line.append("\\\\");
      default -> {
        if (isPrintable(character)) {
          line.appendCodePoint(character);
        } else {
          for (char unit : Character.toChars(character)) {
            line.append(String.format("\\u%04x", (int) unit));
          }
        }
      }
    }
  }

  private static boolean isPrintable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
