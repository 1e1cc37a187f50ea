package io.github.mgsjaxrs.benchmark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.Main;

/**
 * {@code java -jar benchmarks.jar ratios} compares ways to verify, {@code growth} shows how costs
 * grow, {@code cold} how a process starts; any other arguments are JMH's, such as {@code -prof gc
 * Sm2}.
 */
public final class Benchmarks {

  private Benchmarks() {}

  /**
   * Runs what is asked for.
   *
   * @param args {@code ratios}, with the file to write if it is not {@code
   *     it/benchmark/target/ratios.json}, or with {@code --only} and the groups to run; {@code
   *     growth}, with the folder of the README to write if it is not {@code it/benchmark}; {@code
   *     cold}; or the arguments of JMH
   * @throws Exception if a benchmark fails
   */
  public static void main(String[] args) throws Exception {
    switch (args.length > 0 ? args[0] : "") {
      case "ratios" -> ratios(args);
      case "growth" ->
          new Growth(System.out)
              .run(args.length > 1 ? Path.of(args[1]) : jar().resolveSibling("..").normalize());
      case "cold" -> new ColdStarts(System.out).run();
      default -> Main.main(Arrays.copyOf(args, args.length));
    }
  }

  private static void ratios(String[] args) throws Exception {
    Ratios ratios = new Ratios(System.out);
    if (args.length > 2 && args[1].equals("--only")) {
      ratios.run(List.of(args).subList(2, args.length));
    } else {
      ratios.run(args.length > 1 ? Path.of(args[1]) : jar().resolveSibling("ratios.json"));
    }
  }

  private static Path jar() throws Exception {
    return Path.of(Benchmarks.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
