package io.github.mgsjaxrs.tool;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;

/** A body in the chunked coding (RFC 9112, 7.1). */
final class ChunkedBody {

  private ChunkedBody() {}

  static byte[] decoded(byte[] chunked) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int at = 0;
    while (true) {
      int end = at;
      while (end < chunked.length && chunked[end] != '\n') {
        end++;
      }
      int size = size(new String(chunked, at, end - at, US_ASCII));
      at = end + 1;
      if (size == 0) {
        return body.toByteArray();
      }
      if (size > chunked.length - at) {
        throw broken();
      }
      body.write(chunked, at, size);
      at += size;
      if (at < chunked.length && chunked[at] == '\r') {
        at++;
      }
      if (at >= chunked.length || chunked[at++] != '\n') {
        throw broken();
      }
    }
  }

  private static int size(String line) {
    int extension = line.indexOf(';');
    String digits = (extension < 0 ? line : line.substring(0, extension)).strip();
    if (!digits.matches("[0-9A-Fa-f]{1,7}")) {
      throw broken();
    }
    return Integer.parseInt(digits, 16);
  }

  private static UnusableException broken() {
    return new UnusableException(
        "The request cannot be read: its chunked body is cut off or damaged. Save it as it was"
            + " sent, or without Transfer-Encoding");
  }
}
