package io.github.mgsjaxrs.benchmark.http;

/** The parameters of a request. */
enum Query {
  /** Nothing in them could be read in two ways. */
  FOUR(4, false),
  FOUR_ESCAPED(4, true),
  THIRTY_TWO(32, true),
  THOUSAND(1000, true);

  private final int parameters;
  private final String text;

  /**
   * Parameters in no order.
   *
   * @param parameters how many
   * @param escaped whether the last one has an escape, so that all have to be compared with what
   *     the runtime makes of them
   */
  Query(int parameters, boolean escaped) {
    this.parameters = parameters;
    int names = parameters < 97 ? 97 : 1009; // a prime number each, so that no name is repeated
    StringBuilder query = new StringBuilder();
    for (int i = 0; i < parameters; i++) {
      query.append(i == 0 ? "p" : "&p").append((i * 37 + 11) % names).append('=').append(i % 10);
    }
    this.text = query.append(escaped ? "%20" : "").toString();
  }

  int parameters() {
    return parameters;
  }

  /** Raw, without the question mark. */
  String text() {
    return text;
  }
}
