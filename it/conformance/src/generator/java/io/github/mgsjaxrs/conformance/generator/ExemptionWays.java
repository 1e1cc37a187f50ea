package io.github.mgsjaxrs.conformance.generator;

import static io.github.mgsjaxrs.conformance.generator.Snippets.BODY;
import static io.github.mgsjaxrs.conformance.generator.Snippets.GET;
import static io.github.mgsjaxrs.conformance.generator.Snippets.OPEN;
import static io.github.mgsjaxrs.conformance.generator.Snippets.PROTECTED;

/** Methods that are exempt, and what looks like them. */
final class ExemptionWays {

  private final HostileWays ways;

  ExemptionWays(HostileWays ways) {
    this.ways = ways;
  }

  void add() {
    overloads();
    ofAGenericSupertype();
    ofASupertype();
  }

  private void overloads() {
    String wide =
        "    @GET public String get(@QueryParam(\"ticket\") Wide ticket) { return Reached.by(ticket.text()); }\n";
    String narrow =
        "    @GET @Path(\"narrow\") @MgsUnsigned public String get(@QueryParam(\"ticket\") Narrow ticket) { return Reached.by(ticket.text()); }\n";
    ways.add(
        "plain",
        "an overload with wider parameters than an exempt one",
        PROTECTED,
        "",
        "  @Path(\"@PATH@\") @MgsSigned public static class @ID@ {\n" + wide + narrow + "  }\n");
    ways.also("plain", "the exempt overload", OPEN, "/narrow");
    ways.add(
        "plain",
        "an exempt overload beside a marked one with other parameters",
        OPEN,
        "",
        "  @Path(\"@PATH@\") public static class @ID@ {\n    @GET @MgsUnsigned public "
            + GET
            + BODY
            + "    @GET @Path(\"wide\") @MgsSigned public String get(@QueryParam(\"ticket\") Wide ticket) { return Reached.by(ticket.text()); }\n  }\n");
    ways.also("plain", "the marked overload", PROTECTED, "/wide");
  }

  private void ofAGenericSupertype() {
    for (boolean isInterface : new boolean[] {true, false}) {
      ways.add(
          "plain",
          "an exempt method of a generic " + (isInterface ? "interface" : "superclass"),
          OPEN,
          "",
          "  @MgsSigned public "
              + (isInterface
                  ? "interface @ID@Api<T> { String"
                  : "abstract static class @ID@Api<T> { public abstract String")
              + " get(T ticket); }\n  @Path(\"@PATH@\") public static class @ID@ "
              + (isInterface ? "implements" : "extends")
              + " @ID@Api<Narrow> {\n"
              + "    @GET @MgsUnsigned @Override public String get(@QueryParam(\"ticket\") Narrow ticket) { return Reached.by(ticket.text()); }\n"
              + "    @GET @Path(\"wide\") public String get(@QueryParam(\"ticket\") Wide ticket) { return Reached.by(ticket.text()); }\n  }\n");
      ways.also(
          "plain",
          "beside an exempt method of a generic " + (isInterface ? "interface" : "superclass"),
          PROTECTED,
          "/wide");
    }
  }

  private void ofASupertype() {
    ways.add(
        "plain",
        "a method that a subclass overrides without its exemption",
        PROTECTED,
        "",
        "  @MgsSigned public abstract static class @ID@Base { @GET @MgsUnsigned public "
            + GET
            + BODY
            + "  }\n  @Path(\"@PATH@\") public static class @ID@ extends @ID@Base { @Override public String get(String ticket)"
            + BODY
            + "  }\n");
    ways.add(
        "plain",
        "an exempt implementation of an interface with a path",
        OPEN,
        "",
        "  @Path(\"@PATH@\") public interface @ID@Api { @GET "
            + GET
            + "; }\n  @MgsSigned public static class @ID@ implements @ID@Api { @MgsUnsigned @Override public String get(String ticket)"
            + BODY
            + "  }\n");
  }
}
