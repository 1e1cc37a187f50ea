package io.github.mgsjaxrs.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/**
 * What the installed OpenSSL says of its own speed, for comparison; nothing where there is none.
 */
final class OpenSslSpeed {

  private OpenSslSpeed() {}

  static void print(PrintStream out) {
    for (String algorithm : new String[] {"sm2", "rsa2048"}) {
      try {
        Process process =
            new ProcessBuilder("openssl", "speed", "-seconds", "2", algorithm)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        String lines = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0) {
          lines
              .lines()
              .filter(line -> line.contains("verify") || line.matches("\\s*(rsa|.*SM2).*s .*"))
              .forEach(line -> out.println("openssl: " + line.strip()));
        }
      } catch (IOException notInstalled) {
        return;
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
