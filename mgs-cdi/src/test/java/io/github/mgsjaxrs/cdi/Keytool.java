package io.github.mgsjaxrs.cdi;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Writes PKCS12 files as operators do, with the JDK's keytool. */
final class Keytool {

  static final String PASSWORD = "changeit";

  private Keytool() {}

  /** Puts a text into a store as a secret-key entry; makes the store if it is not there. */
  static void importText(Path store, String alias, String text) throws Exception {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-importpass",
                "-alias",
                alias,
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    try (OutputStream input = keytool.getOutputStream()) {
      input.write((text + "\n" + text + "\n").getBytes(US_ASCII));
    } catch (IOException ended) {
      // the exit code and the output say why
    }
    String output = new String(keytool.getInputStream().readAllBytes(), US_ASCII);
    assertThat(keytool.waitFor()).as(output).isZero();
  }
}
