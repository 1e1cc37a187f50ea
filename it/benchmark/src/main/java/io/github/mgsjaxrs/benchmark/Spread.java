package io.github.mgsjaxrs.benchmark;

import java.util.Arrays;

/**
 * Median and quartiles.
 *
 * @param low the lower quartile
 * @param median the median
 * @param high the upper quartile
 */
public record Spread(double low, double median, double high) {

  /**
   * Of some values.
   *
   * @param values at least one, in any order
   * @return their median and quartiles
   */
  public static Spread of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    return new Spread(sorted[n / 4], sorted[n / 2], sorted[n * 3 / 4]);
  }

  /**
   * Of what two ways took in the same rounds: the ratio within each.
   *
   * @param some a value for each round
   * @param others the same
   * @return of some divided by others
   */
  public static Spread ofRatios(double[] some, double[] others) {
    double[] ratios = new double[some.length];
    Arrays.setAll(ratios, i -> some[i] / others[i]);
    return of(ratios);
  }
}
