package io.github.mgsjaxrs.benchmark.http;

import io.github.mgsjaxrs.benchmark.http.LoadGenerator.Answered;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A server and a load generator, each in a process of its own. */
public final class LoadedServer implements AutoCloseable {

  private final ChildJvm server;
  private final ChildJvm generator;

  private LoadedServer(ChildJvm server, ChildJvm generator) {
    this.server = server;
    this.generator = generator;
  }

  /**
   * Starts both.
   *
   * @param processors where they run
   * @param heap the server's, such as {@code 512m}
   */
  static LoadedServer start(Processors processors, String heap)
      throws IOException, GeneralSecurityException {
    KeyPair sm2 = BenchmarkKeys.generate();
    ChildJvm server =
        ChildJvm.start(
            processors.server(),
            List.of("-XX:+UseSerialGC", "-Xms" + heap, "-Xmx" + heap),
            BenchmarkServer.class,
            List.of(base64(sm2.getPublic().getEncoded())));
    try {
      String port = server.answer();
      ChildJvm generator =
          ChildJvm.start(
              processors.load(),
              List.of("-XX:+UseSerialGC", "-Xmx512m"),
              LoadGenerator.class,
              List.of(port, base64(sm2.getPrivate().getEncoded())));
      LoadedServer started = new LoadedServer(server, generator);
      generator.answer();
      return started;
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Puts load on the server. */
  Slice slice(Load load, long millis) throws IOException {
    Usage before = Usage.parse(server.ask("usage"));
    Answered answered = Answered.parse(generator.ask(load + " " + millis));
    Usage after = Usage.parse(server.ask("usage"));
    return new Slice(answered.requests(), answered.nanos(), after.since(before));
  }

  /** All loads in turn, in short slices, until a time is over. */
  void warmUp(List<Load> loads, double seconds, long millis) throws IOException {
    long start = System.nanoTime();
    while (System.nanoTime() - start < seconds * 1e9) {
      for (Load load : loads) {
        slice(load, millis);
      }
    }
  }

  /**
   * All loads in turn, each first in its turn.
   *
   * @return the slices of each load, one for each round
   */
  Map<Load, List<Slice>> rounds(List<Load> loads, int rounds, long millis) throws IOException {
    Map<Load, List<Slice>> slices = new LinkedHashMap<>();
    loads.forEach(load -> slices.put(load, new ArrayList<>()));
    List<Load> order = new ArrayList<>(loads);
    for (int round = 0; round < rounds; round++) {
      for (Load load : order) {
        slices.getOrDefault(load, new ArrayList<>()).add(slice(load, millis));
      }
      Collections.rotate(order, -1);
    }
    return slices;
  }

  @Override
  public void close() throws IOException {
    try {
      generator.close();
    } finally {
      server.close();
    }
  }
}
