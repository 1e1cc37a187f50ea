package io.github.mgsjaxrs.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The results of a run: a table for the reader, and a file for the build's history. */
public final class ResultTable {

  private static final String NAME = "%-34s ";

  private final PrintStream out;
  private final Map<String, Double> medians = new TreeMap<>();

  /**
   * An empty table.
   *
   * @param out where each row is printed when it comes
   */
  public ResultTable(PrintStream out) {
    this.out = out;
    out.printf(NAME + "%10s %10s %10s   %s%n", "name", "quartile", "median", "quartile", "needed");
  }

  /**
   * A result with what it has to be.
   *
   * @param name as it stands in the file, with its median
   * @param spread the result
   * @param needed what it has to be, or ""
   */
  public void result(String name, Spread spread, String needed) {
    medians.put(name, spread.median());
    row(name, spread, needed);
  }

  /**
   * A result that does not vary.
   *
   * @param name as it stands in the file
   * @param value the result
   * @param needed what it has to be, or ""
   */
  public void result(String name, double value, String needed) {
    medians.put(name, value);
    out.printf(Locale.ROOT, NAME + "%10s %10.0f %10s   %s%n", name, "", value, "", needed);
  }

  /**
   * A figure that explains others, for the reader only.
   *
   * @param name what it is, and its unit
   * @param spread the figure
   */
  public void figure(String name, Spread spread) {
    row("  " + name, spread, "");
  }

  /**
   * A line of text.
   *
   * @param text what the reader has to know
   */
  public void note(String text) {
    out.println(text);
  }

  private void row(String name, Spread spread, String needed) {
    String number = spread.median() < 100 ? "%10.3f " : "%10.0f ";
    out.printf(
        Locale.ROOT,
        NAME + number + number + number + "  %s%n",
        name,
        spread.low(),
        spread.median(),
        spread.high(),
        needed);
  }

  void write(Path json) throws IOException {
    Files.createDirectories(json.toAbsolutePath().getParent());
    Files.writeString(
        json,
        medians.entrySet().stream()
            .map(e -> String.format(Locale.ROOT, "  \"%s\": %.3f", e.getKey(), e.getValue()))
            .collect(Collectors.joining(",\n", "{\n", "\n}\n")));
    out.println("written to " + json);
  }
}
