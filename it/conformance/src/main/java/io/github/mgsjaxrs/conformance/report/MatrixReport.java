package io.github.mgsjaxrs.conformance.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts how the cases of one matrix ended on one runtime, and writes it down for {@link
 * MatrixTable} once all of them have: a line for each, its parts separated by tabs.
 *
 * <p>For what is no matrix of the suite (the vectors that a runtime's own HTTP layer refuses, the
 * ways of registering) a runtime's module may use it by itself:
 *
 * <pre>{@code
 * MatrixReport report = new MatrixReport("TomEE 9", "registration", 2);
 * report.add("scanning", Outcome.HOLDS, "served");
 * report.add("getClasses()", Outcome.HOLDS, "deployment refused");
 * }</pre>
 */
public final class MatrixReport {

  /** How a case ended. */
  public enum Outcome {
    /** As it should everywhere. */
    HOLDS,

    /** The server refused the request before anybody else saw it. */
    REFUSED_BY_SERVER,

    /** It cannot hold on this runtime, and fails closed. */
    CANNOT_HOLD
  }

  private static final Path DIRECTORY = Path.of("target", "matrix");

  private final String runtime;
  private final String matrix;
  private final int total;
  private final Map<String, String> lines = new TreeMap<>();

  /**
   * A report without cases.
   *
   * @param runtime the runtime's name; with "" nothing is written
   * @param matrix the name of the matrix
   * @param total how many cases there will be
   */
  public MatrixReport(String runtime, String matrix, int total) {
    this.runtime = runtime;
    this.matrix = matrix;
    this.total = total;
  }

  /**
   * Adds a case that ended as it should; writes the report when it was the last one, so that a run
   * in part never replaces the report of a whole one.
   *
   * @param name the name of the case
   * @param outcome how it ended
   * @param remark why, or what came of it; may be ""
   */
  public synchronized void add(String name, Outcome outcome, String remark) {
    lines.put(name, outcome + "\t" + name + "\t" + remark);
    if (lines.size() == total && !runtime.isEmpty()) {
      write();
    }
  }

  /**
   * Adds a case in which nobody was served, by {@link #add}.
   *
   * @param name the name of the case
   * @param byTheLibrary whether the library refused it, or the server before
   */
  public void addRefused(String name, boolean byTheLibrary) {
    if (byTheLibrary) {
      add(name, Outcome.CANNOT_HOLD, "refused");
    } else {
      add(name, Outcome.REFUSED_BY_SERVER, "");
    }
  }

  private void write() {
    List<String> all = new ArrayList<>();
    all.add(runtime + "\t" + matrix);
    all.addAll(lines.values());
    try {
      Files.createDirectories(DIRECTORY);
      Files.write(DIRECTORY.resolve(fileName()), all, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String fileName() {
    return (runtime + "-" + matrix).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".tsv";
  }
}
