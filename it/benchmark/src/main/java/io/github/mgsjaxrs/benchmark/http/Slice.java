package io.github.mgsjaxrs.benchmark.http;

/**
 * What a while of load came to.
 *
 * @param requests how many were answered, each of them rightly
 * @param nanos by the clock
 * @param used by the server
 */
record Slice(long requests, long nanos, Usage used) {

  double perSecond() {
    return requests * 1e9 / nanos;
  }

  /** The server's time of processors for one request, in nanoseconds. */
  double cpu() {
    return (double) used.cpuNanos() / requests;
  }

  /** Bytes that the server allocates for one request. */
  double bytes() {
    return (double) used.allocated() / requests;
  }

  /** How much of one processor the server used. */
  double busy() {
    return (double) used.cpuNanos() / nanos;
  }
}
