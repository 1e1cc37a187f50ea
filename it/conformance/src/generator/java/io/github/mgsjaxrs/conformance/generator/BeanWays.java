package io.github.mgsjaxrs.conformance.generator;

import static io.github.mgsjaxrs.conformance.generator.Snippets.BODY;
import static io.github.mgsjaxrs.conformance.generator.Snippets.GET;
import static io.github.mgsjaxrs.conformance.generator.Snippets.KNOWN_OR_REFUSED;
import static io.github.mgsjaxrs.conformance.generator.Snippets.MARK;
import static io.github.mgsjaxrs.conformance.generator.Snippets.OPEN;
import static io.github.mgsjaxrs.conformance.generator.Snippets.PROTECTED;
import static io.github.mgsjaxrs.conformance.generator.Snippets.at;
import static io.github.mgsjaxrs.conformance.generator.Snippets.ruleOf;

/** Marks of CDI beans, and of the objects that producers hand out. */
final class BeanWays {

  private static final String API = "  public interface @ID@Api { @GET " + GET + "; }\n";

  private final HostileWays ways;

  BeanWays(HostileWays ways) {
    this.ways = ways;
  }

  void add() {
    for (String scope : new String[] {"@ApplicationScoped", "@RequestScoped", "@Dependent"}) {
      behindAnInterface(scope);
      produced(scope);
      roots(scope);
      besideASubclass(scope);
    }
    producedByItsOwnClass();
    alternative();
  }

  private void behindAnInterface(String scope) {
    for (String marked : new String[] {"nowhere", "class", "method", "interface"}) {
      ways.add(
          "cdi",
          "a " + scope + " bean with its interface alone as type, a mark on " + marked,
          ruleOf(marked),
          "/sub",
          "  %spublic interface @ID@Api { @GET %s; }\n"
                  .formatted(at("interface", marked, MARK), GET)
              + "  %s @Typed(@ID@Api.class) %spublic static class @ID@Bean implements @ID@Api {\n    %s@Override public String get(String ticket)%s  }\n"
                  .formatted(scope, at("class", marked, MARK), at("method", marked, MARK), BODY)
              + "  @Path(\"@PATH@\") @RequestScoped public static class @ID@ {\n    @Inject @ID@Api bean;\n    @Path(\"sub\") public @ID@Api sub() { return bean; }\n  }\n");
      ways.beside("cdi", "Bean");
    }
  }

  private void produced(String scope) {
    ways.add(
        "cdi",
        "a producer of an interface, " + scope + ", whose object has a marked class",
        PROTECTED,
        "/sub",
        API
            + "  @MgsSigned public static class @ID@Hidden implements @ID@Api { @Override public String get(String ticket)"
            + BODY
            + "  }\n  @ApplicationScoped public static class @ID@Maker { @Produces "
            + scope
            + " public @ID@Api make() { return new @ID@Hidden(); } }\n"
            + "  @Path(\"@PATH@\") @RequestScoped public static class @ID@ {\n    @Inject @ID@Api bean;\n    @Path(\"sub\") public @ID@Api sub() { return bean; }\n  }\n");
    ways.beside("cdi", "Maker");
    ways.add(
        "cdi",
        "a producer of an interface, " + scope + ", whose object has a marked superclass",
        KNOWN_OR_REFUSED,
        "/sub",
        API
            + "  @MgsSigned public static class @ID@Above {}\n"
            + "  @Vetoed public static class @ID@Hidden extends @ID@Above implements @ID@Api { @Override public String get(String ticket)"
            + BODY
            + "  }\n  @ApplicationScoped public static class @ID@Maker { @Produces "
            + scope
            + " public @ID@Api make() { return new @ID@Hidden(); } }\n"
            + "  @Path(\"@PATH@\") @RequestScoped public static class @ID@ {\n    @Inject @ID@Api bean;\n    @Path(\"sub\") public @ID@Api sub() { return bean; }\n  }\n");
    ways.beside("cdi", "Maker");
    ways.add(
        "cdi",
        "a producer of a class, " + scope + ", whose object has a marked subclass",
        PROTECTED,
        "/sub",
        "  @Vetoed public static class @ID@Base { @GET public "
            + GET
            + BODY
            + "  }\n  @Vetoed @MgsSigned public static class @ID@Hidden extends @ID@Base {}\n"
            + "  @ApplicationScoped public static class @ID@Maker { @Produces "
            + scope
            + " public @ID@Base make() { return new @ID@Hidden(); } }\n"
            + "  @Path(\"@PATH@\") @RequestScoped public static class @ID@ {\n    @Inject @ID@Base bean;\n    @Path(\"sub\") public @ID@Base sub() { return bean; }\n  }\n");
    ways.beside("cdi", "Maker");
  }

