package io.github.mgsjaxrs.internal.crypto;

import java.io.OutputStream;

/** Feeds what is written to a digest. */
public final class DigestSink extends OutputStream {

  /** How a digest and a MAC take bytes. */
  @FunctionalInterface
  public interface Update {
    void update(byte[] bytes, int from, int count);
  }

  private final Update digest;

  public DigestSink(Update digest) {
    this.digest = digest;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) {
    digest.update(bytes, from, count);
  }
}
