package io.github.mgsjaxrs.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.benchmark.plot.TextTable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** Fresh processes, one after another: how long their first verifications take. */
final class ColdStarts {

  private static final int STARTS = 5;
  private static final long SECONDS_TO_END = 60;

  private final PrintStream out;
  private final TextTable table =
      new TextTable(
          "Algorithm",
          "verifier built, ms",
          "first, ms",
          "second, ms",
          "10th, µs",
          "100th, µs",
          "first 100 together, ms",
          "wrong verdicts");

  ColdStarts(PrintStream out) {
    this.out = out;
  }

  void run() throws IOException, GeneralSecurityException {
    String contentMd5 =
        Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(ColdStart.BODY));
    String url = NaiveUrl.of(ColdStart.PATH, ColdStart.QUERY);
    byte[] text = ("POST\n" + contentMd5 + "\n" + url).getBytes(UTF_8);
    DigestWork digests = new DigestWork(text);
    RsaWork rsa = new RsaWork(text);
    Sm2Work sm2 = new Sm2Work(text);
    measure(SignatureAlgorithm.MD5, DigestWork.SALT, digests.md5Header());
    measure(SignatureAlgorithm.SM3, DigestWork.SALT, digests.sm3Header());
    measure(SignatureAlgorithm.RSA, rsa.keyText(), rsa.header());
    measure(SignatureAlgorithm.SM2, sm2.keyText(), sm2.header());
    out.println(table);
  }

  private void measure(SignatureAlgorithm algorithm, String key, String header) throws IOException {
    List<long[]> starts = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      starts.add(start(algorithm.name(), key, header));
    }
    int last = 1 + ColdStart.VERIFICATIONS;
    table.row(
        algorithm.name(),
        median(starts, nanos -> nanos[0] / 1e6),
        median(starts, nanos -> nanos[1] / 1e6),
        median(starts, nanos -> nanos[2] / 1e6),
        median(starts, nanos -> nanos[10] / 1e3),
        median(starts, nanos -> nanos[100] / 1e3),
        median(starts, nanos -> Arrays.stream(nanos, 1, last).sum() / 1e6),
        String.valueOf(starts.stream().mapToLong(nanos -> nanos[last]).sum()));
  }

  private static String median(List<long[]> starts, ToDoubleFunction<long[]> value) {
    return TextTable.figure(Spread.of(starts.stream().mapToDouble(value).toArray()).median());
  }

  private static long[] start(String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), ColdStart.class.getName()));
    command.addAll(List.of(args));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try {
      process.getOutputStream().close();
      String line = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("A process that verifies did not end as it should");
      }
      return Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while a process was running", e);
    } finally {
      process.destroyForcibly();
    }
  }
}
