package io.github.mgsjaxrs.benchmark.http;

/**
 * What the server has to do for a while.
 *
 * @param scenario the kind of request
 * @param length of the body, in bytes
 * @param query of the target, without its question mark
 */
record Load(Scenario scenario, int length, Query query) {

  /** A request with four plain parameters. */
  Load(Scenario scenario, int length) {
    this(scenario, length, Query.FOUR);
  }

  /** As the load generator reads it. */
  static Load parse(String order) {
    String[] parts = order.split(" ");
    return new Load(
        Scenario.valueOf(parts[0]), Integer.parseInt(parts[1]), Query.valueOf(parts[2]));
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return scenario + " " + length + " " + query;
  }
}
