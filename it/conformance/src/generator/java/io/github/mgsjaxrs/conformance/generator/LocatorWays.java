package io.github.mgsjaxrs.conformance.generator;

import static io.github.mgsjaxrs.conformance.generator.Snippets.BODY;
import static io.github.mgsjaxrs.conformance.generator.Snippets.GET;
import static io.github.mgsjaxrs.conformance.generator.Snippets.MARK;
import static io.github.mgsjaxrs.conformance.generator.Snippets.OPEN;
import static io.github.mgsjaxrs.conformance.generator.Snippets.PROTECTED;
import static io.github.mgsjaxrs.conformance.generator.Snippets.at;
import static io.github.mgsjaxrs.conformance.generator.Snippets.ruleOf;

import java.util.LinkedHashMap;
import java.util.Map;

/** Marks around a locator, whatever it says that it returns. */
final class LocatorWays {

  private static final String SUB =
      "  public static class @ID@Sub { @GET public " + GET + BODY + "  }\n";

  private final HostileWays ways;

  LocatorWays(HostileWays ways) {
    this.ways = ways;
  }

  void add() {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("its class", "public @ID@Sub sub() { return new @ID@Sub(); }");
    kinds.put("its interface", "public @ID@Api sub() { return new @ID@Sub(); }");
    kinds.put("Object", "public Object sub() { return new @ID@Sub(); }");
    kinds.put("its Class", "public Class<@ID@Sub> sub() { return @ID@Sub.class; }");
    kinds.put("any Class", "public Class<?> sub() { return @ID@Sub.class; }");
    kinds.put(
        "a CompletionStage",
        "public CompletionStage<@ID@Sub> sub() { return CompletableFuture.completedFuture(new @ID@Sub()); }");
    kinds.put(
        "a CompletableFuture of anything",
        "public CompletableFuture<Object> sub() { return CompletableFuture.completedFuture(new @ID@Sub()); }");
    kinds.put("a type variable", "public <T> T sub() { return (T) new @ID@Sub(); }");
    kinds.forEach(this::inEveryPlace);
    besideAMethod();
    besideAnOpenOne();
    ofASupertype();
    anonymously();
  }

  private void inEveryPlace(String returned, String locator) {
    String[] places = {
      "nowhere",
      "locator",
      "locator's root",
      "sub-resource",
      "its method",
      "its interface",
      "its interface's method"
    };
    for (String marked : places) {
      for (boolean sibling : new boolean[] {false, true}) {
        if (sibling && !marked.equals("locator")) {
          continue;
        }
        ways.add(
            "plain",
            "a locator that returns "
                + returned
                + ", a mark on "
                + marked
                + (sibling ? ", beside an open locator to the same class" : ""),
            ruleOf(marked),
            "/sub",
            "  %spublic interface @ID@Api { @GET %s%s; }\n"
                    .formatted(
                        at("its interface", marked, MARK),
                        at("its interface's method", marked, MARK),
                        GET)
                + "  %spublic static class @ID@Sub implements @ID@Api {\n    @Override %spublic String get(String ticket)%s  }\n"
                    .formatted(
                        at("sub-resource", marked, MARK), at("its method", marked, MARK), BODY)
                + "  @Path(\"@PATH@\") %spublic static class @ID@ {\n    @Path(\"sub\") %s%s\n%s  }\n"
                    .formatted(
                        at("locator's root", marked, MARK),
                        at("locator", marked, MARK),
                        locator,
                        sibling
                            ? "    @Path(\"open\") public @ID@Sub open() { return new @ID@Sub(); }\n"
                            : ""));
      }
    }
  }

  private void besideAMethod() {
    ways.add(
        "plain",
        "a marked locator that shares its name with a resource method",
        PROTECTED,
        "/7",
        SUB
            + "  @Path(\"@PATH@\") public static class @ID@ {\n"
            + "    @GET public String items(@QueryParam(\"page\") Integer page) { return \"\"; }\n"
            + "    @Path(\"{id}\") @MgsSigned public @ID@Sub items(@PathParam(\"id\") String id) { return new @ID@Sub(); }\n  }\n");
    ways.add(
        "plain",
        "a marked locator that shares its name with a marked resource method of an interface",
        PROTECTED,
        "/7",
        SUB
            + "  public interface @ID@Listing { @GET String items(@QueryParam(\"page\") Integer page); }\n"
            + "  @Path(\"@PATH@\") public static class @ID@ implements @ID@Listing {\n"
            + "    @Override public String items(Integer page) { return \"\"; }\n"
            + "    @Path(\"{id}\") @MgsSigned public @ID@Sub items(@PathParam(\"id\") String id) { return new @ID@Sub(); }\n  }\n");
    ways.add(
        "plain",
        "a marked locator over a method that an interface gives an HTTP method",
        PROTECTED,
        "/sub",
        SUB
            + "  public interface @ID@Listing { @GET @Path(\"list\") Object sub(); }\n"
            + "  @Path(\"@PATH@\") public static class @ID@ implements @ID@Listing {\n"
            + "    @Override @Path(\"sub\") @MgsSigned public @ID@Sub sub() { return new @ID@Sub(); }\n  }\n");
  }

  private void besideAnOpenOne() {
    ways.add(
        "plain",
        "an open locator beside a marked one to another class",
        OPEN,
        "/open",
        SUB
            + "  public static class @ID@Other { @GET public "
            + GET
            + BODY
            + "  }\n  @Path(\"@PATH@\") public static class @ID@ {\n"
            + "    @Path(\"open\") public @ID@Sub open() { return new @ID@Sub(); }\n"
            + "    @Path(\"sub\") @MgsSigned public @ID@Other sub() { return new @ID@Other(); }\n  }\n");
    ways.also("plain", "a marked locator beside an open one to another class", PROTECTED, "/sub");
  }

  private void ofASupertype() {
    ways.add(
        "bridged",
        "a marked locator of a generic superclass",
        PROTECTED,
        "/sub",
        SUB
            + "  public abstract static class @ID@Base<T> { @Path(\"sub\") @MgsSigned public abstract T sub(); }\n"
            + "  @Path(\"@PATH@\") public static class @ID@ extends @ID@Base<@ID@Sub> { @Override public @ID@Sub sub() { return new @ID@Sub(); } }\n");
    ways.add(
        "bridged",
        "a marked locator of an abstract class, which its subclass declares anew",
        PROTECTED,
        "/sub",
        SUB
            + "  public abstract static class @ID@Base { @Path(\"sub\") @MgsSigned public abstract Object sub(); }\n"
            + "  @Path(\"@PATH@\") public static class @ID@ extends @ID@Base { @Override @Path(\"sub\") public @ID@Sub sub() { return new @ID@Sub(); } }\n");
  }

  private void anonymously() {
    ways.add(
        "plain",
        "an anonymous class behind its interface",
        PROTECTED,
        "/sub",
        "  public interface @ID@Api { @GET "
            + GET
            + "; }\n  @Path(\"@PATH@\") public static class @ID@ {\n"
            + "    @Path(\"sub\") public @ID@Api sub() { return new @ID@Api() { @Override @MgsSigned public String get(String ticket)"
            + BODY
            + "    }; }\n  }\n");
  }
}
