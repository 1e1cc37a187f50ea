package io.github.mgsjaxrs.hazelcast;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A {@link Node} in a JVM of its own; ends with this one at the latest, as its input ends then. */
final class NodeProcess implements AutoCloseable {

  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final List<String> others = new ArrayList<>();
  private final int memberPort;
  private final int httpPort;

  private NodeProcess(Process process) throws IOException, InterruptedException {
    this.process = process;
    Thread reader =
        new Thread(() -> process.inputReader(UTF_8).lines().forEach(lines::add), "node's output");
    reader.setDaemon(true);
    reader.start();
    this.memberPort = Integer.parseInt(next("member "));
    this.httpPort = Integer.parseInt(next("listens "));
  }

  static NodeProcess alone() throws IOException, InterruptedException {
    // nobody listens at port 1
    return start("127.0.0.1:1");
  }

  static NodeProcess beside(NodeProcess other) throws IOException, InterruptedException {
    return start("127.0.0.1:" + other.memberPort);
  }

  private static NodeProcess start(String members) throws IOException, InterruptedException {
    ProcessBuilder java =
        new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-Dcluster.members=" + members,
            "-cp",
            System.getProperty("java.class.path"),
            Node.class.getName());
    Process process = java.redirectErrorStream(true).start();
    try {
      return new NodeProcess(process);
    } catch (IOException | InterruptedException | RuntimeException failed) {
      process.destroyForcibly();
      throw failed;
    }
  }

  /** Says one word to the node, and gives back what it answers after these words. */
  String ask(char word, String answer) throws IOException, InterruptedException {
    process.getOutputStream().write(word);
    process.getOutputStream().flush();
    return next(answer);
  }

  private String next(String start) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (System.nanoTime() < deadline) {
      String line = lines.poll(100, TimeUnit.MILLISECONDS);
      if (line != null && line.startsWith(start)) {
        return line.substring(start.length()).strip();
      }
      if (line != null) {
        others.add(line);
      } else if (!process.isAlive() && lines.isEmpty()) {
        break;
      }
    }
    throw new IOException("The node has not said '" + start + "', but " + others);
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + httpPort + path);
  }

  int members() throws IOException, InterruptedException {
    return Integer.parseInt(ask('m', "members "));
  }

  int served() throws IOException, InterruptedException {
    return Integer.parseInt(ask('s', "served "));
  }

  /** Lets the node end by itself, and gives back how many members it left in its process. */
  int end() throws IOException, InterruptedException {
    process.getOutputStream().close();
    int left = Integer.parseInt(next("closed, members in this process: "));
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IOException("The node still runs a minute after it ended");
    }
    return left;
  }

  /** Kills it, as a failing machine would. */
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
