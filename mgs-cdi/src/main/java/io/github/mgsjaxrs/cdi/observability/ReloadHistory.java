package io.github.mgsjaxrs.cdi.observability;

import io.github.mgsjaxrs.keys.KeySet;
import io.github.mgsjaxrs.keys.ReloadListener;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What came of the reloads of one verifier's keys; for this package alone. */
public final class ReloadHistory implements ReloadListener {

  /** What came of one reload. */
  enum Result {
    SUCCEEDED,
    FAILED
  }

  private final LongSupplier nanoTime;
  private final Map<Result, Long> results = new EnumMap<>(Result.class);
  private long loaded;
  private boolean begun;
  private @Nullable Result last;
  private @Nullable String failure;
  private @Nullable Consumer<Result> reader;

  ReloadHistory(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** The keys are loaded for the first time, which nobody tells a listener. */
  synchronized void begin() {
    begun = true;
    loaded = nanoTime.getAsLong();
  }

  @Override
  public synchronized void reloaded(KeySet keys) {
    loaded = nanoTime.getAsLong();
    failure = null;
    add(Result.SUCCEEDED);
  }

  @Override
  public synchronized void failed(Exception cause) {
    failure = causeOf(cause);
    add(Result.FAILED);
  }

  private void add(Result result) {
    last = result;
    results.merge(result, 1L, Long::sum);
    if (reader != null) {
      reader.accept(result);
    }
  }

  /** Tells one reader of all reloads, those of before included; a second reader is told nothing. */
  synchronized void tellTo(Consumer<Result> one) {
    if (reader != null) {
      return;
    }
    reader = one;
    results.forEach(
        (result, count) -> {
          for (long i = 0; i < count; i++) {
            one.accept(result);
          }
        });
  }

  /** How long ago the keys in force were read; null if nobody told that any were. */
  synchronized @Nullable Duration age() {
    return begun ? Duration.ofNanos(nanoTime.getAsLong() - loaded) : null;
  }

  /** What came of the last reload; null if there was none. */
  synchronized @Nullable Result last() {
    return last;
  }

  /** The class of what made the last reload fail; null if it did not. Never the message. */
  synchronized @Nullable String failure() {
    return failure;
  }

  /** The class of the innermost cause, whose message may quote a file. */
  static String causeOf(Throwable thrown) {
    Throwable root = thrown;
    for (int depth = 0; root.getCause() != null && depth < 100; depth++) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName();
  }
}
