package io.github.mgsjaxrs.benchmark.plot;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Curves over two logarithmic axes, as SVG that can be read on a light and on a dark page.
 *
 * @param title what it shows
 * @param across what grows, and its unit
 * @param up what is measured, and its unit
 * @param acrossBase 2 or 10: the powers at which lines stand across
 * @param curves at most four
 */
public record Plot(String title, String across, String up, double acrossBase, List<Curve> curves) {

  private static final int WIDTH = 720;
  private static final int HEIGHT = 400;
  private static final int LEFT = 70;
  private static final int RIGHT = 700;
  private static final int TOP = 70;
  private static final int BOTTOM = 345;
  private static final int LEGEND_STEP = 210;

  private static final String STYLE =
      """
      <style>
      text { font: 13px sans-serif; fill: #24292f }
      .title { font-size: 15px; font-weight: bold }
      .grid { stroke: #d0d7de; stroke-width: 1 }
      .curve { fill: none; stroke-width: 2 }
      .s0 { stroke: #0969da } .f0 { fill: #0969da }
      .s1 { stroke: #bc4c00 } .f1 { fill: #bc4c00 }
      .s2 { stroke: #1a7f37 } .f2 { fill: #1a7f37 }
      .s3 { stroke: #8250df } .f3 { fill: #8250df }
      @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3 }
      .grid { stroke: #3d444d }
      .s0 { stroke: #58a6ff } .f0 { fill: #58a6ff }
      .s1 { stroke: #f0883e } .f1 { fill: #f0883e }
      .s2 { stroke: #3fb950 } .f2 { fill: #3fb950 }
      .s3 { stroke: #d2a8ff } .f3 { fill: #d2a8ff }
      }
      </style>
      """;

  /**
   * The graphic.
   *
   * @return a whole SVG document
   */
  public String svg() {
    StringBuilder svg = new StringBuilder();
    add(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
            + " aria-label=\"%s\">%n",
        WIDTH,
        HEIGHT,
        escaped(title));
    svg.append(STYLE);
    add(svg, "<text class=\"title\" x=\"%d\" y=\"22\">%s</text>%n", LEFT, escaped(title));
    Axis x = new Axis(acrossBase, values(Curve.Point::x), LEFT, RIGHT);
    Axis y = new Axis(10, values(Curve.Point::y), BOTTOM, TOP);
    grid(svg, x, y);
    for (int i = 0; i < curves.size(); i++) {
      curve(svg, curves.get(i), i, x, y);
    }
    return svg.append("</svg>\n").toString();
  }

  private double[] values(ToDoubleFunction<Curve.Point> part) {
    return curves.stream().flatMap(curve -> curve.points().stream()).mapToDouble(part).toArray();
  }

  private void grid(StringBuilder svg, Axis x, Axis y) {
    for (double line : x.lines()) {
      double at = x.place(line);
      line(svg, at, TOP, at, BOTTOM);
      text(svg, at, BOTTOM + 18, "middle", Axis.label(line));
    }
    for (double line : y.lines()) {
      double at = y.place(line);
      line(svg, LEFT, at, RIGHT, at);
      text(svg, LEFT - 8, at + 4, "end", Axis.label(line));
    }
    text(svg, (LEFT + RIGHT) / 2.0, HEIGHT - 12, "middle", across);
    text(svg, RIGHT, 22, "end", up);
  }

  private static void curve(StringBuilder svg, Curve curve, int number, Axis x, Axis y) {
    StringBuilder points = new StringBuilder();
    for (Curve.Point point : curve.points()) {
      add(points, "%.1f,%.1f ", x.place(point.x()), y.place(point.y()));
    }
    add(svg, "<polyline class=\"curve s%d\" points=\"%s\"/>%n", number, points.toString().strip());
    for (Curve.Point point : curve.points()) {
      circle(svg, x.place(point.x()), y.place(point.y()), number);
    }
    double legend = LEFT + 6 + number * (double) LEGEND_STEP;
    circle(svg, legend, 46, number);
    text(svg, legend + 10, 50, "start", curve.name());
  }

  private static void circle(StringBuilder svg, double x, double y, int number) {
    add(svg, "<circle class=\"f%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\"/>%n", number, x, y);
  }

  private static void line(StringBuilder svg, double x1, double y1, double x2, double y2) {
    add(
        svg,
        "<line class=\"grid\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
        x1,
        y1,
        x2,
        y2);
  }

  private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
    add(
        svg,
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
        x,
        y,
        anchor,
        escaped(text));
  }

  private static void add(StringBuilder svg, String format, Object... parts) {
    svg.append(String.format(Locale.ROOT, format.replace("%n", "\n"), parts));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
