package io.github.mgsjaxrs.conformance.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A request that is sent as it stands: nothing is normalised, merged or left out.
 *
 * <p>Only {@code Host}, {@code Connection: close} and the headers of the {@link Framing} are added,
 * {@code Host} and {@code Connection} only where they are not among the headers.
 */
public final class RawRequest {

  private final String method;
  private final String target;
  private final List<Header> headers;
  private final byte[] body;
  private final Framing framing;
  private final Charset charset;

  private RawRequest(
      String method,
      String target,
      List<Header> headers,
      byte[] body,
      Framing framing,
      Charset charset) {
    this.method = method;
    this.target = target;
    this.headers = List.copyOf(headers);
    this.body = body;
    this.framing = framing;
    this.charset = charset;
  }

  /**
   * A request without headers and body.
   *
   * @param method the method, as written
   * @param target the request line's target, byte for byte
   * @return the request
   */
  public static RawRequest of(String method, String target) {
    return new RawRequest(
        method, target, List.of(), new byte[0], new Framing.None(), StandardCharsets.UTF_8);
  }

  /**
   * The method.
   *
   * @return as written
   */
  public String method() {
    return method;
  }

  /**
   * The target of the request line.
   *
   * @return as written
   */
  public String target() {
    return target;
  }

  /**
   * The body, without the framing.
   *
   * @return a copy
   */
  public byte[] body() {
    return body.clone();
  }

  /**
   * The headers in the order of sending.
   *
   * @return without those that sending adds
   */
  public List<Header> headers() {
    return headers;
  }

  /**
   * The same request with one more header at the end.
   *
   * @param name the name, as written
   * @param value the value, sent as UTF-8
   * @return a new request
   */
  public RawRequest header(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new RawRequest(method, target, more, body, framing, charset);
  }

  /**
   * The same request with more headers at the end.
   *
   * @param added the headers, in order
   * @return a new request
   */
  public RawRequest headers(List<Header> added) {
    List<Header> more = new ArrayList<>(headers);
    more.addAll(added);
    return new RawRequest(method, target, more, body, framing, charset);
  }

  /**
   * The same request without any header of that name.
   *
   * @param name compared without case
   * @return a new request
   */
  public RawRequest withoutHeader(String name) {
    List<Header> fewer =
        headers.stream()
            .filter(header -> !header.name().equalsIgnoreCase(name))
            .collect(Collectors.toList());
    return new RawRequest(method, target, fewer, body, framing, charset);
  }

  /**
   * The same request to another target.
   *
   * @param other the request line's target
   * @return a new request
   */
  public RawRequest target(String other) {
    return new RawRequest(method, other, headers, body, framing, charset);
  }

  /**
   * The same request with a body and a right Content-Length.
   *
   * @param bytes the body
   * @return a new request
   */
  public RawRequest body(byte[] bytes) {
    return body(bytes, new Framing.Length());
  }

  /**
   * The same request with a body.
   *
   * @param bytes the body
   * @param howFramed how its length is told
   * @return a new request
   */
  public RawRequest body(byte[] bytes, Framing howFramed) {
    return new RawRequest(method, target, headers, bytes.clone(), howFramed, charset);
  }

  /**
   * The same request with its head in another charset than UTF-8.
   *
   * @param other of the request line and the headers
   * @return a new request
   */
  public RawRequest headIn(Charset other) {
    return new RawRequest(method, target, headers, body, framing, other);
  }

  byte[] head(String authority) {
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
    if (!names("Host")) {
      head.append("Host: ").append(authority).append("\r\n");
    }
    for (Header header : headers) {
      head.append(header.name()).append(": ").append(header.value()).append("\r\n");
    }
    if (framing instanceof Framing.Length) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    } else if (framing instanceof Framing.Announced announced) {
      head.append("Content-Length: ").append(announced.length()).append("\r\n");
    } else if (framing instanceof Framing.Chunked || framing instanceof Framing.Trailed) {
      head.append("Transfer-Encoding: chunked\r\n");
    }
    if (!names("Connection")) {
      head.append("Connection: close\r\n");
    }
    return head.append("\r\n").toString().getBytes(charset);
  }

  /** The body as it goes over the wire: the first bytes of it, framed, with or without the end. */
  byte[] framedBody(int firstBytes, boolean complete) {
    byte[] part = firstBytes < body.length ? Arrays.copyOf(body, firstBytes) : body;
    String end = "0\r\n\r\n";
    int size;
    if (framing instanceof Framing.Chunked chunked) {
      size = chunked.size();
    } else if (framing instanceof Framing.Trailed trailed) {
      size = Math.max(1, body.length);
      end = "0\r\n" + trailed.line() + "\r\n\r\n";
    } else {
      return part;
    }
    ByteArrayOutputStream wire = new ByteArrayOutputStream(part.length + 64);
    for (int at = 0; at < part.length; at += size) {
      int length = Math.min(size, part.length - at);
      wire.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      wire.write(part, at, length);
      wire.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    if (complete) {
      wire.writeBytes(end.getBytes(StandardCharsets.US_ASCII));
    }
    return wire.toByteArray();
  }

  private boolean names(String name) {
    return headers.stream().anyMatch(header -> header.name().equalsIgnoreCase(name));
  }

  @Override
  public String toString() {
    return method
        + " "
        + target
        + " "
        + headers
        + ", body of "
        + body.length
        + " bytes, "
        + framing;
  }
}
