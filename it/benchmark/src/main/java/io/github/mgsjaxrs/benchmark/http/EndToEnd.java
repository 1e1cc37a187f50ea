package io.github.mgsjaxrs.benchmark.http;

import io.github.mgsjaxrs.benchmark.ResultTable;
import io.github.mgsjaxrs.benchmark.Spread;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What the filter costs a server, as shares of the same requests without it or with another. */
public final class EndToEnd {

  private static final int KIB = 1024;
  private static final Load UNFILTERED = new Load(Scenario.UNFILTERED, KIB);
  private static final Load MD5 = new Load(Scenario.MD5, KIB);
  private static final Load MD5_CLOSED = new Load(Scenario.MD5_CLOSED, KIB);
  private static final Load SM2 = new Load(Scenario.SM2, KIB);
  private static final Load DOCUMENTED = new Load(Scenario.DOCUMENTED_SM2, KIB);
  private static final Load LARGE_UNFILTERED = new Load(Scenario.UNFILTERED, 64 * KIB);
  private static final Load LARGE_MD5 = new Load(Scenario.MD5, 64 * KIB);
  private static final Load UNSIGNED = new Load(Scenario.UNSIGNED, 0);
  private static final List<Load> ALL =
      List.of(UNFILTERED, MD5, MD5_CLOSED, SM2, DOCUMENTED, LARGE_UNFILTERED, LARGE_MD5, UNSIGNED);

  private final Map<Load, List<Slice>> slices;

  /** Queries of which a method asks for a parameter, so that somebody reads them anyway. */
  private static final List<Query> READ =
      List.of(Query.THIRTY_TWO_ESCAPED, Query.THIRTY_TWO_COMPARED, Query.THOUSAND_COMPARED);

  private EndToEnd(Map<Load, List<Slice>> slices) {
    this.slices = slices;
  }

  /**
   * Runs for about two minutes and a half.
   *
   * @param table takes the results
   * @throws IOException if a process cannot be started, or an answer was wrong
   * @throws GeneralSecurityException if there are no keys to sign with
   */
  public static void run(ResultTable table) throws IOException, GeneralSecurityException {
    // until then the server compiles what new connections need
    run(table, 40, 96, 100);
  }

  /**
   * What the filter costs for some parameters, and for many, all of which are compared with what
   * the runtime makes of them. Runs for about two minutes.
   *
   * @param table takes the results
   * @throws IOException if a process cannot be started, or an answer was wrong
   * @throws GeneralSecurityException if there are no keys to sign with
   */
  public static void runParameters(ResultTable table) throws IOException, GeneralSecurityException {
    Processors processors = Processors.available();
    table.note(processors.description());
    List<Load> loads = new ArrayList<>();
    for (Query query : Query.values()) {
      loads.add(new Load(Scenario.UNFILTERED, KIB, query));
      loads.add(new Load(Scenario.MD5, KIB, query));
    }
    for (Query query : READ) {
      loads.add(new Load(Scenario.UNFILTERED_PARAMETER, KIB, query));
      loads.add(new Load(Scenario.MD5_PARAMETER, KIB, query));
    }
    try (LoadedServer server = LoadedServer.start(processors, "512m")) {
      server.warmUp(loads, 40, 100);
      new EndToEnd(server.rounds(loads, 96, 100)).printParameters(table);
    }
  }

  static void run(ResultTable table, double warmUpSeconds, int rounds, long millis)
      throws IOException, GeneralSecurityException {
    Processors processors = Processors.available();
    table.note(processors.description());
    try (LoadedServer server = LoadedServer.start(processors, "512m")) {
      server.warmUp(ALL, warmUpSeconds, millis);
      new EndToEnd(server.rounds(ALL, rounds, millis)).print(table);
    }
  }

