package io.github.mgsjaxrs.internal.entity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.internal.request.LooseParameters;
import io.github.mgsjaxrs.settings.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of forms, as layers below JAX-RS list them. */
public final class FormParameters {

  /**
   * Bytes, decoded strings, the string to sign and its bytes: what parsing a form takes at once.
   */
  public static final int FACTOR = 6;

  /** As many as the common containers admit. */
  private static final int MOST = 10_000;

  private FormParameters() {}

  /**
   * The parameters of query and form as a servlet container lists them: the query's values first.
   */
  public static Map<String, String[]> merged(
      Map<String, String[]> query, Map<String, List<String>> fields) {
    Map<String, String[]> merged = new LinkedHashMap<>(query);
    fields.forEach(
        (name, values) -> {
          List<String> all = new ArrayList<>(List.of(query.getOrDefault(name, new String[0])));
          all.addAll(values);
          merged.put(name, all.toArray(String[]::new));
        });
    return merged;
  }

  /**
   * The parameters of a form alone. There is no limit for a form that was verified, as that has no
   * more than {@code mgs.limits.parameters}.
   *
   * @param form its bytes
   * @param charset of its escapes
   * @param limits the verifier's
   * @return the values of each name, in order; null where there are more than anybody expects
   */
  public static @Nullable Map<String, List<String>> of(
      ReplayableEntity form, Charset charset, Limits limits) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    return form.length() == 0 || add(fields, text(form), charset, most(limits)) ? fields : null;
  }

  /**
   * The parameters of a query as it was verified: in UTF-8, whatever the body declares.
   *
   * @param query the raw query, or null
   * @return the values of each name, in order
   */
  public static Map<String, String[]> ofQuery(@Nullable String query) {
    Map<String, List<String>> parsed = new LinkedHashMap<>();
    add(parsed, query == null ? "" : query, UTF_8, Integer.MAX_VALUE);
    Map<String, String[]> parameters = new LinkedHashMap<>();
    parsed.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
    return parameters;
  }

  /** How many parameters of a form are parsed. */
  public static int most(Limits limits) {
    return Math.max(MOST, limits.parameters());
  }

  /** At most so many parameters are in a form. */
  public static int count(byte[] form) {
    int count = 1;
    for (byte each : form) {
      if (each == '&') {
        count++;
      }
    }
    return count;
  }

  private static String text(ReplayableEntity form) {
    try {
      return new String(form.bytes(), ISO_8859_1);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static boolean add(
      Map<String, List<String>> all, String form, Charset charset, int most) {
    LooseParameters pieces = new LooseParameters(form);
    int count = 0;
    while (pieces.next()) {
      if (pieces.isEmpty()) {
        continue;
      }
      if (++count > most) {
        return false;
      }
      String value = pieces.rawValue();
      all.computeIfAbsent(decoded(pieces.rawName(), charset), absent -> new ArrayList<>())
          .add(value == null ? "" : decoded(value, charset));
    }
    return true;
  }

  private static String decoded(String raw, Charset charset) {
    return LooseParameters.decoded(new String(raw.getBytes(ISO_8859_1), charset), charset);
  }
}
