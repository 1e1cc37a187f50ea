package io.github.mgsjaxrs.filter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of query and form as a servlet container lists them: the query's values first. */
final class FormParameters {

  /** As many as the common containers admit. */
  private static final int MOST = 10_000;

  private FormParameters() {}

  static Map<String, String[]> merged(
      Map<String, String[]> query, @Nullable ReplayableEntity form, Charset charset) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    query.forEach((name, values) -> all.put(name, new ArrayList<>(List.of(values))));
    if (form != null && form.length() > 0) {
      add(all, text(form), charset);
    }
    Map<String, String[]> merged = new LinkedHashMap<>();
    all.forEach((name, values) -> merged.put(name, values.toArray(String[]::new)));
    return merged;
  }

  /**
   * The parameters of a form alone.
   *
   * @param form its bytes
   * @param charset of its escapes
   * @return the values of each name, in order
   */
  static Map<String, List<String>> of(ReplayableEntity form, Charset charset) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    if (form.length() > 0) {
      add(fields, text(form), charset);
    }
    return fields;
  }

  private static String text(ReplayableEntity form) {
    try {
      return new String(form.bytes(), ISO_8859_1);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void add(Map<String, List<String>> all, String form, Charset charset) {
    int count = 0;
    for (int start = 0; start < form.length(); ) {
      int end = form.indexOf('&', start);
      end = end < 0 ? form.length() : end;
      if (end > start) {
        if (++count > MOST) {
          throw new IllegalStateException("A form has more than " + MOST + " parameters");
        }
        // within the piece alone: a search to the end of the form would take a square of its length
        int equals = start;
        while (equals < end && form.charAt(equals) != '=') {
          equals++;
        }
        boolean assigned = equals < end;
        String name = decoded(form.substring(start, assigned ? equals : end), charset);
        String value = assigned ? decoded(form.substring(equals + 1, end), charset) : "";
        all.computeIfAbsent(name, absent -> new ArrayList<>()).add(value);
      }
      start = end + 1;
    }
  }

  private static String decoded(String raw, Charset charset) {
    String text = new String(raw.getBytes(ISO_8859_1), charset);
    try {
      return URLDecoder.decode(text, charset);
    } catch (IllegalArgumentException broken) {
      return text;
    }
  }
}
