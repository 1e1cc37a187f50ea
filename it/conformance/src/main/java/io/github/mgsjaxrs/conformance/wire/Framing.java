package io.github.mgsjaxrs.conformance.wire;

/** How the length of a body is told to the receiver. */
public sealed interface Framing {

  /** Neither Content-Length nor Transfer-Encoding. */
  record None() implements Framing {}

  /** A Content-Length that is right. */
  record Length() implements Framing {}

  /**
   * A Content-Length that need not be right.
   *
   * @param length the announced number of bytes
   */
  record Announced(long length) implements Framing {}

  /**
   * One chunk, and a line behind the last one, where some take it for a header.
   *
   * @param line a name and a value, without the end of the line
   */
  record Trailed(String line) implements Framing {}

  /**
   * Transfer-Encoding: chunked.
   *
   * @param size bytes in each chunk, at least 1; the last one may be shorter
   */
  record Chunked(int size) implements Framing {
    /** Refuses sizes that could not end. */
    public Chunked {
      if (size < 1) {
        throw new IllegalArgumentException("A chunk has at least one byte, not " + size);
      }
    }
  }
}
