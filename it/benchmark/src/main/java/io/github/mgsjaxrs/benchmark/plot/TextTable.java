package io.github.mgsjaxrs.benchmark.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A table in Markdown. */
public final class TextTable {

  private final List<String> lines = new ArrayList<>();

  /**
   * A table without rows.
   *
   * @param columns their headings
   */
  public TextTable(String... columns) {
    row(columns);
    lines.add("|---".repeat(columns.length) + "|");
  }

  /**
   * Adds a row.
   *
   * @param cells one for each column
   */
  public void row(String... cells) {
    lines.add(List.of(cells).stream().collect(Collectors.joining(" | ", "| ", " |")));
  }

  /**
   * A figure with three digits that count, and commas between thousands.
   *
   * @param value any
   * @return as it stands in a cell
   */
  public static String figure(double value) {
    if (value != 0 && Math.abs(value) < 100) {
      return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%.1f", value);
    }
    return String.format(Locale.ROOT, "%,d", Math.round(value));
  }

  /** The table, each row on a line of its own. */
  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
