package io.github.mgsjaxrs.internal.entity;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/** Reads a kept entity, or a part of it; supports mark and reset at any distance. */
public final class ReplayStream extends InputStream {

  private final ReplayableEntity entity;
  private final long end;
  private long position;
  private long marked;

  public ReplayStream(ReplayableEntity entity) {
    this(entity, 0, entity.length());
  }

  public ReplayStream(ReplayableEntity entity, long start, long end) {
    this.entity = entity;
    this.end = end;
    this.position = start;
    this.marked = start;
  }

  /** Whether it reads that very entity. */
  public boolean isOf(ReplayableEntity other) {
    return entity == other;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int from, int count) throws IOException {
    Objects.checkFromIndexSize(from, count, target.length);
    if (count == 0) {
      return 0;
    }
    if (position == end) {
      return -1;
    }
    int read = entity.read(position, target, from, (int) Math.min(count, end - position));
    position += read;
    return read;
  }

  /**
   * Copied once, into an array of their size; the inherited method gathers them in pieces first.
   */
  @Override
  public byte[] readAllBytes() throws IOException {
    if (end - position > Integer.MAX_VALUE - 8) {
      throw new OutOfMemoryError("The entity is longer than an array can be");
    }
    if (position == end) {
      return new byte[0];
    }
    byte[] all = entity.copy(position, (int) (end - position));
    position = end;
    return all;
  }

  /** Writes as much at once as lies in memory, so that an array that gathers it grows once. */
  @Override
  public long transferTo(OutputStream out) throws IOException {
    Objects.requireNonNull(out, "out");
    long from = position;
    while (position < end) {
      position += entity.write(position, end - position, out);
    }
    return position - from;
  }

  @Override
  public long skip(long count) {
    long skipped = Math.max(0, Math.min(count, end - position));
    position += skipped;
    return skipped;
  }

  @Override
  public int available() {
    return (int) Math.min(Integer.MAX_VALUE, end - position);
  }

  @Override
  public boolean markSupported() {
    return true;
  }

  @Override
  public void mark(int readLimit) {
    marked = position;
  }

  @Override
  public void reset() {
    position = marked;
  }

  @Override
  public void close() {
    entity.streamClosed();
  }
}
