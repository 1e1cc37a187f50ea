package io.github.mgsjaxrs.conformance.generator;

import static io.github.mgsjaxrs.conformance.generator.Snippets.BODY;
import static io.github.mgsjaxrs.conformance.generator.Snippets.GET;
import static io.github.mgsjaxrs.conformance.generator.Snippets.MARK;
import static io.github.mgsjaxrs.conformance.generator.Snippets.PROTECTED;
import static io.github.mgsjaxrs.conformance.generator.Snippets.at;
import static io.github.mgsjaxrs.conformance.generator.Snippets.ruleOf;

/** Marks of session beans, with and without a local view. */
final class SessionBeanWays {

  private final HostileWays ways;

  SessionBeanWays(HostileWays ways) {
    this.ways = ways;
  }

  void add() {
    for (String kind : new String[] {"@Stateless", "@Singleton"}) {
      for (String marked : new String[] {"nowhere", "class", "method", "interface"}) {
        add(kind, marked);
      }
    }
  }

  private void add(String kind, String marked) {
    String bean =
        "  %s @Local(@ID@Api.class) %spublic static class %%s implements @ID@Api {\n    %s@Override public String get(String ticket)%s  }\n"
            .formatted(kind, at("class", marked, MARK), at("method", marked, MARK), BODY);
    String type = at("interface", marked, MARK);
    ways.add(
        "ejb",
        kind + " with a path on its local interface, a mark on " + marked,
        ruleOf(marked),
        "",
        "  @Path(\"@PATH@\") %spublic interface @ID@Api { @GET %s; }\n".formatted(type, GET)
            + bean.formatted("@ID@"));
    ways.add(
        "ejb",
        kind + " behind a locator that returns its local view, a mark on " + marked,
        ruleOf(marked),
        "/sub",
        "  %spublic interface @ID@Api { @GET %s; }\n".formatted(type, GET)
            + bean.formatted("@ID@Bean")
            + "  @Path(\"@PATH@\") @RequestScoped public static class @ID@ {\n    @EJB @ID@Api bean;\n    @Path(\"sub\") public @ID@Api sub() { return bean; }\n  }\n");
    if (marked.equals("class") || marked.equals("method")) {
      ways.add(
          "ejb",
          kind + " whose class does not say that it implements its view, a mark on " + marked,
          PROTECTED,
          "/sub",
          "  public interface @ID@Api { @GET %s; }\n".formatted(GET)
              + bean.formatted("@ID@Bean")
                  .replace(" implements @ID@Api", "")
                  .replace("@Override ", "")
              + "  @Path(\"@PATH@\") @RequestScoped public static class @ID@ {\n    @EJB @ID@Api bean;\n    @Path(\"sub\") public @ID@Api sub() { return bean; }\n  }\n");
    }
    if (!marked.equals("interface")) {
      ways.add(
          "ejb",
          kind + " without an interface, a mark on " + marked,
          ruleOf(marked),
          "",
          "  @Path(\"@PATH@\") %s %spublic static class @ID@ { @GET %spublic %s%s  }\n"
              .formatted(kind, at("class", marked, MARK), at("method", marked, MARK), GET, BODY));
    }
  }
}
