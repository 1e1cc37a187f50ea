package io.github.mgsjaxrs.internal.storage;

import java.util.concurrent.atomic.AtomicLong;

/** An amount of bytes that all requests share. */
public final class Budget {

  private final long total;
  private final AtomicLong used = new AtomicLong();

  /**
   * All of it is there to be taken.
   *
   * @param total in bytes
   */
  public Budget(long total) {
    this.total = total;
  }

  /**
   * All that there is.
   *
   * @return bytes
   */
  public long total() {
    return total;
  }

  /**
   * What is taken now.
   *
   * @return bytes
   */
  public long used() {
    return used.get();
  }

  /**
   * Whether so much could be taken now.
   *
   * @param bytes how much
   * @return false where it is more than what is left
   */
  public boolean hasRoom(long bytes) {
    return bytes <= total - used.get();
  }

  /**
   * Takes all of it, or nothing.
   *
   * @param bytes how much
   * @return whether it was taken
   */
  public boolean reserve(long bytes) {
    if (used.addAndGet(bytes) <= total) {
      return true;
    }
    used.addAndGet(-bytes);
    return false;
  }

  /**
   * Gives back what was taken.
   *
   * @param bytes how much
   */
  public void release(long bytes) {
    used.addAndGet(-bytes);
  }
}
