package io.github.mgsjaxrs.internal.entity;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/**
 * An entity that somebody began to read and could not keep: the bytes that were read, and then the
 * rest of the stream that they came from.
 *
 * <p>A layer below may hand this stream out in place of its own. The rest then comes from a stream
 * that reads, through however many others, from this one again: such reads get what lies below.
 */
public final class BegunEntity extends InputStream {

  private final InputStream whole;
  private InputStream below = InputStream.nullInputStream();
  private boolean reading;

  public BegunEntity(ReplayableEntity begun, InputStream rest) {
    this.whole = new SequenceInputStream(begun.replay(), rest);
  }

  /** Stands in the place of this stream from now on. */
  public void inPlaceOf(InputStream replaced) {
    below = replaced;
  }

  @Override
  public int read() throws IOException {
    if (reading) {
      return below.read();
    }
    reading = true;
    try {
      return whole.read();
    } finally {
      reading = false;
    }
  }

  @Override
  public int read(byte[] target, int from, int count) throws IOException {
    if (reading) {
      return below.read(target, from, count);
    }
    reading = true;
    try {
      return whole.read(target, from, count);
    } finally {
      reading = false;
    }
  }

  @Override
  public int available() throws IOException {
    if (reading) {
      return below.available();
    }
    reading = true;
    try {
      return whole.available();
    } finally {
      reading = false;
    }
  }

  @Override
  public void close() throws IOException {
    if (reading) {
      below.close();
      return;
    }
    reading = true;
    try {
      whole.close();
    } finally {
      reading = false;
    }
  }
}
