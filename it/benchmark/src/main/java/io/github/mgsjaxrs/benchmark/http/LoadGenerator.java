package io.github.mgsjaxrs.benchmark.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sends requests over connections that stay open, by one thread, and checks every answer. For each
 * line {@code SCENARIO LENGTH QUERY MILLIS} that it reads it writes {@link Answered}; it ends with
 * its input.
 */
public final class LoadGenerator {

  private static final int CONNECTIONS = 8;

  /** Longer bodies are the same on all connections, as so many would not fit into memory. */
  private static final int LONGEST_OF_ITS_OWN = 256 * 1024;

  /** A server that does not answer one request within this time is broken. */
  private static final long PATIENCE_MILLIS = 30_000;

  private final InetSocketAddress server;
  private final PrivateKey sm2;
  private final Map<Load, List<WireRequest>> requests = new HashMap<>();

  private LoadGenerator(InetSocketAddress server, PrivateKey sm2) {
    this.server = server;
    this.sm2 = sm2;
  }

  /**
   * What came of one order.
   *
   * @param requests how many were answered
   * @param nanos from the first request to the last answer
   */
  record Answered(long requests, long nanos) {
    static Answered parse(String text) {
      String[] parts = text.split(" ");
      return new Answered(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
      return requests + " " + nanos;
    }
  }

  /**
   * Generates load.
   *
   * @param args the server's port, and the SM2 private key in Base64
   * @throws Exception if the server does not answer what it has to
   */
  public static void main(String[] args) throws Exception {
    LoadGenerator generator =
        new LoadGenerator(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])),
            BenchmarkKeys.privateKey(args[1]));
    PrintStream out = new PrintStream(System.out, true, US_ASCII);
    try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, US_ASCII))) {
      out.println("ready");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        long millis = Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
        out.println(generator.run(Load.parse(line), millis));
      }
    }
  }

  private Answered run(Load load, long millis) throws IOException, GeneralSecurityException {
    List<Caller> callers = new ArrayList<>();
    try (Selector selector = Selector.open()) {
      for (WireRequest request : requests(load)) {
        callers.add(new Caller(selector, server, request));
      }
      return run(selector, callers, millis * 1_000_000);
    } finally {
      for (Caller caller : callers) {
        caller.close();
      }
    }
  }

  private Answered run(Selector selector, List<Caller> callers, long nanos) throws IOException {
    long start = System.nanoTime();
    for (Caller caller : callers) {
      caller.start();
    }
    long answered = 0;
    int waiting = callers.size();
    while (waiting > 0) {
      if (selector.select(PATIENCE_MILLIS) == 0) {
        throw new IllegalStateException("The server does not answer");
      }
      boolean on = System.nanoTime() - start < nanos;
      for (SelectionKey key : selector.selectedKeys()) {
        Caller caller = (Caller) key.attachment();
        if (caller.proceed()) {
          answered++;
          if (on) {
            caller.start();
          } else {
            waiting--;
          }
        }
      }
      selector.selectedKeys().clear();
    }
    return new Answered(answered, System.nanoTime() - start);
  }

  private List<WireRequest> requests(Load load) throws GeneralSecurityException {
    List<WireRequest> known = requests.get(load);
    if (known == null) {
      known = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        known.add(
            i > 0 && load.length() > LONGEST_OF_ITS_OWN
                ? known.get(0)
                : WireRequest.of(load, i, sm2));
      }
      requests.put(load, known);
    }
    return known;
  }
}
