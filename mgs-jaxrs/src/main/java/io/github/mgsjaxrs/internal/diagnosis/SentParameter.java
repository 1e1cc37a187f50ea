package io.github.mgsjaxrs.internal.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.internal.request.LooseParameters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a query as it was sent.
 *
 * @param rawName the name with its percent escapes
 * @param rawValue the value with its percent escapes; null where there is no equals sign
 * @param name the name decoded
 * @param value the value decoded, empty where there is none
 */
public record SentParameter(String rawName, @Nullable String rawValue, String name, String value) {

  public static SentParameter of(String rawName, @Nullable String rawValue) {
    return new SentParameter(
        rawName, rawValue, decoded(rawName), rawValue == null ? "" : decoded(rawValue));
  }

  /** The parameters of a query that verification could decode. */
  public static List<SentParameter> of(String query) {
    List<SentParameter> parameters = new ArrayList<>();
    LooseParameters pieces = new LooseParameters(query);
    while (pieces.next()) {
      if (!pieces.isEmpty()) {
        parameters.add(of(pieces.rawName(), pieces.rawValue()));
      }
    }
    return parameters;
  }

  /** Decoded as forms are; the same text where an escape is broken. */
  public static String decoded(String text) {
    return LooseParameters.decoded(text, UTF_8);
  }
}
