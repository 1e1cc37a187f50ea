package io.github.mgsjaxrs.apigatewayvectors;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** What the {@code openssl} command computes, version 3 or later. */
final class OpenSslDigests {

  private OpenSslDigests() {}

  /** Base64 of HMAC-SHA256, as the gateway sends it. */
  static String hmacSha256(String secret, String text) {
    return base64(hmac("-sha256", secret, text));
  }

  /** HMAC of a text, both in UTF-8. */
  static byte[] hmac(String digest, String secret, String text) {
    String key = "hexkey:" + HexFormat.of().formatHex(utf8(secret));
    return run(utf8(text), "dgst", digest, "-mac", "HMAC", "-macopt", key, "-binary");
  }

  /** Base64 of a body's MD5. */
  static String md5(byte[] body) {
    return base64(digest("-md5", body));
  }

  /** Base64 of the MD5 of a body in UTF-8. */
  static String md5(String body) {
    return md5(utf8(body));
  }

  static byte[] digest(String digest, byte[] message) {
    return run(message, "dgst", digest, "-binary");
  }

  static String version() {
    return new String(run(new byte[0], "version"), StandardCharsets.US_ASCII).strip();
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] run(byte[] input, String... arguments) {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      try (OutputStream in = process.getOutputStream();
          InputStream out = process.getInputStream()) {
        in.write(input);
        in.close();
        byte[] output = out.readAllBytes();
        if (process.waitFor() != 0) {
          throw new IllegalStateException("openssl " + arguments[0] + " failed");
        }
        return output;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("OpenSSL 3 is needed on the path", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while openssl was running", e);
    }
  }
}
