package io.github.mgsjaxrs.crypto;

import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.math.ec.ECPoint;
import org.jspecify.annotations.Nullable;

/**
 * The table of one key, which comes when the key has earned it and goes when others need its place.
 *
 * <p>A table costs about as much time as it saves in {@value #USES_FOR_A_TABLE} verifications. So a
 * key has to verify as many before it gets one, and after it lost one: whatever the order of the
 * requests, the tables never cost much more than they save.
 */
final class KeyTable {

  static final int WIDTH = 7;
  static final int USES_FOR_A_TABLE = 64;

  private final ECPoint point;
  private final TableShelf shelf;
  private final AtomicInteger usesWithoutTable = new AtomicInteger();
  private volatile @Nullable PointTable table;
  private volatile boolean usedLately;

  KeyTable(ECPoint point, TableShelf shelf) {
    this.point = point;
    this.shelf = shelf;
  }

  /** The table for one verification, or null where there is none. */
  @Nullable PointTable forUse() {
    PointTable present = table;
    if (present != null) {
      if (!usedLately) {
        usedLately = true; // written only when it changes, so that threads share the cache line
      }
      return present;
    }
    // one thread meets the number and computes; the others go on without a table meanwhile
    return usesWithoutTable.incrementAndGet() == USES_FOR_A_TABLE ? earned() : null;
  }

  private PointTable earned() {
    PointTable earned = new PointTable(point, WIDTH);
    usedLately = true;
    table = earned;
    shelf.admit(this);
    return earned;
  }

  /** Whether it was used since it was last asked. */
  boolean usedSinceAsked() {
    boolean used = usedLately;
    usedLately = false;
    return used;
  }

  /** Gives the table up; the key may earn another. */
  void drop() {
    table = null;
    usesWithoutTable.set(0);
  }

  /** Whether the table is there. */
  boolean present() {
    return table != null;
  }
}
