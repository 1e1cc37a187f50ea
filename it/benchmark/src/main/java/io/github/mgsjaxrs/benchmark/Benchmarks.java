package io.github.mgsjaxrs.benchmark;

import java.nio.file.Path;
import java.util.Arrays;
import org.openjdk.jmh.Main;

/**
 * {@code java -jar benchmarks.jar ratios} compares ways to verify; any other arguments are JMH's,
 * such as {@code -prof gc Sm2}.
 */
public final class Benchmarks {

  private Benchmarks() {}

  /**
   * Runs what is asked for.
   *
   * @param args {@code ratios}, with the file to write if it is not {@code
   *     it/benchmark/target/ratios.json}, or the arguments of JMH
   * @throws Exception if a benchmark fails
   */
  public static void main(String[] args) throws Exception {
    if (args.length > 0 && args[0].equals("ratios")) {
      new Ratios(System.out).run(args.length > 1 ? Path.of(args[1]) : besideTheJar());
    } else {
      Main.main(Arrays.copyOf(args, args.length));
    }
  }

  private static Path besideTheJar() throws Exception {
    Path code =
        Path.of(Benchmarks.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return code.resolveSibling("ratios.json");
  }
}
