package io.github.mgsjaxrs.benchmark.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Random;
import java.util.zip.CRC32;

/**
 * A request as bytes, and the answer that it has to get.
 *
 * @param bytes the whole request
 * @param status the start of the answer
 * @param body the end of the answer
 * @param closes whether the server closes the connection after the answer
 */
record WireRequest(ByteBuffer bytes, byte[] status, byte[] body, boolean closes) {

  private static final int ANNOUNCED = 1024 * 1024;

  /**
   * A request.
   *
   * @param load what kind
   * @param seed of the body's bytes: another one for each connection, so that bodies that are mixed
   *     up are noticed
   * @param sm2 the key of those that are signed by SM2
   */
  static WireRequest of(Load load, int seed, PrivateKey sm2) throws GeneralSecurityException {
    Scenario scenario = load.scenario();
    String query = load.query().text();
    int length = load.length();
    StringBuilder head =
        new StringBuilder("POST " + scenario.path() + "?" + query + " HTTP/1.1\r\n")
            .append("Host: 127.0.0.1\r\n")
            .append("Accept: */*\r\n")
            .append("Content-Type: application/json\r\n");
    Scenario.KeyId key = scenario.key();
    if (key == null) {
      head.append("Content-Length: " + ANNOUNCED + "\r\n\r\n");
      return new WireRequest(
          direct(head, new byte[0]),
          ascii("HTTP/1.1 401 "),
          ascii("\"code\":7014}"),
          scenario.closes());
    }
    byte[] body = new byte[length];
    new Random(seed).nextBytes(body);
    String signature = BenchmarkKeys.sign(key, sm2, scenario.path(), query, body);
    head.append("X-Mgs-Proxy-Signature: " + signature + "\r\n")
        .append("X-Mgs-Proxy-Signature-Secret-Key: " + key.text() + "\r\n")
        .append(scenario.closes() ? "Connection: close\r\n" : "")
        .append("Content-Length: " + length + "\r\n\r\n");
    CRC32 checksum = new CRC32();
    checksum.update(body);
    byte[] answer = ascii("\r\n\r\n" + EchoResource.answer(length, checksum));
    return new WireRequest(direct(head, body), ascii("HTTP/1.1 200 "), answer, scenario.closes());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }

  private static ByteBuffer direct(StringBuilder head, byte[] body) {
    byte[] start = ascii(head.toString());
    return ByteBuffer.allocateDirect(start.length + body.length).put(start).put(body).flip();
  }
}
