package io.github.mgsjaxrs.keys;

import io.github.mgsjaxrs.internal.crypto.JdkDigest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Stands for the content of some files: equal content, equal fingerprint.
 *
 * @param digests SHA-256 of each file
 */
record Fingerprint(Map<Path, String> digests) {

  static Fingerprint of(Map<Path, byte[]> contents) {
    Map<Path, String> digests = new HashMap<>();
    contents.forEach((file, content) -> digests.put(file, sha256(content)));
    return new Fingerprint(Map.copyOf(digests));
  }

  private static String sha256(byte[] content) {
    return HexFormat.of().formatHex(JdkDigest.SHA_256.of(content));
  }
}
