package io.github.mgsjaxrs.internal.request;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A few objects that are costly to make and used by one thread at a time, such as digests.
 *
 * <pre>{@code
 * ReusableBuffers<MessageDigest> spares = new ReusableBuffers<>(() -> md5());
 * MessageDigest digest = spares.take();
 * byte[] result = digest.digest(bytes);
 * spares.giveBack(digest); // not after an exception: then it is left to the garbage collector
 * }</pre>
 *
 * <p>It knows no threads. So nothing stays behind in a container's threads when an application is
 * undeployed, and any number of virtual threads share the few that are there. Nobody waits: who
 * finds none makes one, and what finds no place is dropped. It is part of this library's inside,
 * not of its interface.
 *
 * @param <T> what is kept
 */
public final class ReusableBuffers<T> {

  private static final int PROBES = 4;

  /** So many references fill a cache line: places of different threads do not share one. */
  private static final int STRIDE = 16;

  private final AtomicReferenceArray<@Nullable T> places;
  private final int mask;
  private final Supplier<T> maker;

  /**
   * Keeps at most as many as there are processors, rounded up to a power of two and at least four.
   *
   * @param maker makes a new one
   */
  public ReusableBuffers(Supplier<T> maker) {
    int processors = Runtime.getRuntime().availableProcessors();
    this.mask = Integer.highestOneBit(Math.max(PROBES, 2 * processors - 1)) - 1;
    this.places = new AtomicReferenceArray<>((mask + 1) * STRIDE);
    this.maker = maker;
  }

  /**
   * One that nobody else uses.
   *
   * @return a spare one, or a new one
   */
  public T take() {
    int first = first();
    for (int i = 0; i < PROBES; i++) {
      int place = ((first + i) & mask) * STRIDE;
      if (places.getPlain(place) != null) {
        T spare = places.getAndSet(place, null);
        if (spare != null) {
          return spare;
        }
      }
    }
    return maker.get();
  }

  /**
   * Returns one for others to take; the caller must not touch it any more.
   *
   * @param spare what {@link #take()} gave, in a state fit for its next use
   */
  public void giveBack(T spare) {
    int first = first();
    for (int i = 0; i < PROBES; i++) {
      int place = ((first + i) & mask) * STRIDE;
      if (places.getPlain(place) == null) {
        // two that find the same place free lose one of theirs: cheaper than to settle it each time
        places.setRelease(place, spare);
        return;
      }
    }
  }

  private static int first() {
    return (int) Thread.currentThread().getId();
  }
}
