package io.github.mgsjaxrs.benchmark.http;

/** The parameters of a request. */
enum Query {
  /** Nothing in them has to be decoded. */
  FOUR(4, ""),
  FOUR_ESCAPED(4, Query.ESCAPES),
  FOUR_COMPARED(4, Query.AMBIGUOUS),
  THIRTY_TWO(32, ""),
  THIRTY_TWO_ESCAPED(32, Query.ESCAPES),
  THIRTY_TWO_COMPARED(32, Query.AMBIGUOUS),
  THOUSAND_ESCAPED(1000, Query.ESCAPES),
  THOUSAND_COMPARED(1000, Query.AMBIGUOUS);

  /** A Chinese name and a space, as browsers and gateways write them. */
  private static final String ESCAPES = "%E5%BC%A0%20";

  /** A delimiter, once it is decoded: all parameters are compared with what the runtime reads. */
  private static final String AMBIGUOUS = "%3D";

  private final int parameters;
  private final String text;

  /**
   * Parameters in no order.
   *
   * @param parameters how many
   * @param end of the value of the last one
   */
  Query(int parameters, String end) {
    this.parameters = parameters;
    int names = parameters < 97 ? 97 : 1009; // a prime number each, so that no name is repeated
    StringBuilder query = new StringBuilder();
    for (int i = 0; i < parameters; i++) {
      query.append(i == 0 ? "p" : "&p").append((i * 37 + 11) % names).append('=').append(i % 10);
    }
    this.text = query.append(end).toString();
  }

  int parameters() {
    return parameters;
  }

  /** Raw, without the question mark. */
  String text() {
    return text;
  }
}
