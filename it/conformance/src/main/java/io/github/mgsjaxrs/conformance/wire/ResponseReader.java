package io.github.mgsjaxrs.conformance.wire;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one HTTP/1.1 response: by Content-Length, by chunks, or up to the end of the stream. */
final class ResponseReader {

  static final int HEAD_LIMIT = 64 * 1024;
  static final int BODY_LIMIT = 16 * 1024 * 1024;

  private final InputStream in;
  private int headBytes;

  ResponseReader(InputStream in) {
    this.in = in;
  }

  RawResponse read(String requestMethod) throws IOException {
    RawResponse response = readOne(requestMethod);
    while (response.status() / 100 == 1) {
      response = readOne(requestMethod);
    }
    return response;
  }

  private RawResponse readOne(String requestMethod) throws IOException {
    String statusLine = line();
    if (!statusLine.matches("HTTP/1\\.[01] [1-5][0-9][0-9]( .*)?")) {
      throw new IOException("Not an HTTP/1.1 status line: " + statusLine);
    }
    int status = Integer.parseInt(statusLine.substring(9, 12));
    List<Header> headers = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new IOException("Not a header line: " + line);
      }
      headers.add(new Header(line.substring(0, colon), line.substring(colon + 1).strip()));
    }
    boolean bodiless =
        requestMethod.equals("HEAD") || status / 100 == 1 || status == 204 || status == 304;
    return new RawResponse(status, headers, bodiless ? new byte[0] : body(headers));
  }

  private byte[] body(List<Header> headers) throws IOException {
    if (value(headers, "Transfer-Encoding").filter("chunked"::equalsIgnoreCase).isPresent()) {
      return chunks();
    }
    Optional<String> length = value(headers, "Content-Length");
    if (length.isPresent()) {
      return exactly(Integer.parseInt(length.get()));
    }
    byte[] rest = in.readNBytes(BODY_LIMIT + 1);
    if (rest.length > BODY_LIMIT) {
      throw tooLarge();
    }
    return rest;
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      String size = line();
      int semicolon = size.indexOf(';');
      int length =
          Integer.parseInt((semicolon < 0 ? size : size.substring(0, semicolon)).strip(), 16);
      if (length == 0) {
        while (!line().isEmpty()) {
          headBytes++; // trailers count towards the bound of the head
        }
        return body.toByteArray();
      }
      if (body.size() + length > BODY_LIMIT) {
        throw tooLarge();
      }
      body.writeBytes(exactly(length));
      if (!line().isEmpty()) {
        throw new IOException("A chunk is longer than it announced");
      }
    }
  }

  private byte[] exactly(int length) throws IOException {
    if (length > BODY_LIMIT) {
      throw tooLarge();
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("The body ended after " + bytes.length + " of " + length + " bytes");
    }
    return bytes;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (true) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("The connection ended in the head of the response");
      }
      if (++headBytes > HEAD_LIMIT) {
        throw new IOException("The head of the response is larger than " + HEAD_LIMIT + " bytes");
      }
      if (next == '\n') {
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
      }
      line.write(next);
    }
  }

  private static Optional<String> value(List<Header> headers, String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }

  private static IOException tooLarge() {
    return new IOException("The body of the response is larger than " + BODY_LIMIT + " bytes");
  }
}
