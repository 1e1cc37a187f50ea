package io.github.mgsjaxrs.keys;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.crypto.VerificationKey;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keys that follow their files: when the content of one changes, all are read again.
 *
 * <p>The files are looked at every interval, and their content is compared: platforms that mount
 * secrets swap links, so neither dates nor file events can be trusted. A change takes effect at
 * once and as a whole. Where the new files cannot be used, the keys of before stay in force and a
 * WARNING tells the root cause, once for each distinct one; the files are tried again when they
 * change again.
 *
 * <pre>{@code
 * try (ReloadingKeys keys =
 *     new ReloadingKeys(source, Duration.ofSeconds(30), ReloadListener.NONE)) {
 *   keys.resolve("orders");
 * }
 * }</pre>
 *
 * <p>{@link #close()} ends the thread; the keys of that moment stay resolvable.
 */
public final class ReloadingKeys implements KeyResolver, AutoCloseable {

  /** The name of the one daemon thread that looks at the files. */
  public static final String THREAD_NAME = "mgs-keys-reload";

  private static final Logger LOG = System.getLogger("io.github.mgsjaxrs.keys");
  private static final Duration LONGEST_LOOK = Duration.ofSeconds(5);

  private final KeySource source;
  private final ReloadListener listener;
  private final @Nullable ScheduledExecutorService ownExecutor;
  private final @Nullable ScheduledFuture<?> schedule;

  private volatile KeySet current;

  /** The files that were last tried, whatever came of it; null after one could not be read. */
  private @Nullable Fingerprint tried;

  private @Nullable String lastFailure;

  /**
   * Loads the keys, and looks at their files every interval by a thread of its own.
   *
   * @param source where the keys come from
   * @param interval the time from one look to the next; zero for none, and no thread
   * @param listener is told what came of each reload, not of the first load
   * @throws MgsConfigurationException when the keys cannot be loaded, or the interval is negative
   */
  public ReloadingKeys(KeySource source, Duration interval, ReloadListener listener) {
    this(source, interval, listener, null);
  }

  /**
   * The same by an executor of the caller's, who also shuts it down.
   *
   * @param source where the keys come from
   * @param interval the time from one look to the next; zero for none
   * @param listener is told what came of each reload, not of the first load
   * @param executor runs the looks, or null for a thread of its own
   * @throws MgsConfigurationException when the keys cannot be loaded, or the interval is negative
   */
  public ReloadingKeys(
      KeySource source,
      Duration interval,
      ReloadListener listener,
      @Nullable ScheduledExecutorService executor) {
    if (interval.isNegative()) {
      throw new MgsConfigurationException(
          "The interval of reloads is "
              + interval
              + ": set it to a positive duration such as PT30S, or to PT0S for no reload");
    }
    this.source = source;
    this.listener = listener;
    Map<Path, byte[]> contents = source.contents();
    this.current = source.load(contents);
    this.tried = Fingerprint.of(contents);
    if (interval.isZero() || source.files().isEmpty()) {
      this.ownExecutor = null;
      this.schedule = null;
      return;
    }
    this.ownExecutor =
        executor == null ? Executors.newSingleThreadScheduledExecutor(ReloadingKeys::daemon) : null;
    ScheduledExecutorService running = executor == null ? ownExecutor : executor;
    this.schedule = schedule(running, saturatedNanos(interval));
  }

  private ScheduledFuture<?> schedule(@Nullable ScheduledExecutorService running, long nanos) {
    if (running == null) {
      throw new IllegalStateException("no executor");
    }
    return running.scheduleWithFixedDelay(this::look, nanos, nanos, TimeUnit.NANOSECONDS);
  }

  private static long saturatedNanos(Duration interval) {
    try {
      return interval.toNanos();
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE; // more than 292 years
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, THREAD_NAME);
    thread.setDaemon(true);
    // the source keeps the class loader that it needs; the thread should not hold another one
    thread.setContextClassLoader(ReloadingKeys.class.getClassLoader());
    return thread;
  }

  @Override
  public Optional<VerificationKey> resolve(String keyId) {
    return current.resolve(keyId);
  }

  @Override
  public String configuredId(String keyId) {
    return current.configuredId(keyId);
  }

  /**
   * The keys in force.
   *
   * @return an immutable snapshot
   */
  public KeySet current() {
    return current;
  }

  /** One look at the files. Throws nothing: an executor would silently drop the schedule. */
  @SuppressWarnings("CatchingThrowable")
  private synchronized void look() {
    try {
      Map<Path, byte[]> contents;
      try {
        contents = source.contents();
      } catch (RuntimeException e) {
        tried = null;
        failed(e);
        return;
      }
      Fingerprint now = Fingerprint.of(contents);
      if (now.equals(tried)) {
        return;
      }
      tried = now;
      reload(contents);
    } catch (Throwable e) {
      LOG.log(Level.WARNING, "A look at the key files ended unexpectedly; the next one follows", e);
    }
  }

  private void reload(Map<Path, byte[]> contents) {
    KeySet loaded;
    try {
      loaded = source.load(contents);
    } catch (RuntimeException e) {
      failed(e);
      return;
    }
    Set<String> added = without(loaded.ids(), current.ids());
    Set<String> removed = without(current.ids(), loaded.ids());
    int kept = loaded.ids().size() - added.size();
    current = loaded;
    lastFailure = null;
    LOG.log(Level.INFO, "Keys reloaded: added {0}, removed {1}, kept {2}", added, removed, kept);
    listener.reloaded(loaded);
  }

  private void failed(RuntimeException failure) {
    String root = KeyStoreFile.rootMessage(failure);
    String text = failure.getMessage() + " Root cause: " + root;
    if (!text.equals(lastFailure)) {
      lastFailure = text;
      LOG.log(
          Level.WARNING,
          "Keys not reloaded, those of before stay in force: {0} (root cause: {1})",
          failure.getMessage(),
          root);
    }
    listener.failed(failure);
  }

  private static Set<String> without(Set<String> ids, Set<String> others) {
    Set<String> rest = new TreeSet<>(ids);
    rest.removeAll(others);
    return rest;
  }

  /** Ends the looks and their thread, waiting for one that is under way. */
  @Override
  public void close() {
    if (schedule != null) {
      schedule.cancel(false);
    }
    if (ownExecutor == null) {
      return;
    }
    ownExecutor.shutdownNow();
    try {
      if (!ownExecutor.awaitTermination(LONGEST_LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.log(Level.WARNING, "Thread {0} still reads a key file and ends after it", THREAD_NAME);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
