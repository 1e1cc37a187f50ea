package io.github.mgsjaxrs.conformance.suite;

import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Header;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a resource method saw, as the echo told it, or as it should have from what was sent. The
 * Content-Type stands here without spaces and in lower case, as servers write it anew.
 */
record Seen(
    String resource,
    String method,
    String path,
    Map<String, List<String>> query,
    @Nullable Map<String, List<String>> form,
    @Nullable String contentType,
    long bodyLength,
    @Nullable String bodySha256,
    @Nullable String keyId,
    @Nullable String algorithm) {

  static Seen in(RawResponse response) {
    JsonObject echo = response.json();
    Map<String, List<String>> query = parameters(echo.getJsonObject("query"));
    return new Seen(
        echo.getString("resource"),
        echo.getString("method"),
        echo.getString("path"),
        withoutNameless(query),
        echo.containsKey("form") ? parameters(echo.getJsonObject("form")) : null,
        echo.containsKey("contentType") ? canonical(echo.getString("contentType")) : null,
        echo.getJsonNumber("bodyLength").longValueExact(),
        echo.getString("bodySha256", null),
        echo.getString("keyId", null),
        echo.getString("algorithm", null));
  }

  /** What the resource must see when the request is served as signed with that key. */
  static Seen of(RawRequest sent, GatewayKey key) {
    return of(sent, key, "signed");
  }

  static Seen of(RawRequest sent, GatewayKey key, String resource) {
    String[] target = sent.target().split("\\?", 2);
    Optional<String> contentType =
        sent.headers().stream()
            .filter(header -> header.name().equalsIgnoreCase("Content-Type"))
            .map(Header::value)
            .findFirst();
    boolean form = contentType.filter(Seen::isForm).isPresent();
    return new Seen(
        resource,
        sent.method(),
        target[0],
        target.length < 2
            ? Map.of()
            : withoutNameless(parameters(target[1], StandardCharsets.UTF_8)),
        form ? fields(sent.body(), charset(contentType.get())) : null,
        contentType.map(Seen::canonical).orElse(null),
        sent.body().length,
        form ? null : sha256(sent.body()),
        key.id(),
        key.algorithm());
  }

  /** Some runtimes show what stands between two "&" as a parameter without a name, some none. */
  private static Map<String, List<String>> withoutNameless(Map<String, List<String>> query) {
    query.remove("");
    return query;
  }

  /** The same with another path. */
  Seen at(String other) {
    return new Seen(
        resource,
        method,
        other,
        query,
        form,
        contentType,
        bodyLength,
        bodySha256,
        keyId,
        algorithm);
  }

  private static String canonical(String contentType) {
    return contentType.replace(" ", "").toLowerCase(Locale.ROOT);
  }

  private static boolean isForm(String contentType) {
    return contentType
        .toLowerCase(Locale.ROOT)
        .split(";", 2)[0]
        .strip()
        .equals("application/x-www-form-urlencoded");
  }

  private static Charset charset(String contentType) {
    int at = contentType.toLowerCase(Locale.ROOT).indexOf("charset=");
    return at < 0 ? StandardCharsets.UTF_8 : Charset.forName(contentType.substring(at + 8));
  }

  private static Map<String, List<String>> fields(byte[] form, Charset charset) {
    return parameters(new String(form, charset), charset);
  }

  /** The parameters of a query, each with all its values. */
  static Map<String, List<String>> parameters(String query) {
    return parameters(query, StandardCharsets.UTF_8);
  }

  private static Map<String, List<String>> parameters(String text, Charset charset) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String piece : text.split("&", -1)) {
      if (!piece.isEmpty()) {
        String[] pair = piece.split("=", 2);
        parameters
            .computeIfAbsent(URLDecoder.decode(pair[0], charset), name -> new ArrayList<>())
            .add(pair.length < 2 ? "" : URLDecoder.decode(pair[1], charset));
      }
    }
    return parameters;
  }

  private static Map<String, List<String>> parameters(JsonObject object) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    object.forEach(
        (name, values) ->
            parameters.put(
                name,
                ((JsonArray) values)
                    .getValuesAs(JsonString.class).stream().map(JsonString::getString).toList()));
    return parameters;
  }

  private static String sha256(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
