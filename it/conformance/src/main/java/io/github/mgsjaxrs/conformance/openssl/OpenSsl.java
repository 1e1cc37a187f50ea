package io.github.mgsjaxrs.conformance.openssl;

import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Signs as the gateway and its clients do, with the {@code openssl} command (version 3 or later,
 * found on the path).
 *
 * <p>MD5 and SM3: lower-case hex of the digest over text and salt. RSA: Base64 of SHA1withRSA. SM2:
 * hex of the DER signature, SM3 with the user id {@code 1234567812345678}. RPC_MD5: lower-case hex
 * of MD5 over secret, {@code &} and text. RPC_HMAC_SHA1: lower-case hex. Of API Gateway: Base64 of
 * HMAC-SHA256.
 */
public final class OpenSsl {

  private static final String USER_ID = "distid:1234567812345678";
  private static final Map<String, Path> KEY_FILES = new ConcurrentHashMap<>();

  private OpenSsl() {}

  /**
   * The signature that the gateway would send for a text.
   *
   * @param key the key, with the half that signs
   * @param text the string to sign
   * @return the value of the signature header
   */
  public static String sign(GatewayKey key, String text) {
    return switch (key.algorithm()) {
      case "MD5" -> digest("-md5", text + key.requiredSalt());
      case "SM3" -> digest("-sm3", text + key.requiredSalt());
      case "RSA" ->
          Base64.getEncoder().encodeToString(run(utf8(text), "dgst", "-sha1", "-sign", file(key)));
      case "SM2" -> HexFormat.of().formatHex(signSm2(key, text));
      case "RPC_MD5" -> digest("-md5", key.requiredSalt() + "&" + text);
      case "RPC_HMAC_SHA1" -> hmac(key.requiredSalt(), text);
      case "API_GATEWAY_HMAC_SHA256" ->
          Base64.getEncoder().encodeToString(hmacSha256(utf8(key.requiredSalt()), utf8(text)));
      default -> throw new IllegalArgumentException("No such algorithm: " + key.algorithm());
    };
  }

  /**
   * The SM2 signature as DER.
   *
   * @param key an SM2 key
   * @param text the string to sign
   * @return a SEQUENCE of two INTEGERs, r and s
   */
  public static byte[] signSm2(GatewayKey key, String text) {
    return run(
        utf8(text),
        "pkeyutl",
        "-sign",
        "-rawin",
        "-digest",
        "sm3",
        "-pkeyopt",
        USER_ID,
        "-inkey",
        file(key));
  }

  /**
   * The content MD5 of a body.
   *
   * @param body the bytes
   * @return Base64 of the digest
   */
  public static String contentMd5(byte[] body) {
    return Base64.getEncoder().encodeToString(run(body, "dgst", "-md5", "-binary"));
  }

  /**
   * A new RSA key pair.
   *
   * @param id the key id that it gets
   * @param bits the length of the modulus
   * @return the pair
   */
  public static GatewayKey newRsaKey(String id, int bits) {
    return pair(id, "RSA", "genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:" + bits);
  }

  /**
   * A new SM2 key pair.
   *
   * @param id the key id that it gets
   * @return the pair
   */
  public static GatewayKey newSm2Key(String id) {
    return pair(id, "SM2", "genpkey", "-algorithm", "SM2");
  }

  private static GatewayKey pair(String id, String algorithm, String... generate) {
    byte[] privateKey = run(new byte[0], generate);
    byte[] publicKey = run(privateKey, "pkey", "-pubout");
    return GatewayKey.pair(
        id,
        algorithm,
        new String(publicKey, StandardCharsets.US_ASCII),
        new String(privateKey, StandardCharsets.US_ASCII));
  }

  private static String digest(String algorithm, String text) {
    return HexFormat.of().formatHex(run(utf8(text), "dgst", algorithm, "-binary"));
  }

  private static String hmac(String secret, String text) {
    return HexFormat.of().formatHex(hmac("-sha1", utf8(secret), utf8(text)));
  }

  /**
   * HMAC-SHA256, with which KooGallery signs.
   *
   * @param key the key, not empty
   * @param message what is signed
   * @return 32 bytes
   */
  public static byte[] hmacSha256(byte[] key, byte[] message) {
    return hmac("-sha256", key, message);
  }

  private static byte[] hmac(String algorithm, byte[] key, byte[] message) {
    String hex = "hexkey:" + HexFormat.of().formatHex(key);
    return run(message, "dgst", algorithm, "-mac", "HMAC", "-macopt", hex, "-binary");
  }

  private static String file(GatewayKey key) {
    return KEY_FILES.computeIfAbsent(key.requiredPrivateKey(), OpenSsl::written).toString();
  }

  private static Path written(String privateKey) {
    try {
      Path file = Files.createTempFile("gateway-key", ".pem"); // readable by the owner alone
      file.toFile().deleteOnExit();
      return Files.writeString(file, privateKey);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] run(byte[] input, String... arguments) {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).start();
      try (OutputStream in = process.getOutputStream();
          InputStream out = process.getInputStream();
          InputStream errors = process.getErrorStream()) {
        in.write(input);
        in.close();
        byte[] output = out.readAllBytes();
        byte[] complaint = errors.readAllBytes();
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
          process.destroyForcibly();
          throw new IllegalStateException(
              "openssl "
                  + arguments[0]
                  + " failed: "
                  + new String(complaint, StandardCharsets.UTF_8));
        }
        return output;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("OpenSSL 3 is needed on the path: install it", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while openssl was running", e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
