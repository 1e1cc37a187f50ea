package io.github.mgsjaxrs.conformance.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A server in a process of its own, whose log tells how far it is. It ends with this JVM at the
 * latest.
 *
 * <pre>{@code
 * ServerProcess server = ServerProcess.start(new ProcessBuilder(command), log);
 * server.await(text -> text.contains("started"));
 * int port = server.port(Pattern.compile("listens on (\\d+)"));
 * server.stop();
 * }</pre>
 */
public final class ServerProcess {

  private static final Duration TO_START = Duration.ofMinutes(10);
  private static final Duration TO_END = Duration.ofSeconds(60);

  private final Process process;
  private final Path log;

  private ServerProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a process.
   *
   * @param server the command and its surroundings
   * @param log the file that the server writes
   * @return the running process
   */
  public static ServerProcess start(ProcessBuilder server, Path log) {
    try {
      Process process = server.start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return new ServerProcess(process, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits until the log says that the server is ready; ends the process when it never does.
   *
   * @param ready looks at the whole log
   * @throws IllegalStateException if the process ends before, or is not ready within ten minutes;
   *     the message has the log
   */
  public void await(Predicate<String> ready) {
    long start = System.nanoTime();
    while (!ready.test(log())) {
      if (!process.isAlive() || System.nanoTime() - start > TO_START.toNanos()) {
        stop();
        throw new IllegalStateException("The server does not start:\n" + log());
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  /**
   * Reads the port that the server found free.
   *
   * @param message its first group is the port
   * @return the port
   */
  public int port(Pattern message) {
    Matcher found = message.matcher(log());
    if (!found.find()) {
      stop();
      throw new IllegalStateException("The server does not tell its port:\n" + log());
    }
    return Integer.parseInt(found.group(1));
  }

  /**
   * What the server wrote so far.
   *
   * @return the text, "" before there is any
   */
  public String log() {
    try {
      return Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the process, by force where it does not end by itself within a minute. */
  public void stop() {
    process.destroy();
    try {
      if (!process.waitFor(TO_END.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /**
   * A folder with nothing in it, for a server to write to.
   *
   * @param folder emptied if it is there
   * @return the same
   */
  public static Path emptied(Path folder) {
    try {
      if (Files.exists(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
            Files.delete(file);
          }
        }
      }
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
