package io.github.mgsjaxrs.tool;

import org.jspecify.annotations.Nullable;

/** Strings as JSON has them, in ASCII alone, whatever the terminal's charset is. */
final class JsonText {

  private JsonText() {}

  static String of(@Nullable String text) {
    if (text == null) {
      return "null";
    }
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> {
          if (c >= ' ' && c < 0x7f) {
            json.append(c);
          } else {
            json.append(String.format("\\u%04x", (int) c));
          }
        }
      }
    }
    return json.append('"').toString();
  }
}
