package io.github.mgsjaxrs.conformance.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.conformance.matrix.resources.FormReaders;
import io.github.mgsjaxrs.conformance.openssl.OpenSsl;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A form or a query that is rightly signed, and that somebody may read otherwise.
 *
 * @param name its reader, and what is special
 * @param plain whether every client may send it, so that it has to be served
 * @param fields what was signed
 * @param sent the request
 */
record FormReading(String name, boolean plain, Map<String, List<String>> fields, RawRequest sent) {

  private static final GatewayKey KEY = SuiteKeys.of("MD5");

  static RawRequest signed(RawRequest request, String text) {
    return request
        .header(GatewayCall.SIGNATURE, OpenSsl.sign(KEY, text))
        .header(GatewayCall.KEY_ID, KEY.id());
  }

  static Map<String, List<String>> fields(String form, Charset charset) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (String piece : form.split("&", -1)) {
      if (!piece.isEmpty()) {
        String[] pair = piece.split("=", 2);
        String name = decoded(pair[0], charset);
        String value = pair.length < 2 ? "" : decoded(pair[1], charset);
        fields
            .computeIfAbsent(name == null ? "broken" : name, absent -> new ArrayList<>())
            .add(value == null ? "broken" : value);
      }
    }
    return fields;
  }

  /** Null where it cannot be decoded, so that it is refused whatever is signed. */
  private static @Nullable String decoded(String raw, Charset charset) {
    try {
      return URLDecoder.decode(raw, charset);
    } catch (IllegalArgumentException broken) {
      return null;
    }
  }

  /** As they stand in the text that is signed. */
  static String parameters(Map<String, List<String>> fields) {
    return fields.isEmpty()
        ? ""
        : new TreeMap<>(fields)
            .entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue().get(0))
                .collect(Collectors.joining("&", "?", ""));
  }

  /**
   * What a reader answers: beside a parameter, some runtimes have nothing left for who takes all.
   */
  List<String> expected(String line) {
    String kind = line.split(" ", 2)[0];
    String all =
        switch (kind) {
          case "fields" -> FormReaders.escaped(fields);
          case "params" ->
              FormReaders.escaped(
                  Map.of(
                      "a", fields.getOrDefault("a", List.of()),
                      "b", fields.getOrDefault("b", List.of())));
          default -> URLEncoder.encode(new String(sent.body(), UTF_8), UTF_8);
        };
    boolean mayBeEmpty = !kind.equals("params") && name.startsWith("param-");
    return mayBeEmpty ? List.of(kind + " " + all, kind + " ") : List.of(kind + " " + all);
  }
}
