package io.github.mgsjaxrs.conformance.generator;

/** Pieces of source that the resources share, and the rules that go with the places of a mark. */
final class Snippets {

  static final String MARK = "@MgsSigned";

  /** An annotation that carries the mark. */
  static final String COMPOSED = "@PaymentApi";

  static final String PROTECTED = "PROTECTED_OR_REFUSED_BY_SERVER";
  static final String OPEN = "OPEN_OR_REFUSED_BY_SERVER";
  static final String REFUSED = "REFUSED";
  static final String KNOWN_OR_REFUSED = "WHOLE_OR_REFUSED";

  static final String TICKET = "@QueryParam(\"ticket\") String ticket";
  static final String GET = "String get(" + TICKET + ")";
  static final String BODY = " { return Reached.by(ticket); }\n";

  private Snippets() {}

  /** The mark at a place, or nothing at any other. */
  static String at(String place, String marked, String mark) {
    return place.equals(marked) ? mark + " " : "";
  }

  static String ruleOf(String marked) {
    return marked.equals("nowhere") ? OPEN : PROTECTED;
  }
}
