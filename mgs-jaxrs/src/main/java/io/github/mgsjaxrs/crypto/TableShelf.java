package io.github.mgsjaxrs.crypto;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how many keys have a table at once. When it is full, a table leaves that was not used
 * since the last round ("second chance", or clock, replacement). Keys that are no longer there,
 * after a reload, leave at once: their tables go with them.
 */
final class TableShelf {

  private static final int MOST_TABLES = 256;
  private static final int TABLE_BYTES = 148 * 1024;

  /** All tables of this class loader: at most a sixteenth of the heap, and 37 MiB. */
  static final TableShelf SHARED =
      new TableShelf(
          (int)
              Math.max(
                  1, Math.min(MOST_TABLES, Runtime.getRuntime().maxMemory() / 16 / TABLE_BYTES)));

  private final @Nullable WeakReference<KeyTable>[] places;
  private int hand;

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
  TableShelf(int places) {
    this.places = new WeakReference[places];
  }

  /** Takes a table in; another leaves where there is no place. Called once in 64 verifications. */
  synchronized void admit(KeyTable table) {
    // the second round finds one, unless all are being used meanwhile: then any one has to leave
    for (int i = 2 * places.length; !isFree(hand) && i > 0; i--) {
      hand = (hand + 1) % places.length;
    }
    KeyTable leaving = at(hand);
    if (leaving != null) {
      leaving.drop();
    }
    places[hand] = new WeakReference<>(table);
    hand = (hand + 1) % places.length;
  }

  private boolean isFree(int place) {
    KeyTable there = at(place);
    return there == null || !there.usedSinceAsked();
  }

  private @Nullable KeyTable at(int place) {
    WeakReference<KeyTable> reference = places[place];
    return reference == null ? null : reference.get();
  }

  /** How many keys have a table. */
  synchronized int tables() {
    return (int)
        Arrays.stream(places).filter(place -> place != null && place.get() != null).count();
  }
}
