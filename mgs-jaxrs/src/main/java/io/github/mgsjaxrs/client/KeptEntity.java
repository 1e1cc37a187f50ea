package io.github.mgsjaxrs.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** An entity that is kept until it is signed, and then passed on. */
final class KeptEntity extends ByteArrayOutputStream {

  private final OutputStream behind;
  private int passed;

  KeptEntity(OutputStream behind) {
    this.behind = behind;
  }

  /**
   * Quarkus REST closes the stream when its last writer is done, and takes at this very moment what
   * lies in the one behind. That one is in memory, so nothing is sent before it is signed.
   */
  @Override
  public void close() throws IOException {
    if (behind instanceof ByteArrayOutputStream) {
      pass();
    }
  }

  /** Passes on what was not passed on before. */
  void pass() throws IOException {
    behind.write(buf, passed, count - passed);
    passed = count;
  }
}
