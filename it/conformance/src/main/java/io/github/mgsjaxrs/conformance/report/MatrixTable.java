package io.github.mgsjaxrs.conformance.report;

import io.github.mgsjaxrs.conformance.report.MatrixReport.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the reports of all runtimes as tables into {@code it/README.md}, between its two markers.
 * Run it after {@code ./mvnw verify -Pcontainers}:
 *
 * <pre>{@code
 * java -cp it/conformance/target/classes io.github.mgsjaxrs.conformance.report.MatrixTable it
 * }</pre>
 */
public final class MatrixTable {

  private static final String BEGIN = "<!-- written by MatrixTable: begin -->";
  private static final String END = "<!-- written by MatrixTable: end -->";
  private static final String REGISTRATION = "registration";

  /** What is refused of these nobody sends but to find out. */
  private static final List<String> TRICKS =
      List.of(
          "readings",
          "headers of API Gateway",
          "headers of API Gateway in servlets",
          "charset of headers");

  private record Case(Outcome outcome, String name, String remark) {}

  private record Report(String runtime, String matrix, List<Case> cases) {

    long count(Outcome outcome) {
      return cases.stream().filter(one -> one.outcome() == outcome).count();
    }
  }

  private MatrixTable() {}

  /**
   * Writes the tables.
   *
   * @param args the directory {@code it}
   * @throws IOException if a report or the page cannot be read, or the page not be written
   */
  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args.length == 0 ? "it" : args[0]);
    Path page = directory.resolve("README.md");
    String text = Files.readString(page);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(
          page + " has no place for the tables: it needs the lines " + BEGIN + " and " + END);
    }
    String tables = tables(reports(directory));
    Files.writeString(page, text.substring(0, begin) + BEGIN + "\n" + tables + text.substring(end));
  }

  private static List<Report> reports(Path directory) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(directory)) {
      files =
          all.filter(file -> file.toString().endsWith(".tsv"))
              .filter(file -> file.toString().replace('\\', '/').contains("/target/matrix/"))
              .sorted()
              .toList();
    }
    List<Report> reports = new ArrayList<>();
    for (Path file : files) {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      String[] head = lines.get(0).split("\t", -1);
      List<Case> cases =
          lines.stream()
              .skip(1)
              .map(line -> line.split("\t", -1))
              .map(cells -> new Case(Outcome.valueOf(cells[0]), cells[1], cells[2]))
              .toList();
      reports.add(new Report(head[0], head[1], cases));
    }
    return reports;
  }

  private static String tables(List<Report> reports) {
    List<Report> matrices =
        reports.stream().filter(report -> !report.matrix().startsWith(REGISTRATION)).toList();
    List<Report> registrations =
        reports.stream().filter(report -> report.matrix().startsWith(REGISTRATION)).toList();
    List<Report> named =
        matrices.stream()
            .filter(report -> TRICKS.stream().noneMatch(report.matrix()::endsWith))
            .toList();
    StringBuilder text = new StringBuilder("\n");
    addCounts(text, matrices);
    addNamed(text, "Cannot hold, and fail closed", named, Outcome.CANNOT_HOLD);
    addNamed(
        text, "Refused, or not matched, by the runtime itself", named, Outcome.REFUSED_BY_SERVER);
    if (!registrations.isEmpty()) {
      addRegistrations(text, registrations);
    }
    return text.toString();
  }

  private static void addCounts(StringBuilder text, List<Report> reports) {
    SortedSet<String> matrices =
        reports.stream().map(Report::matrix).collect(Collectors.toCollection(TreeSet::new));
    Map<String, Map<String, String>> cells = new TreeMap<>();
    for (Report report : reports) {
      cells
          .computeIfAbsent(report.runtime(), runtime -> new TreeMap<>())
          .put(
              report.matrix(),
              report.count(Outcome.HOLDS)
                  + " + "
                  + report.count(Outcome.REFUSED_BY_SERVER)
                  + " + "
                  + report.count(Outcome.CANNOT_HOLD));
    }
    addTable(text, matrices, cells);
  }

  private static void addRegistrations(StringBuilder text, List<Report> reports) {
    SortedSet<String> ways = new TreeSet<>();
    Map<String, Map<String, String>> cells = new TreeMap<>();
    for (Report report : reports) {
      for (Case one : report.cases()) {
        ways.add(one.name());
        cells
            .computeIfAbsent(report.runtime(), runtime -> new TreeMap<>())
            .put(one.name(), one.remark());
      }
    }
    text.append("### Ways of registering\n\n");
    addTable(text, ways, cells);
  }

  private static void addTable(
      StringBuilder text, SortedSet<String> columns, Map<String, Map<String, String>> cells) {
    text.append("| Runtime |");
    columns.forEach(column -> text.append(' ').append(column).append(" |"));
    text.append("\n|---|").append("---|".repeat(columns.size())).append('\n');
    cells.forEach(
        (runtime, row) -> {
          text.append("| ").append(runtime).append(" |");
          columns.forEach(
              column -> text.append(' ').append(row.getOrDefault(column, "–")).append(" |"));
          text.append('\n');
        });
    text.append('\n');
  }

  /** Cases under one heading, each with the runtimes where it ended so. */
  private static void addNamed(
      StringBuilder text, String heading, List<Report> reports, Outcome outcome) {
    Map<String, List<String>> runtimes = new TreeMap<>();
    for (Report report : reports) {
      for (Case one : report.cases()) {
        if (one.outcome() == outcome) {
          String remark = one.remark().isEmpty() ? "" : " (" + one.remark() + ")";
          runtimes
              .computeIfAbsent(one.name(), name -> new ArrayList<>())
              .add(report.runtime() + remark);
        }
      }
    }
    text.append("### ").append(heading).append("\n\n");
    if (runtimes.isEmpty()) {
      text.append("None.\n\n");
      return;
    }
    runtimes.forEach(
        (name, where) ->
            text.append("- `")
                .append(name)
                .append("`: ")
                .append(String.join(", ", where))
                .append('\n'));
    text.append('\n');
  }
}
