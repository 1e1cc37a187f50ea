package io.github.mgsjaxrs.filter;

import java.util.concurrent.atomic.AtomicLong;

/** An amount of bytes that all requests share. */
final class Budget {

  private final long total;
  private final AtomicLong used = new AtomicLong();

  Budget(long total) {
    this.total = total;
  }

  long total() {
    return total;
  }

  long used() {
    return used.get();
  }

  /** Whether so much could be taken now. */
  boolean hasRoom(long bytes) {
    return bytes <= total - used.get();
  }

  /** Takes all of it, or nothing. */
  boolean reserve(long bytes) {
    if (used.addAndGet(bytes) <= total) {
      return true;
    }
    used.addAndGet(-bytes);
    return false;
  }

  void release(long bytes) {
    used.addAndGet(-bytes);
  }
}
