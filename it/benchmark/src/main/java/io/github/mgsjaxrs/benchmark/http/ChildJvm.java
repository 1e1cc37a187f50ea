package io.github.mgsjaxrs.benchmark.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A JVM with the class path of this one, which answers each line with a line. It is ended after six
 * minutes, or with this one at the latest: by its input, which ends too, or by force.
 */
final class ChildJvm implements AutoCloseable {

  private static final long SECONDS_TO_END = 5;
  private static final long MINUTES_TO_LIVE = 6;

  private final Process process;
  private final BufferedReader out;
  private final OutputStream in;
  private final CompletableFuture<Process> ended;

  private ChildJvm(Process process) {
    this.process = process;
    this.out = process.inputReader(US_ASCII);
    this.in = process.getOutputStream();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end-of-child"));
    this.ended =
        process
            .onExit()
            .orTimeout(MINUTES_TO_LIVE, TimeUnit.MINUTES)
            .whenComplete((ended, late) -> process.destroyForcibly());
  }

  /**
   * Starts one.
   *
   * @param prefix what stands before the command, such as {@code taskset}; may be empty
   * @param options of the JVM
   * @param main the class to run
   * @param args its arguments
   */
  static ChildJvm start(List<String> prefix, List<String> options, Class<?> main, List<String> args)
      throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(args);
    return new ChildJvm(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Writes a line and reads the answer. */
  String ask(String line) throws IOException {
    in.write((line + "\n").getBytes(US_ASCII));
    in.flush();
    return answer();
  }

  /** Reads a line. */
  String answer() throws IOException {
    String answer = out.readLine();
    if (answer == null) {
      throw new IOException("A process of the benchmark ended, or did not answer in time");
    }
    return answer;
  }

  @Override
  public void close() throws IOException {
    try {
      in.close();
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } finally {
      ended.cancel(false);
      out.close();
    }
  }
}
