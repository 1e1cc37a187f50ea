package io.github.mgsjaxrs.crypto;

import java.io.OutputStream;

/** Feeds what is written to a digest. */
final class DigestSink extends OutputStream {

  /** How a digest and a MAC take bytes. */
  @FunctionalInterface
  interface Update {
    void update(byte[] bytes, int from, int count);
  }

  private final Update digest;

  DigestSink(Update digest) {
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