  private void roots(String scope) {
    for (String marked : new String[] {"class", "method"}) {
      ways.add(
          "cdi",
          "a " + scope + " root with a path on its interface, a mark on " + marked,
          PROTECTED,
          "",
          "  @Path(\"@PATH@\") public interface @ID@Api { @GET "
              + GET
              + "; }\n  "
              + scope
              + " "
              + at("class", marked, MARK)
              + "public static class @ID@ implements @ID@Api {\n    "
              + at("method", marked, MARK)
              + "@Override public String get(String ticket)"
              + BODY
              + "  }\n");
    }
    ways.add(
        "cdi",
        "a " + scope + " bean with a stereotype that carries the mark",
        PROTECTED,
        "",
        "  @Path(\"@PATH@\") "
            + scope
            + " @Payments public static class @ID@ { @GET public "
            + GET
            + BODY
            + "  }\n");
    ways.add(
        "cdi",
        "an exempt method of a marked " + scope + " bean",
        OPEN,
        "",
        "  @Path(\"@PATH@\") "
            + scope
            + " @MgsSigned public static class @ID@ { @GET @MgsUnsigned public "
            + GET
            + BODY
            + "  }\n");
  }

  private void besideASubclass(String scope) {
    ways.add(
        "subclassed",
        "an open " + scope + " root whose subclass is another, marked root",
        OPEN,
        "",
        "  @Path(\"@PATH@\") "
            + scope
            + " public static class @ID@ { @GET public "
            + GET
            + "{ if (this instanceof @ID@Closed) { throw new NotFoundException(); } return Reached.by(ticket); }\n"
            + "  }\n  @Path(\"@PATH@-closed\") "
            + scope
            + " @MgsSigned public static class @ID@Closed extends @ID@ {}\n");
    ways.rootBeside("subclassed", "Closed");
  }

  private void producedByItsOwnClass() {
    ways.add(
        "cdi",
        "a producer in the class that it produces, whose object has a marked subclass",
        PROTECTED,
        "/sub",
        "  @Dependent @Typed public static class @ID@Page {\n    @GET public "
            + GET
            + BODY
            + "    @Produces @RequestScoped static @ID@Page make() { return new @ID@Signed(); }\n  }\n"
            + "  @Vetoed @MgsSigned public static class @ID@Signed extends @ID@Page {}\n"
            + "  @Path(\"@PATH@\") @RequestScoped public static class @ID@ {\n    @Inject @ID@Page page;\n    @Path(\"sub\") public @ID@Page sub() { return page; }\n  }\n");
    ways.beside("cdi", "Page");
  }

  private void alternative() {
    ways.add(
        "cdi",
        "a root whose alternative is marked",
        PROTECTED,
        "",
        "  @Path(\"@PATH@\") @ApplicationScoped public static class @ID@ { @GET public "
            + GET
            + "{ throw new NotFoundException(); }\n"
            + "  }\n  @Alternative @Priority(1) @ApplicationScoped @MgsSigned public static class @ID@Instead extends @ID@ { @Override public String get(String ticket)"
            + BODY
            + "  }\n");
    ways.beside("cdi", "Instead");
  }
}
