package io.github.mgsjaxrs.properties;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.EmptyBody;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Escapes;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Order;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Precedence;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Valueless;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The string to sign, written a second time from the protocol's documentation: slow, simple, and
 * without a line of the library. What both agree on was at least not mistyped.
 */
public final class PlainStringToSign {

  private PlainStringToSign() {}

  /**
   * All texts that may have been signed, the preferred one first.
   *
   * @return empty if the request cannot be read
   */
  public static Optional<List<String>> readings(PlainRequest request, Canonicalization choices) {
    try {
      String url = path(request.path(), choices) + parameters(request, choices);
      List<String> readings = new ArrayList<>();
      for (String md5 : contentMd5(request, choices)) {
        readings.add(request.method().toUpperCase(Locale.ROOT) + "\n" + md5 + "\n" + url);
      }
      return Optional.of(readings);
    } catch (CharacterCodingException unreadable) {
      return Optional.empty();
    }
  }

  private static List<String> contentMd5(PlainRequest request, Canonicalization choices) {
    String method = request.method().toUpperCase(Locale.ROOT);
    if (request.form() || !(method.equals("PUT") || method.equals("POST"))) {
      return List.of("");
    }
    if (request.body().length > 0) {
      return List.of(md5(request.body()));
    }
    if (choices.emptyBody() == EmptyBody.UNSIGNED) {
      return List.of("");
    }
    List<String> empty = new ArrayList<>();
    if (choices.emptyBody() != EmptyBody.EMPTY) {
      empty.add(md5("null".getBytes(UTF_8)));
    }
    if (choices.emptyBody() != EmptyBody.NULL) {
      empty.add(md5(new byte[0]));
    }
    return empty;
  }

  private static String md5(byte[] bytes) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String path(String path, Canonicalization choices)
      throws CharacterCodingException {
    String result = path;
    if (choices.path() == Escapes.DECODED) {
      result = unescaped(new String(path.getBytes(UTF_8), ISO_8859_1), UTF_8);
    }
    String strip = choices.pathPrefixStrip();
    if (!strip.isEmpty() && (result.equals(strip) || result.startsWith(strip + "/"))) {
      result = result.substring(strip.length());
    }
    return choices.pathPrefixAdd() + result;
  }

  private static String parameters(PlainRequest request, Canonicalization choices)
      throws CharacterCodingException {
    Comparator<String> order = Comparator.naturalOrder();
    if (choices.order() == Order.CASE_INSENSITIVE) {
      order = String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());
    }
    Map<String, String> first = new TreeMap<>(order);
    String form = request.form() ? new String(request.body(), ISO_8859_1) : "";
    if (!request.query().chars().allMatch(c -> c < 128)) {
      throw new CharacterCodingException();
    }
    if (choices.precedence() == Precedence.QUERY) {
      collect(request.query(), UTF_8, choices, first);
      collect(form, request.charset(), choices, first);
    } else {
      collect(form, request.charset(), choices, first);
      collect(request.query(), UTF_8, choices, first);
    }
    return first.isEmpty() ? "" : "?" + String.join("&", first.values());
  }

  /** Keeps of each name what is written for it where it stands first. */
  private static void collect(
      String source, Charset charset, Canonicalization choices, Map<String, String> first)
      throws CharacterCodingException {
    for (String piece : source.split("&")) {
      if (piece.isEmpty()) {
        continue;
      }
      String[] sides = piece.split("=", 2);
      String name = unescaped(sides[0].replace('+', ' '), charset);
      String value = sides.length == 1 ? "" : unescaped(sides[1].replace('+', ' '), charset);
      if (choices.parameters() == Escapes.RAW) {
        name = strictly(sides[0].getBytes(ISO_8859_1), charset);
        value = sides.length == 1 ? "" : strictly(sides[1].getBytes(ISO_8859_1), charset);
      }
      boolean equals = sides.length == 2 || choices.valueless() == Valueless.EQUALS;
      first.putIfAbsent(name, equals ? name + "=" + value : name);
    }
  }

  /** Whether a name has another value on the side that does not count. */
  public static boolean hasOtherValue(PlainRequest request, Canonicalization choices)
      throws CharacterCodingException {
    if (!request.form()) {
      return false;
    }
    String form = new String(request.body(), ISO_8859_1);
    boolean query = choices.precedence() == Precedence.QUERY;
    Map<String, List<String>> counting =
        query ? values(request.query(), UTF_8, choices) : values(form, request.charset(), choices);
    Map<String, List<String>> other =
        query ? values(form, request.charset(), choices) : values(request.query(), UTF_8, choices);
    return counting.entrySet().stream()
        .anyMatch(
            signed ->
                other.getOrDefault(signed.getKey(), List.of()).stream()
                    .anyMatch(value -> !value.equals(signed.getValue().get(0))));
  }

  private static Map<String, List<String>> values(
      String source, Charset charset, Canonicalization choices) throws CharacterCodingException {
    Map<String, List<String>> values = new TreeMap<>();
    for (String piece : source.split("&")) {
      if (!piece.isEmpty()) {
        // whether there is an equals sign counts too
        Map<String, String> one = new TreeMap<>();
        collect(piece, charset, choices.toBuilder().valueless(Valueless.AS_SENT).build(), one);
        one.forEach(
            (name, written) -> values.computeIfAbsent(name, k -> new ArrayList<>()).add(written));
      }
    }
    return values;
  }

  /** Whether a form spells one name in two ways. */
  public static boolean hasOtherSpelling(PlainRequest request) throws CharacterCodingException {
    Map<String, String> spelled = new TreeMap<>();
    String form = request.form() ? new String(request.body(), ISO_8859_1) : "";
    for (String piece : form.split("&")) {
      String sent = piece.split("=", 2)[0];
      String name = unescaped(sent.replace('+', ' '), request.charset());
      String before = piece.isEmpty() ? null : spelled.putIfAbsent(name, sent);
      if (before != null && !before.equals(sent)) {
        return true;
      }
    }
    return false;
  }

  /**
   * By way of hex digits, of which an escape already has two. Escapes in a row, and what stands
   * between them, each have to be whole characters: where a resource decodes them on their own, a
   * character that is escaped in part would be another one.
   */
  private static String unescaped(String source, Charset charset) throws CharacterCodingException {
    StringBuilder text = new StringBuilder();
    for (String run : source.split("(?<=%..)(?!%)|(?<!%)(?<!%.)(?<!%..)(?=%)")) {
      if (run.startsWith("%")) {
        if (!run.matches("(%[0-9a-fA-F]{2})+")) {
          throw new CharacterCodingException();
        }
        text.append(strictly(HexFormat.of().parseHex(run.replace("%", "")), charset));
      } else {
        text.append(strictly(run.getBytes(ISO_8859_1), charset));
      }
    }
    return text.toString();
  }

  private static String strictly(byte[] bytes, Charset charset) throws CharacterCodingException {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes))
        .toString();
  }
}
