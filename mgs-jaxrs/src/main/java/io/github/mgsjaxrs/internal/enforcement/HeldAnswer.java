package io.github.mgsjaxrs.internal.enforcement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * What an answer came to so far, held back until its last byte is there: the signature of all of it
 * stands in front of the first.
 */
public final class HeldAnswer extends OutputStream {

  private final long limit;
  private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private boolean tooLong;

  /**
   * An empty answer.
   *
   * @param limit the most that it may hold, in bytes
   */
  public HeldAnswer(long limit) {
    this.limit = limit;
  }

  @Override
  public void write(int single) throws IOException {
    requireRoom(1);
    bytes.write(single);
  }

  @Override
  public void write(byte[] source, int from, int count) throws IOException {
    requireRoom(count);
    bytes.write(source, from, count);
  }

  private void requireRoom(int count) throws IOException {
    if (tooLong || count > limit - bytes.size()) {
      tooLong = true;
      bytes = new ByteArrayOutputStream(0);
      throw new IOException(
          "The answer has more than the " + limit + " bytes of mgs.koogallery.response-limit");
    }
  }

  /** Whether more was written than it may hold; nothing of it is kept then. */
  public boolean isTooLong() {
    return tooLong;
  }

  public byte[] content() {
    return bytes.toByteArray();
  }
}
