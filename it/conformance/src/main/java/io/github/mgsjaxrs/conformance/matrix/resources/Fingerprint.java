package io.github.mgsjaxrs.conformance.matrix.resources;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Tells a test what arrived without sending it back: length and digest. */
public final class Fingerprint {

  private Fingerprint() {}

  /**
   * The fingerprint of an entity.
   *
   * @param bytes the entity
   * @return its length, a colon and its SHA-256 in hex
   */
  public static String of(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return bytes.length + ":" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /**
   * The fingerprint of an entity that is a stream.
   *
   * @param stream read to its end
   * @return its length, a colon and its SHA-256 in hex
   */
  public static String of(InputStream stream) {
    try {
      return of(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The lengths and values of a field, shortened.
   *
   * @param values the values in order
   * @return one for each, joined by commas
   */
  public static String of(List<String> values) {
    return values.stream()
        .map(value -> value.length() + ":" + value.substring(0, Math.min(20, value.length())))
        .collect(Collectors.joining(","));
  }
}
