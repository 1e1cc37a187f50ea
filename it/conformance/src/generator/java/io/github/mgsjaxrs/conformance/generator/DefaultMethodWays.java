package io.github.mgsjaxrs.conformance.generator;

import static io.github.mgsjaxrs.conformance.generator.Snippets.BODY;
import static io.github.mgsjaxrs.conformance.generator.Snippets.GET;
import static io.github.mgsjaxrs.conformance.generator.Snippets.MARK;
import static io.github.mgsjaxrs.conformance.generator.Snippets.at;
import static io.github.mgsjaxrs.conformance.generator.Snippets.ruleOf;

/** Contracts that generators write: the class that implements one may have nothing but a mark. */
final class DefaultMethodWays {

  private final HostileWays ways;

  DefaultMethodWays(HostileWays ways) {
    this.ways = ways;
  }

  void add() {
    for (String where : new String[] {"class", "supertype"}) {
      for (String marked : new String[] {"nowhere", "class", "supertype", "supertype's method"}) {
        ways.add(
            "plain",
            "an interface with a default method, @Path on the "
                + where
                + ", @MgsSigned on "
                + marked,
            ruleOf(marked),
            "",
            "  %s%spublic interface @ID@Api {\n    @GET %sdefault %s%s  }\n  %s%spublic static class @ID@ implements @ID@Api {}\n"
                .formatted(
                    where.equals("supertype") ? "@Path(\"@PATH@\") " : "",
                    at("supertype", marked, MARK),
                    at("supertype's method", marked, MARK),
                    GET,
                    BODY,
                    where.equals("class") ? "@Path(\"@PATH@\") " : "",
                    at("class", marked, MARK)));
      }
    }
  }
}
