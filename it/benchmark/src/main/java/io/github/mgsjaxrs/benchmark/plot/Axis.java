package io.github.mgsjaxrs.benchmark.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * A logarithmic axis: whole powers of its base from below the least value to above the greatest.
 */
final class Axis {

  private final double base;
  private final int first;
  private final int last;
  private final double from;
  private final double to;

  /**
   * An axis.
   *
   * @param base of the powers at which lines stand, 2 or 10
   * @param values all that are to be shown, above zero
   * @param from where the least stands, in pixels
   * @param to where the greatest stands
   */
  Axis(double base, double[] values, double from, double to) {
    this.base = base;
    this.from = from;
    this.to = to;
    double least = Double.MAX_VALUE;
    double greatest = Double.MIN_VALUE;
    for (double value : values) {
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    this.first = (int) Math.floor(power(least) + 1e-9);
    this.last = Math.max(first + 1, (int) Math.ceil(power(greatest) - 1e-9));
  }

  private double power(double value) {
    return Math.log(value) / Math.log(base);
  }

  double place(double value) {
    return from + (power(value) - first) / (last - first) * (to - from);
  }

  /** The values at which lines stand, ten at most. */
  List<Double> lines() {
    int step = 1 + (last - first) / 10;
    List<Double> lines = new ArrayList<>();
    for (int i = first; i <= last; i += step) {
      lines.add(Math.pow(base, i));
    }
    return lines;
  }

  /** A short form, such as 20k. */
  static String label(double value) {
    DoubleUnaryOperator rounded = v -> Math.round(v * 1000) / 1000.0;
    if (value >= 1e6) {
      return text(rounded.applyAsDouble(value / 1e6)) + "M";
    }
    return value >= 1e4 ? text(rounded.applyAsDouble(value / 1e3)) + "k" : text(value);
  }

  private static String text(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.3g", value);
  }
}
