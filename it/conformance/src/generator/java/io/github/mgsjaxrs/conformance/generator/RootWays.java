package io.github.mgsjaxrs.conformance.generator;

import static io.github.mgsjaxrs.conformance.generator.Snippets.BODY;
import static io.github.mgsjaxrs.conformance.generator.Snippets.COMPOSED;
import static io.github.mgsjaxrs.conformance.generator.Snippets.GET;
import static io.github.mgsjaxrs.conformance.generator.Snippets.MARK;
import static io.github.mgsjaxrs.conformance.generator.Snippets.PROTECTED;
import static io.github.mgsjaxrs.conformance.generator.Snippets.at;
import static io.github.mgsjaxrs.conformance.generator.Snippets.ruleOf;

/** Marks of root resources: on the class, on its methods, and on what it inherits from. */
final class RootWays {

  private final HostileWays ways;

  RootWays(HostileWays ways) {
    this.ways = ways;
  }

  void add() {
    for (String mark : new String[] {MARK, COMPOSED}) {
      onAClass(mark);
      onASupertype(mark);
      onAGenericSupertype(mark);
    }
    byAnInterfaceOrAnnotation();
    whereMarksAreEasilyMissed();
  }

  private void onAClass(String mark) {
    for (String marked : new String[] {"nowhere", "class", "method"}) {
      ways.add(
          "plain",
          "a class, " + mark + " on " + marked,
          ruleOf(marked),
          "",
          "  @Path(\"@PATH@\") %spublic static class @ID@ {\n    @GET %spublic %s%s  }\n"
              .formatted(at("class", marked, mark), at("method", marked, mark), GET, BODY));
    }
  }

  private void onASupertype(String mark) {
    for (String where : new String[] {"class", "supertype"}) {
      String onSuper = where.equals("supertype") ? "@Path(\"@PATH@\") " : "";
      String onClass = where.equals("class") ? "@Path(\"@PATH@\") " : "";
      for (String marked :
          new String[] {"nowhere", "class", "method", "supertype", "supertype's method"}) {
        String implementation =
            "  %s%spublic static class @ID@ %%s @ID@Api {\n    %s@Override public String get(String ticket)%s  }\n"
                .formatted(onClass, at("class", marked, mark), at("method", marked, mark), BODY);
        String type = at("supertype", marked, mark);
        String method = at("supertype's method", marked, mark);
        String named = "@Path on the " + where + ", " + mark + " on " + marked;
        ways.add(
            "plain",
            "an interface, " + named,
            ruleOf(marked),
            "",
            ("  %s%spublic interface @ID@Api {\n    @GET %s%s;\n  }\n"
                    .formatted(onSuper, type, method, GET))
                + implementation.formatted("implements"));
        ways.add(
            "plain",
            "an abstract class, " + named,
            ruleOf(marked),
            "",
            ("  %s%spublic abstract static class @ID@Api {\n    @GET %spublic abstract %s;\n  }\n"
                    .formatted(onSuper, type, method, GET))
                + implementation.formatted("extends"));
        ways.add(
            "plain",
            "a class with a subclass between, " + named,
            ruleOf(marked),
            "",
            ("  %s%spublic interface @ID@Api {\n    @GET %s%s;\n  }\n"
                    .formatted(onSuper, type, method, GET))
                + "  public abstract static class @ID@Between implements @ID@Api {}\n"
                + implementation
                    .formatted("extends")
                    .replace("extends @ID@Api", "extends @ID@Between"));
      }
    }
  }

  private void onAGenericSupertype(String mark) {
    for (String marked :
        new String[] {"nowhere", "class", "method", "supertype", "supertype's method"}) {
      for (boolean isInterface : new boolean[] {true, false}) {
        ways.add(
            "plain",
            "a generic "
                + (isInterface ? "interface" : "abstract class")
                + ", "
                + mark
                + " on "
                + marked,
            ruleOf(marked),
            "",
            "  %spublic %s @ID@Api<T> {\n    %s%sString get(T ticket);\n  }\n"
                    .formatted(
                        at("supertype", marked, mark),
                        isInterface ? "interface" : "abstract static class",
                        at("supertype's method", marked, mark),
                        isInterface ? "" : "public abstract ")
                + "  @Path(\"@PATH@\") %spublic static class @ID@ %s @ID@Api<String> {\n    @GET %s@Override public %s%s  }\n"
                    .formatted(
                        at("class", marked, mark),
                        isInterface ? "implements" : "extends",
                        at("method", marked, mark),
                        GET,
                        BODY));
      }
    }
  }

  private void byAnInterfaceOrAnnotation() {
    ways.add(
        "plain",
        "a second interface with a mark",
        PROTECTED,
        "",
        "  @Path(\"@PATH@\") public interface @ID@Api { @GET "
            + GET
            + "; }\n  @MgsSigned public interface @ID@Closed {}\n"
            + "  public static class @ID@ implements @ID@Api, @ID@Closed { @Override public String get(String ticket)"
            + BODY
            + "  }\n");
    ways.add(
        "plain",
        "an annotation that carries another that carries the mark",
        PROTECTED,
        "",
        "  @Path(\"@PATH@\") @Premium public static class @ID@ { @GET public "
            + GET
            + BODY
            + "  }\n");
    ways.add(
        "plain",
        "two annotations of one kind that carries the mark",
        PROTECTED,
        "",
        "  @Path(\"@PATH@\") @Tenant(\"a\") @Tenant(\"b\") public static class @ID@ { @GET public "
            + GET
            + BODY
            + "  }\n");
    ways.add(
        "plain",
        "an annotation with the mark inside",
        PROTECTED,
        "",
        "  @Path(\"@PATH@\") @Policy(@MgsSigned) public static class @ID@ { @GET public "
            + GET
            + BODY
            + "  }\n");
  }

  private void whereMarksAreEasilyMissed() {
    ways.add(
        "plain",
        "a class that is called like a proxy",
        PROTECTED,
        "/sub",
        "  public static class @ID@Page { @GET @MgsUnsigned public "
            + GET
            + BODY
            + "  }\n  @MgsSigned public static class @ID@_Subclass extends @ID@Page { @Override public String get(String ticket)"
            + BODY
            + "  }\n  @Path(\"@PATH@\") public static class @ID@ { @Path(\"sub\") public @ID@Page sub() { return new @ID@_Subclass(); } }\n");
    ways.add(
        "plain",
        "an exemption of a superclass that others cannot see",
        PROTECTED,
        "/sub",
        "  public interface @ID@Api { @GET "
            + GET
            + "; }\n  abstract static class @ID@Unseen { @MgsUnsigned public String get(String ticket)"
            + BODY
            + "  }\n  @MgsSigned public static class @ID@Orders extends @ID@Unseen implements @ID@Api {}\n"
            + "  @Path(\"@PATH@\") public static class @ID@ { @Path(\"sub\") public @ID@Api sub() { return new @ID@Orders(); } }\n");
    ways.add(
        "plain",
        "an overload without a mark beside one with it, in doubt",
        PROTECTED,
        "",
        "  @Path(\"@PATH@\") public static class @ID@ {\n    @GET public "
            + GET
            + BODY
            + "    @GET @Path(\"other\") @MgsSigned public String get(@QueryParam(\"ticket\") Wide ticket) { return Reached.by(ticket.text()); }\n  }\n");
    ways.also("plain", "the overload with the mark", PROTECTED, "/other");
  }
}
