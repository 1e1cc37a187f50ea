package io.github.mgsjaxrs.benchmark.http;

/** What stands in front of the resource; each in an application of its own. */
enum FilterMode {
  /** Nothing. */
  UNFILTERED("/unfiltered"),
  /** This library, keys for MD5 and SM2. */
  VERIFIED("/verified"),
  /** A filter written from the gateway's documentation, SM2. */
  DOCUMENTED("/documented");

  private final String base;

  FilterMode(String base) {
    this.base = base;
  }

  /** The path of the application. */
  String base() {
    return base;
  }
}
