package io.github.mgsjaxrs.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The installed OpenSSL and the running JDK's keytool, which make the keys of these tests. */
public final class CommandLine {

  private static final String KEYTOOL =
      Path.of(System.getProperty("java.home"), "bin", "keytool").toString();

  private final Path directory;

  public CommandLine(Path directory) {
    this.directory = directory;
  }

  /** What {@code openssl} writes to standard output. */
  public byte[] openssl(String... arguments) {
    requireOpenSsl3();
    return run("", "openssl", arguments);
  }

  public String opensslText(String... arguments) {
    return new String(openssl(arguments), StandardCharsets.US_ASCII);
  }

  /** Runs {@code keytool}, which reads the lines from standard input. */
  public void keytool(String lines, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("-J-XX:TieredStopAtLevel=1");
    all.add("-J-XX:+UseSerialGC");
    run(lines, KEYTOOL, all.toArray(new String[0]));
  }

  /** What any program writes to standard output. */
  public String text(String program, String... arguments) {
    return new String(run("", program, arguments), StandardCharsets.UTF_8);
  }

  private void requireOpenSsl3() {
    String version = new String(run("", "openssl", "version"), StandardCharsets.US_ASCII);
    assertThat(version)
        .as("these tests need OpenSSL 3 or later as 'openssl' on the PATH")
        .matches("(?s)OpenSSL ([3-9]|\\d\\d)\\..*");
  }

  private byte[] run(String input, String program, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(program);
    command.addAll(List.of(arguments));
    try {
      Path errors = directory.resolve("errors.txt");
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectError(errors.toFile())
              .start();
      try (OutputStream out = process.getOutputStream()) {
        out.write(input.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        // it ended without reading: its exit code tells
      }
      byte[] output = process.getInputStream().readAllBytes();
      assertThat(process.waitFor())
          .as(() -> String.join(" ", command) + ": " + new String(output, StandardCharsets.UTF_8))
          .isZero();
      return output;
    } catch (IOException e) {
      throw new AssertionError(
          "'" + program + "' does not start: these tests need OpenSSL 3 and a JDK's keytool", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
