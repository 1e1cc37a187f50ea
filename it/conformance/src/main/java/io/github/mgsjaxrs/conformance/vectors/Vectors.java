package io.github.mgsjaxrs.conformance.vectors;

import io.github.mgsjaxrs.conformance.wire.Header;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;

/**
 * The vectors of a scheme, read from the class path.
 *
 * @param keys the keys that the vectors name, private halves included
 * @param vectors the requests, in the order of the file
 */
public record Vectors(List<GatewayKey> keys, List<SignedVector> vectors) {

  private static final String FOLDER = "/vectors/";

  /** Copies both lists. */
  public Vectors {
    keys = List.copyOf(keys);
    vectors = List.copyOf(vectors);
  }

  /**
   * Reads those of the backend signature of MGS.
   *
   * @return all keys and all vectors
   */
  public static Vectors load() {
    return load("mgs-backend-signature.json");
  }

  /**
   * Reads those of the backend signature of API Gateway.
   *
   * @return all keys and all vectors
   */
  public static Vectors loadApiGateway() {
    return load("api-gateway-backend-signature.json");
  }

  private static Vectors load(String name) {
    JsonObject file;
    try (JsonReader reader = Json.createReader(open(name))) {
      file = reader.readObject();
    }
    JsonObject keys = file.getJsonObject("keys");
    return new Vectors(
        keys.keySet().stream().map(id -> key(id, keys.getJsonObject(id))).toList(),
        file.getJsonArray("vectors").getValuesAs(JsonObject.class).stream()
            .map(Vectors::vector)
            .toList());
  }

  /**
   * The key of the vectors for one algorithm.
   *
   * @param algorithm {@code MD5}, {@code SM3}, {@code RSA} or {@code SM2}
   * @return the key
   */
  public GatewayKey key(String algorithm) {
    return keys.stream().filter(key -> key.algorithm().equals(algorithm)).findFirst().orElseThrow();
  }

  private static GatewayKey key(String id, JsonObject key) {
    String algorithm = key.getString("algorithm");
    if (key.containsKey("salt")) {
      return GatewayKey.salted(id, algorithm, key.getString("salt"));
    }
    String publicFile = key.getString("publicKey");
    return GatewayKey.pair(
        id,
        algorithm,
        text("keys/" + publicFile),
        text("keys/" + publicFile.replace("-public", "-private")));
  }

  private static SignedVector vector(JsonObject vector) {
    JsonObject expect = vector.getJsonObject("expect");
    boolean accepted = expect.getString("outcome").equals("accept");
    return new SignedVector(
        vector.getString("name"),
        vector.getString("algorithm"),
        vector.getString("method"),
        vector.getString("target"),
        vector.getJsonArray("headers").getValuesAs(JsonArray.class).stream()
            .map(pair -> new Header(pair.getString(0), pair.getString(1)))
            .toList(),
        body(vector),
        vector.containsKey("stringToSign") ? vector.getString("stringToSign") : null,
        accepted ? OptionalInt.empty() : OptionalInt.of(expect.getInt("code")),
        expect.getInt("status", 401));
  }

  private static byte[] body(JsonObject vector) {
    if (!vector.containsKey("bodyRepeat")) {
      return Base64.getDecoder().decode(vector.getString("body"));
    }
    JsonObject repeat = vector.getJsonObject("bodyRepeat");
    byte[] unit = Base64.getDecoder().decode(repeat.getString("unit"));
    byte[] body = new byte[unit.length * repeat.getInt("count")];
    for (int at = 0; at < body.length; at += unit.length) {
      System.arraycopy(unit, 0, body, at, unit.length);
    }
    return body;
  }

  private static String text(String name) {
    try (InputStream in = open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    InputStream in = Vectors.class.getResourceAsStream(FOLDER + name);
    if (in == null) {
      throw new IllegalStateException("Not on the class path: " + FOLDER + name);
    }
    return in;
  }
}
