package io.github.mgsjaxrs.replay;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What a class logs on the thread that made this, until it is closed. */
final class LogLines extends Handler implements AutoCloseable {

  private final Thread thread = Thread.currentThread();
  private final SimpleFormatter formatter = new SimpleFormatter();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Logger logger;

  LogLines(Class<?> type) {
    logger = Logger.getLogger(type.getName());
    logger.addHandler(this);
  }

  /** The level and the message of each. */
  List<String> lines() {
    return lines;
  }

  @Override
  public void publish(LogRecord entry) {
    if (Thread.currentThread() == thread) {
      lines.add(entry.getLevel() + " " + formatter.formatMessage(entry));
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