  private void print(ResultTable table) {
    extraBytes(table, "http.1k.md5.extra-bytes", MD5, UNFILTERED, "<= 8192");
    extraBytes(table, "http.64k.md5.extra-bytes", LARGE_MD5, LARGE_UNFILTERED, "<= 81920");
    rates(table, "http.1k.sm2.vs-documented", SM2, DOCUMENTED, ">= 2.5");
    rates(table, "http.1k.md5.vs-unfiltered", MD5, UNFILTERED, ">= 0.85");
    rates(table, "http.1k.sm2.vs-unfiltered", SM2, UNFILTERED, ">= 0.50");
    rates(table, "http.64k.md5.vs-unfiltered", LARGE_MD5, LARGE_UNFILTERED, ">= 0.52");
    // the new connection that each refused request needs is in it
    table.result(
        "http.reject.vs-accept", ratio(UNSIGNED, MD5, Slice::cpu), "<= 1.0, CPU, MD5 accepted");
    table.result(
        "http.reject.vs-accept-closed", ratio(UNSIGNED, MD5_CLOSED, Slice::cpu), "both closed");
    printFigures(table);
  }

  private void printFigures(ResultTable table) {
    slices.forEach(
        (load, measured) -> {
          String name = load.toString();
          table.figure(name + ", per second", spread(load, Slice::perSecond));
          table.figure(name + ", CPU ns", spread(load, Slice::cpu));
          table.figure(name + ", bytes", spread(load, Slice::bytes));
          table.figure(name + ", processor busy", spread(load, Slice::busy));
        });
  }

  private void printParameters(ResultTable table) {
    for (Query query : Query.values()) {
      printParameters(table, query, "", Scenario.MD5, Scenario.UNFILTERED);
    }
    for (Query query : READ) {
      printParameters(table, query, ".read", Scenario.MD5_PARAMETER, Scenario.UNFILTERED_PARAMETER);
    }
    compared(table, Scenario.MD5, Query.FOUR_COMPARED, Query.FOUR_ESCAPED);
    compared(table, Scenario.MD5, Query.THIRTY_TWO_COMPARED, Query.THIRTY_TWO_ESCAPED);
    compared(table, Scenario.MD5_PARAMETER, Query.THIRTY_TWO_COMPARED, Query.THIRTY_TWO_ESCAPED);
    printFigures(table);
  }

  /** What a comparison alone costs. */
  private void compared(ResultTable table, Scenario scenario, Query compared, Query escaped) {
    String name = scenario + " " + compared + " vs " + escaped;
    table.result(
        name.toLowerCase(Locale.ROOT).replace(' ', '.'),
        ratio(
            new Load(scenario, KIB, compared), new Load(scenario, KIB, escaped), Slice::perSecond),
        "");
  }

  private void printParameters(
      ResultTable table, Query query, String read, Scenario filtered, Scenario unfiltered) {
    rates(
        table,
        "http.1k.md5." + query.name().toLowerCase(Locale.ROOT) + read + ".vs-unfiltered",
        new Load(filtered, KIB, query),
        new Load(unfiltered, KIB, query),
        "");
  }

  private void extraBytes(
      ResultTable table, String name, Load filtered, Load unfiltered, String needed) {
    double[] some = values(filtered, Slice::bytes);
    double[] others = values(unfiltered, Slice::bytes);
    for (int i = 0; i < some.length; i++) {
      some[i] -= others[i];
    }
    table.result(name, Spread.of(some), needed);
  }

  /** By the clock, and beside it what the same would be if nothing else ran on the machine. */
  private void rates(ResultTable table, String name, Load some, Load others, String needed) {
    table.result(name, ratio(some, others, Slice::perSecond), needed);
    table.figure("the same by CPU time", ratio(others, some, Slice::cpu));
  }

  private Spread ratio(Load some, Load others, ToDoubleFunction<Slice> value) {
    return Spread.ofRatios(values(some, value), values(others, value));
  }

  private Spread spread(Load load, ToDoubleFunction<Slice> value) {
    return Spread.of(values(load, value));
  }

  private double[] values(Load load, ToDoubleFunction<Slice> value) {
    return slices.getOrDefault(load, List.of()).stream().mapToDouble(value).toArray();
  }
}
