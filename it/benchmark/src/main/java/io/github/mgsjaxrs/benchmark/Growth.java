package io.github.mgsjaxrs.benchmark;

import io.github.mgsjaxrs.benchmark.http.BodyGrowth;
import io.github.mgsjaxrs.benchmark.plot.GrowthSection;
import io.github.mgsjaxrs.benchmark.plot.Plot;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How costs grow with body, parameters, keys and threads: the part of the README between two
 * markers, and a plot of each curve beside it.
 */
final class Growth {

  private static final String BEGIN = "<!-- written by growth: begin -->";
  private static final String END = "<!-- written by growth: end -->";
  private static final String PLOTS = "plots";

  private final PrintStream out;

  Growth(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs within four minutes.
   *
   * @param folder with a README.md that has the markers
   */
  void run(Path folder) throws IOException, GeneralSecurityException {
    List<GrowthSection> sections = new ArrayList<>();
    show(sections, ParameterGrowth.measure());
    show(sections, KeyGrowth.measure());
    show(sections, ThreadGrowth.measure());
    show(sections, BodyGrowth.measure());
    write(folder, sections);
  }

  private void show(List<GrowthSection> sections, GrowthSection section) {
    sections.add(section);
    out.println(section.markdown(PLOTS));
  }

  private void write(Path folder, List<GrowthSection> sections) throws IOException {
    Path plots = Files.createDirectories(folder.resolve(PLOTS));
    StringBuilder written = new StringBuilder(BEGIN + "\n\n");
    for (GrowthSection section : sections) {
      written.append(section.markdown(PLOTS));
      for (Map.Entry<String, Plot> plot : section.plots().entrySet()) {
        Files.writeString(plots.resolve(plot.getKey() + ".svg"), plot.getValue().svg());
      }
    }
    Path page = folder.resolve("README.md");
    String text = Files.readString(page);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(page + " does not have the lines " + BEGIN + " and " + END);
    }
    Files.writeString(page, text.substring(0, begin) + written + text.substring(end));
    out.println("written to " + page + " and " + plots);
  }
}
