package io.github.mgsjaxrs.quickstart;

import io.github.mgsjaxrs.conformance.suite.Endpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;

/** The runnable jar as a process of its own, which ends with the test. */
final class RunningQuickstart implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 90;

  private final Process process;
  private final Path errors;
  private final CompletableFuture<String> firstLine = new CompletableFuture<>();
  private final CompletableFuture<List<String>> output;

  private RunningQuickstart(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    this.output = CompletableFuture.supplyAsync(this::readOutput);
  }

  /** Starts on a free port, without the test's own environment variables of the library. */
  static RunningQuickstart start(String... properties) {
    return start(Map.of(), properties);
  }

  static RunningQuickstart start(Map<String, String> environment, String... properties) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dquickstart.port=0");
    command.addAll(List.of(properties)); // the last one of a name wins
    command.addAll(List.of("-jar", System.getProperty("quickstart.jar")));
    try {
      Path errors = Files.createTempFile("quickstart", ".err");
      errors.toFile().deleteOnExit();
      ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("MGS_"));
      builder.environment().putAll(environment);
      return new RunningQuickstart(builder.start(), errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> readOutput() {
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
        firstLine.complete(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      firstLine.completeExceptionally(new IllegalStateException("Nothing on standard output"));
    }
    return lines;
  }

  String firstLine() {
    try {
      return firstLine.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      return Assertions.fail("The quickstart did not start:\n" + errors(), e);
    }
  }

  Endpoint endpoint() {
    return Endpoint.atRoot(URI.create(firstLine()).getPort());
  }

  /** Everything on standard error up to now. */
  String errors() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until standard error holds a text. */
  String errorsWith(String text) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!errors().contains(text) && System.nanoTime() < end && process.isAlive()) {
      Thread.sleep(20);
    }
    return errors();
  }

  /** Sends SIGTERM. */
  void terminate() {
    process.destroy();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      Assertions.fail("The quickstart does not end:\n" + errors());
    }
    return process.exitValue();
  }

  /** Everything on standard output, once the process has ended. */
  List<String> output() throws InterruptedException {
    exitCode();
    return output.join();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
