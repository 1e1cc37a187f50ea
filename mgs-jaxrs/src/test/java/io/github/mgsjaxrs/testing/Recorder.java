package io.github.mgsjaxrs.testing;

import io.github.mgsjaxrs.internal.enforcement.Enforcement;
import io.github.mgsjaxrs.internal.enforcement.MatchedRequests;
import io.github.mgsjaxrs.internal.enforcement.RuntimeAdapters;
import io.github.mgsjaxrs.internal.enforcement.VerdictListeners;
import io.github.mgsjaxrs.internal.entity.EntityStorage;
import io.github.mgsjaxrs.internal.log.ReportLog;
import io.github.mgsjaxrs.internal.scheme.KeyLookup;
import io.github.mgsjaxrs.internal.scheme.ReplayCheck;
import io.github.mgsjaxrs.koogallery.internal.KooGalleryScheme;
import io.github.mgsjaxrs.verifier.MgsVerifierBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** What the filters log on the running thread. */
public final class Recorder extends Handler {

  private static final ThreadLocal<List<String>> LINES = ThreadLocal.withInitial(ArrayList::new);

  /** Kept, as the JVM forgets loggers that nobody refers to, and what was set there. */
  private static final List<Logger> LOGGERS =
      Stream.concat(
              Stream.of(
                  "io.github.mgsjaxrs.offline",
                  MgsVerifierBuilder.class.getName(),
                  Enforcement.class.getPackageName() + ".CallerListeners"),
              Stream.of(
                      Enforcement.class,
                      EntityStorage.class,
                      MatchedRequests.class,
                      RuntimeAdapters.class,
                      ReportLog.class,
                      KeyLookup.class,
                      KooGalleryScheme.class,
                      ReplayCheck.class,
                      VerdictListeners.class)
                  .map(Class::getName))
          .map(Logger::getLogger)
          .toList();

  static {
    LOGGERS.forEach(logger -> logger.setLevel(Level.FINE));
    LOGGERS.forEach(logger -> logger.addHandler(new Recorder()));
  }

  private Recorder() {
    setLevel(Level.ALL);
  }

  public static void clear() {
    LINES.get().clear();
  }

  /** One line each: the level, the message and the class of what was thrown. */
  public static List<String> lines() {
    return List.copyOf(LINES.get());
  }

  @Override
  public void publish(LogRecord entry) {
    Throwable thrown = entry.getThrown();
    LINES
        .get()
        .add(
            entry.getLevel()
                + " "
                + entry.getMessage()
                + (thrown == null ? "" : " " + thrown.getClass().getSimpleName()));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
