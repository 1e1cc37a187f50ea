package io.github.mgsjaxrs.protocol;

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
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        case '\t' -> line.append("\\t");
        case '\\' -> line.append("\\\\");
        default -> {
          if (isPrintable(c)) {
            line.append(c);
          } else {
            line.append(String.format("\\u%04x", (int) c));
          }
        }
      }
    }
    if (end < text.length()) {
      line.append("…(").append(text.length()).append(" characters)");
    }
    return line.toString();
  }

  private static boolean isPrintable(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
