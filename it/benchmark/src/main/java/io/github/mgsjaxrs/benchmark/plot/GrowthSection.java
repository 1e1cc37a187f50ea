package io.github.mgsjaxrs.benchmark.plot;

import java.util.Map;

/**
 * How one cost grows: a part of the page of results.
 *
 * @param heading of the part
 * @param text a sentence on how it was measured
 * @param plots file name without its ending, to plot; in the order of the page
 * @param table the figures
 */
public record GrowthSection(String heading, String text, Map<String, Plot> plots, TextTable table) {

  /**
   * The part of the page.
   *
   * @param folder where the plots lie, beside the page
   * @return Markdown
   */
  public String markdown(String folder) {
    StringBuilder page = new StringBuilder("### " + heading + "\n\n" + text + "\n\n");
    plots.forEach(
        (name, plot) ->
            page.append("![" + plot.title() + "](" + folder + "/" + name + ".svg)\n\n"));
    return page.append(table).append('\n').toString();
  }
}
