package io.github.mgsjaxrs.benchmark.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A processor for the server and another for the load, where {@code taskset} is there to bind them.
 *
 * @param server stands before the server's command
 * @param load stands before the load generator's
 */
record Processors(List<String> server, List<String> load) {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path TASKSET = Path.of("/usr/bin/taskset");
  private static final String ALLOWED = "Cpus_allowed_list:";

  static Processors available() {
    List<Integer> allowed = Files.isExecutable(TASKSET) ? allowed() : List.of();
    return allowed.size() < 2
        ? new Processors(List.of(), List.of())
        : new Processors(bound(allowed.get(0)), bound(allowed.get(1)));
  }

  private static List<String> bound(int processor) {
    return List.of(TASKSET.toString(), "-c", String.valueOf(processor));
  }

  private static List<Integer> allowed() {
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith(ALLOWED))
          .findFirst()
          .map(line -> parsed(line.substring(ALLOWED.length()).strip()))
          .orElse(List.of());
    } catch (IOException unknown) {
      return List.of();
    }
  }

  /** A list such as 0-1,4. */
  private static List<Integer> parsed(String list) {
    List<Integer> processors = new ArrayList<>();
    for (String range : list.split(",")) {
      int dash = range.indexOf('-');
      int first = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
      int last = Integer.parseInt(range.substring(dash + 1));
      IntStream.rangeClosed(first, last).forEach(processors::add);
    }
    return processors;
  }

  /** How the processes share the machine, for the reader of the results. */
  String description() {
    return server.isEmpty()
        ? "Server and load share the processors: there is no taskset, or only one processor."
        : "The server has one processor, the load generator another.";
  }
}
