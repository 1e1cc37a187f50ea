package io.github.mgsjaxrs.conformance.wire;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What a server answered. */
public final class RawResponse {

  private final int status;
  private final List<Header> headers;
  private final byte[] body;

  RawResponse(int status, List<Header> headers, byte[] body) {
    this.status = status;
    this.headers = List.copyOf(headers);
    this.body = body;
  }

  /**
   * The status code.
   *
   * @return three digits
   */
  public int status() {
    return status;
  }

  /**
   * All headers, as they are written.
   *
   * @return in order
   */
  public List<Header> headers() {
    return headers;
  }

  /**
   * The body, without its framing.
   *
   * @return a copy
   */
  public byte[] body() {
    return body.clone();
  }

  /**
   * All values of a header, in order.
   *
   * @param name compared without case
   * @return empty where the header was not sent
   */
  public List<String> headers(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .toList();
  }

  /**
   * The first value of a header.
   *
   * @param name compared without case
   * @return empty where the header was not sent
   */
  public Optional<String> header(String name) {
    return headers(name).stream().findFirst();
  }

  /**
   * The body, decoded as UTF-8.
   *
   * @return "" where there was none
   */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /**
   * The body, parsed as a JSON object.
   *
   * @return the object
   * @throws jakarta.json.JsonException when it is something else
   */
  public JsonObject json() {
    try (JsonReader reader = Json.createReader(new StringReader(text()))) {
      return reader.readObject();
    }
  }

  @Override
  public String toString() {
    return status + " " + headers + "\n" + text();
  }
}
