package io.github.mgsjaxrs.benchmark.http;

/**
 * What the server has to do for a while.
 *
 * @param scenario the kind of request
 * @param length of the body, in bytes
 */
record Load(Scenario scenario, int length) {

  /** As the load generator reads it. */
  String order(long millis) {
    return scenario + " " + length + " " + millis;
  }
}
