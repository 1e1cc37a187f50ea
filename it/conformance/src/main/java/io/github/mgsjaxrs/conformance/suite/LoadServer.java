package io.github.mgsjaxrs.conformance.suite;

import static org.assertj.core.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The echo application in a process of its own, which a load fills and watches. The first line on
 * its standard output is its base URI, {@code http://127.0.0.1:8080/}.
 */
public final class LoadServer implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 90;

  private final Process process;
  private final Path errors;
  private final int port;

  private LoadServer(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    this.port = URI.create(firstLine()).getPort();
  }

  /**
   * Starts the process and waits until it listens.
   *
   * @param command the process and its arguments
   * @param folder where its standard error goes
   * @return to be closed by the caller
   */
  public static LoadServer start(List<String> command, Path folder) {
    try {
      Path errors = Files.createTempFile(folder, "server", ".err");
      ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("MGS_"));
      return new LoadServer(builder.start(), errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String firstLine() {
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    try {
      return CompletableFuture.supplyAsync(
              () -> {
                try {
                  return output.readLine();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              })
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      process.destroyForcibly();
      return fail("The server did not start:\n" + errors(), e);
    }
  }

  /**
   * Where it listens.
   *
   * @return the endpoint
   */
  public Endpoint endpoint() {
    return Endpoint.atRoot(port);
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Everything on standard error up to now.
   *
   * @return lines of the log
   */
  public String errors() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
