package io.github.mgsjaxrs.conformance.generator;

import static io.github.mgsjaxrs.conformance.generator.Snippets.BODY;
import static io.github.mgsjaxrs.conformance.generator.Snippets.COMPOSED;
import static io.github.mgsjaxrs.conformance.generator.Snippets.GET;
import static io.github.mgsjaxrs.conformance.generator.Snippets.KNOWN_OR_REFUSED;
import static io.github.mgsjaxrs.conformance.generator.Snippets.MARK;
import static io.github.mgsjaxrs.conformance.generator.Snippets.OPEN;
import static io.github.mgsjaxrs.conformance.generator.Snippets.PROTECTED;
import static io.github.mgsjaxrs.conformance.generator.Snippets.REFUSED;

import java.util.Map;

/** Classes behind a proxy that the application makes itself: their marks may be seen or not. */
final class ProxyWays {

  private static final String API = "  public interface @ID@Api { @GET " + GET + "; }\n";

  private final HostileWays ways;

  ProxyWays(HostileWays ways) {
    this.ways = ways;
  }

  void add() {
    beforeAMarkedClass();
    besideABean();
    beforeAHiddenClass();
  }

  private void beforeAMarkedClass() {
    ways.add(
        "proxy",
        "a proxy of the JDK before a marked class",
        PROTECTED,
        "/sub",
        API
            + "  @MgsSigned public static class @ID@Hidden implements @ID@Api { @Override public String get(String ticket)"
            + BODY
            + "  }\n"
            + "  @Path(\"@PATH@\") public static class @ID@ {\n    @Path(\"sub\") public @ID@Api sub() { return Proxied.by(@ID@Api.class, new @ID@Hidden()); }\n  }\n");
  }

  /** That a bean has its interface does not make a proxy one of that bean. */
  private void besideABean() {
    Map<String, String> makers =
        Map.of(
            "of the JDK", "Proxied.by(@ID@Api.class, new @ID@Hidden())",
            "by EventHandler",
                "java.beans.EventHandler.create(@ID@Api.class, new @ID@Hidden(), \"get\", \"\")");
    for (String maker : makers.keySet().stream().sorted().toList()) {
      for (String mark : new String[] {MARK, COMPOSED, ""}) {
        ways.add(
            "cdi",
            "a proxy "
                + maker
                + " before "
                + (mark.isEmpty() ? "a class without a mark" : mark)
                + ", beside a bean that has its interface",
            mark.isEmpty() ? REFUSED : KNOWN_OR_REFUSED,
            "/sub",
            "  public interface @ID@Api { @GET "
                + GET
                + "; }\n  @Vetoed "
                + mark
                + " public static class @ID@Hidden implements @ID@Api { @Override public String get(String ticket)"
                + BODY
                + "  }\n  @ApplicationScoped public static class @ID@Open implements @ID@Api { @Override public String get(String ticket) { return \"open\"; } }\n"
                + "  @Path(\"@PATH@\") @RequestScoped public static class @ID@ {\n    @Path(\"sub\") public @ID@Api sub() { return "
                + makers.get(maker)
                + "; }\n  }\n");
        ways.beside("cdi", "Open");
      }
    }
  }

  private void beforeAHiddenClass() {
    hidden("a class without a mark", REFUSED, "", "", "", "", "");
    hidden(
        "a class without a mark, where the locator says so", OPEN, "@MgsUnsigned ", "", "", "", "");
    hidden(
        "a class with a marked superclass",
        KNOWN_OR_REFUSED,
        "",
        "  @MgsSigned public static class @ID@Above {}\n",
        "extends @ID@Above ",
        "",
        "");
    hidden(
        "a class with a marked interface",
        KNOWN_OR_REFUSED,
        "",
        "  @MgsSigned public interface @ID@Above {}\n",
        "",
        ", @ID@Above",
        "");
    hidden(
        "a class that overrides a marked method",
        KNOWN_OR_REFUSED,
        "",
        "  public static class @ID@Above { @MgsSigned public String get(String ticket)"
            + BODY
            + "  }\n",
        "extends @ID@Above ",
        "",
        "");
    hidden(
        "a class with a mark in its annotation", KNOWN_OR_REFUSED, "", "", "", "", "@PaymentApi ");
  }

  private void hidden(
      String what,
      String rule,
      String locator,
      String above,
      String superclass,
      String interfaces,
      String mark) {
    ways.add(
        "plain",
        "a proxy of the JDK before " + what,
        rule,
        "/sub",
        "  public interface @ID@Api { @GET "
            + GET
            + "; }\n"
            + above
            + "  "
            + mark
            + "public static class @ID@Hidden "
            + superclass
            + "implements @ID@Api"
            + interfaces
            + " { @Override public String get(String ticket)"
            + BODY
            + "  }\n"
            + "  @Path(\"@PATH@\") public static class @ID@ {\n    "
            + locator
            + "@Path(\"sub\") public @ID@Api sub() { return Proxied.by(@ID@Api.class, new @ID@Hidden()); }\n  }\n");
  }
}
