package io.github.mgsjaxrs.benchmark;

import io.github.mgsjaxrs.benchmark.plot.Curve;
import io.github.mgsjaxrs.benchmark.plot.GrowthSection;
import io.github.mgsjaxrs.benchmark.plot.Plot;
import io.github.mgsjaxrs.benchmark.plot.TextTable;
import java.util.List;
import java.util.Map;

/** What more parameters cost. */
final class ParameterGrowth {

  private static final int[] COUNTS = {0, 1, 2, 4, 8, 16, 32, 64, 125, 250, 500, 1000};

  private ParameterGrowth() {}

  static GrowthSection measure() {
    Curve plainCurve = new Curve("plain");
    Curve escapedCurve = new Curve("with escapes");
    Curve comparedCurve = new Curve("compared, with escapes");
    Curve naiveCurve = new Curve("naive, plain");
    TextTable table =
        new TextTable(
            "Parameters",
            "plain, ns",
            "each, ns",
            "with escapes, ns",
            "each, ns",
            "compared, ns",
            "each, ns",
            "naive, ns");
    for (int count : COUNTS) {
      StringToSignWork plain = new StringToSignWork(count, false);
      StringToSignWork escaped = new StringToSignWork(count, true);
      Race race =
          new Race()
              .with("plain", () -> !plain.ours().isEmpty())
              .with("escaped", () -> !escaped.ours().isEmpty())
              .with("compared", escaped::compared)
              .with("naive", () -> !plain.naive().isEmpty())
              .run(0.5, 10);
      double[] nanos = {
        nanos(race, "plain"), nanos(race, "escaped"), nanos(race, "naive"), nanos(race, "compared")
      };
      if (count > 0) {
        plainCurve.add(count, nanos[0]);
        escapedCurve.add(count, nanos[1]);
        naiveCurve.add(count, nanos[2]);
        comparedCurve.add(count, nanos[3]);
      }
      table.row(
          String.valueOf(count),
          TextTable.figure(nanos[0]),
          count == 0 ? "–" : TextTable.figure(nanos[0] / count),
          TextTable.figure(nanos[1]),
          count == 0 ? "–" : TextTable.figure(nanos[1] / count),
          TextTable.figure(nanos[3]),
          count == 0 ? "–" : TextTable.figure(nanos[3] / count),
          TextTable.figure(nanos[2]));
    }
    return new GrowthSection(
        "Parameters",
        "The string to sign of a GET request. Sorting makes it n log n; decoding and writing, which"
            + " are linear,\nare most of it. What is up to 160 characters long, and has no escape"
            + " and no repeated name, is read\neight characters at a time. Beside it what it takes to compare parameters with"
            + " escapes with the\nruntime's reading of them.",
        Map.of(
            "parameters",
            new Plot(
                "String to sign and parameters",
                "parameters",
                "ns",
                2,
                List.of(plainCurve, escapedCurve, comparedCurve, naiveCurve))),
        table);
  }

  private static double nanos(Race race, String name) {
    return race.nanos(name).median();
  }
}
