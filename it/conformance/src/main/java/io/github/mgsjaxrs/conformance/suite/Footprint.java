package io.github.mgsjaxrs.conformance.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a Java process holds, as Linux and {@code jcmd} tell it.
 *
 * @param descriptors the number of open descriptors of each kind: a path, or {@code socket} and the
 *     like
 * @param threads the names of its Java threads, but for those of the JVM itself
 * @param heap the bytes of all objects that a full collection leaves
 */
record Footprint(Map<String, Integer> descriptors, List<String> threads, long heap) {

  private static final Pattern THREAD = Pattern.compile("(?m)^\"([^\"\n]*)\" #");
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

  /** Threads that the JVM and its tools start and end as they like. */
  private static final Pattern OF_THE_JVM =
      Pattern.compile(
          "C[12] CompilerThread\\d+|Attach Listener|process reaper.*|Signal Dispatcher");

  static boolean canBeSeen() {
    return Files.isDirectory(Path.of("/proc/self/fd"));
  }

  static Footprint of(long process) {
    long heap = heap(process); // first, as cleaners close files that were forgotten
    return new Footprint(descriptors(process), threads(process), heap);
  }

  /** How many descriptors are open. */
  int open() {
    return descriptors.values().stream().mapToInt(Integer::intValue).sum();
  }

  static Map<String, Integer> descriptors(long process) {
    Map<String, Integer> kinds = new TreeMap<>();
    for (Path descriptor : open(process)) {
      String target = target(descriptor);
      // jars are opened when a class is first needed
      if (!target.isEmpty() && !target.endsWith(".jar")) {
        kinds.merge(target.replaceFirst(":\\[[0-9]+]$", ""), 1, Integer::sum);
      }
    }
    return kinds;
  }

  static List<String> threads(long process) {
    List<String> names = new ArrayList<>();
    Matcher thread = THREAD.matcher(jcmd(process, "Thread.print"));
    while (thread.find()) {
      if (!OF_THE_JVM.matcher(thread.group(1)).matches()) {
        names.add(thread.group(1));
      }
    }
    return names.stream().sorted().toList();
  }

  static long heap(long process) {
    Matcher total = TOTAL.matcher(jcmd(process, "GC.class_histogram"));
    if (!total.find()) {
      throw new IllegalStateException("jcmd tells no total of the heap");
    }
    return Long.parseLong(total.group(1));
  }

  /** The bytes of all files that the process holds open in a folder, unlinked ones included. */
  static long bytesUnder(Path folder, long process) {
    long bytes = 0;
    for (Path descriptor : open(process)) {
      if (target(descriptor).startsWith(folder + "/")) {
        try {
          bytes += Files.size(descriptor);
        } catch (IOException closedMeanwhile) {
          // it holds nothing any more
        }
      }
    }
    return bytes;
  }

  /** The files in a folder, by name, and those that the process holds open there. */
  static List<String> filesUnder(Path folder, long process) {
    List<String> files = new ArrayList<>();
    try (Stream<Path> named = Files.list(folder)) {
      named.map(Path::toString).forEach(files::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open(process).stream()
        .map(Footprint::target)
        .filter(target -> target.startsWith(folder + "/"))
        .forEach(files::add);
    return files;
  }

  private static List<Path> open(long process) {
    List<Path> descriptors = new ArrayList<>();
    try (DirectoryStream<Path> all =
        Files.newDirectoryStream(Path.of("/proc", Long.toString(process), "fd"))) {
      all.forEach(descriptors::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return descriptors;
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }

  private static String jcmd(long process, String command) {
    Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    try {
      Process running =
          new ProcessBuilder(tool.toString(), Long.toString(process), command)
              .redirectErrorStream(true)
              .start();
      try (InputStream out = running.getInputStream()) {
        String told = new String(out.readAllBytes(), StandardCharsets.UTF_8);
        if (running.waitFor() != 0) {
          throw new IllegalStateException("jcmd failed: " + told);
        }
        return told;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while jcmd was running", e);
    }
  }
}
