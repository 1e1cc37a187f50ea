package io.github.mgsjaxrs.benchmark.http;

import io.github.mgsjaxrs.benchmark.Spread;
import io.github.mgsjaxrs.benchmark.plot.Curve;
import io.github.mgsjaxrs.benchmark.plot.GrowthSection;
import io.github.mgsjaxrs.benchmark.plot.Plot;
import io.github.mgsjaxrs.benchmark.plot.TextTable;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What longer bodies cost a server with little memory. */
public final class BodyGrowth {

  private static final String HEAP = "64m";
  private static final int KIB = 1024;
  private static final int[] LENGTHS = {
    0, KIB, 4 * KIB, 16 * KIB, 64 * KIB, 256 * KIB, 1024 * KIB, 4096 * KIB, 10240 * KIB
  };

  private BodyGrowth() {}

  /**
   * Runs for about half a minute.
   *
   * @return what was measured
   * @throws IOException if a process cannot be started, or an answer was wrong
   * @throws GeneralSecurityException if there are no keys to sign with
   */
  public static GrowthSection measure() throws IOException, GeneralSecurityException {
    Curve unfilteredTime = new Curve("without a filter");
    Curve time = new Curve("MD5");
    Curve unfilteredBytes = new Curve("without a filter");
    Curve bytes = new Curve("MD5");
    TextTable table =
        new TextTable(
            "Body",
            "CPU µs without a filter",
            "CPU µs",
            "KiB allocated without a filter",
            "KiB allocated");
    try (LoadedServer server = LoadedServer.start(Processors.available(), HEAP)) {
      server.warmUp(loads(4 * KIB), 30, 200);
      for (int length : LENGTHS) {
        List<Load> loads = loads(length);
        server.warmUp(loads, 0.5, 100);
        Map<Load, List<Slice>> slices = server.rounds(loads, 5, 200);
        double[] micros = medians(slices, slice -> slice.cpu() / 1e3);
        double[] kib = medians(slices, slice -> slice.bytes() / KIB);
        if (length > 0) {
          unfilteredTime.add(length / (double) KIB, micros[0]);
          time.add(length / (double) KIB, micros[1]);
          unfilteredBytes.add(length / (double) KIB, kib[0]);
          bytes.add(length / (double) KIB, kib[1]);
        }
        table.row(
            String.format("%,d KiB", length / KIB),
            TextTable.figure(micros[0]),
            TextTable.figure(micros[1]),
            TextTable.figure(kib[0]),
            TextTable.figure(kib[1]));
      }
    }
    String across = "body, KiB";
    Map<String, Plot> plots = new LinkedHashMap<>();
    plots.put(
        "body-time",
        new Plot("Time and body", across, "CPU µs a request", 2, List.of(unfilteredTime, time)));
    plots.put(
        "body-memory",
        new Plot("Memory and body", across, "KiB allocated", 2, List.of(unfilteredBytes, bytes)));
    return new GrowthSection(
        "Body",
        "Eight connections at once, a server with a heap of 64 MiB, and a resource that reads its"
            + " entity piece by piece.\nPast `mgs.limits.memory` (256 KiB) the rest lies in a"
            + " temporary file.",
        plots,
        table);
  }

  private static List<Load> loads(int length) {
    return Stream.of(Scenario.UNFILTERED_STREAM, Scenario.MD5_STREAM)
        .map(scenario -> new Load(scenario, length))
        .toList();
  }

  private static double[] medians(Map<Load, List<Slice>> slices, ToDoubleFunction<Slice> value) {
    return slices.values().stream()
        .mapToDouble(each -> Spread.of(each.stream().mapToDouble(value).toArray()).median())
        .toArray();
  }
}
