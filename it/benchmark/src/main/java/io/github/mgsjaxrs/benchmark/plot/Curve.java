package io.github.mgsjaxrs.benchmark.plot;

import java.util.ArrayList;
import java.util.List;

/** A name, and points from left to right. */
public final class Curve {

  private final String name;
  private final List<Point> points = new ArrayList<>();

  /**
   * A curve without points.
   *
   * @param name for the legend
   */
  public Curve(String name) {
    this.name = name;
  }

  record Point(double x, double y) {}

  /**
   * Adds a point to the right of all others.
   *
   * @param x above zero
   * @param y above zero
   */
  public void add(double x, double y) {
    points.add(new Point(x, y));
  }

  String name() {
    return name;
  }

  List<Point> points() {
    return points;
  }
}
