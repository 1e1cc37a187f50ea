package io.github.mgsjaxrs.benchmark.http;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * What this process has used so far.
 *
 * @param cpuNanos time of processors, of all threads: those of the JVM too
 * @param allocated bytes on the heap, by all threads that run
 */
record Usage(long cpuNanos, long allocated) {

  private static final Path TASKS = Path.of("/proc/self/task");

  static Usage now() {
    return new Usage(cpu(), allocatedBytes());
  }

  static Usage parse(String text) {
    String[] parts = text.split(" ");
    return new Usage(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
  }

  Usage since(Usage before) {
    return new Usage(cpuNanos - before.cpuNanos, allocated - before.allocated);
  }

  private static long allocatedBytes() {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long sum = 0;
    for (long bytes : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
      sum += Math.max(0, bytes);
    }
    return sum;
  }

  /** By the kernel to the nanosecond; elsewhere by the JVM, whose steps may be of 10 ms. */
  private static long cpu() {
    if (!Files.isReadable(TASKS.resolveSibling("schedstat"))) {
      return ((com.sun.management.OperatingSystemMXBean)
              ManagementFactory.getOperatingSystemMXBean())
          .getProcessCpuTime();
    }
    long sum = 0;
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
      for (Path task : tasks) {
        sum += cpu(task);
      }
    } catch (IOException e) {
      throw new IllegalStateException("The time of this process's threads cannot be read", e);
    }
    return sum;
  }

  private static long cpu(Path task) throws IOException {
    try {
      String text = Files.readString(task.resolve("schedstat"));
      return Long.parseLong(text.substring(0, text.indexOf(' ')));
    } catch (NoSuchFileException ended) {
      return 0;
    }
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return cpuNanos + " " + allocated;
  }
}
