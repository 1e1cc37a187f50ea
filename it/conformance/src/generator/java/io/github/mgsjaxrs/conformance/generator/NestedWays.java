package io.github.mgsjaxrs.conformance.generator;

import static io.github.mgsjaxrs.conformance.generator.Snippets.BODY;
import static io.github.mgsjaxrs.conformance.generator.Snippets.GET;
import static io.github.mgsjaxrs.conformance.generator.Snippets.MARK;
import static io.github.mgsjaxrs.conformance.generator.Snippets.OPEN;
import static io.github.mgsjaxrs.conformance.generator.Snippets.PROTECTED;
import static io.github.mgsjaxrs.conformance.generator.Snippets.TICKET;
import static io.github.mgsjaxrs.conformance.generator.Snippets.at;
import static io.github.mgsjaxrs.conformance.generator.Snippets.ruleOf;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Resources below others: early questions about the match, and folders that lead to their own
 * class.
 */
final class NestedWays {

  private final HostileWays ways;

  NestedWays(HostileWays ways) {
    this.ways = ways;
  }

  void add() {
    earlyReaders();
    folders();
    closedFolders();
    closedLocators();
  }

  /** What asks the runtime for its match before a filter does. */
  private void earlyReaders() {
    String read =
        "      this.matched = uri.getMatchedURIs().size() + uri.getMatchedResources().size() + uri.getPathParameters().size();\n";
    Map<String, String> readers = new LinkedHashMap<>();
    readers.put(
        "a constructor that reads what was matched",
        "    public @ID@(@Context UriInfo uri) {\n" + read + "    }\n");
    readers.put(
        "a method after construction that reads what was matched",
        "    @Context UriInfo uri;\n    @PostConstruct void read() {\n" + read + "    }\n");
    for (Map.Entry<String, String> reader : readers.entrySet()) {
      for (String marked : new String[] {"nowhere", "class", "method"}) {
        ways.add(
            "plain",
            reader.getKey() + ", a mark on " + marked,
            ruleOf(marked),
            "/7",
            "  @Path(\"@PATH@\") %spublic static class @ID@ {\n    int matched;\n%s    @GET @Path(\"{id}\") %spublic %s%s  }\n"
                .formatted(
                    at("class", marked, MARK),
                    reader.getValue(),
                    at("method", marked, MARK),
                    GET,
                    BODY));
      }
    }
  }

  /** Locators that lead to their own class, as often as the path says. */
  private void folders() {
    String far = "/f".repeat(20);
    ways.add(
        "plain",
        "a marked method of a folder",
        PROTECTED,
        "/leaf",
        "  @Path(\"@PATH@\") public static class @ID@ {\n    @Path(\"f\") public @ID@ f() { return new @ID@(); }\n    @GET @Path(\"leaf\") @MgsSigned public "
            + GET
            + BODY
            + "    @GET @Path(\"open\") public String open("
            + TICKET
            + ")"
            + BODY
            + "  }\n");
    ways.also("plain", "a marked method of a folder in another", PROTECTED, "/f/leaf");
    ways.also("plain", "a marked method of a folder in others", PROTECTED, "/f/f/f/leaf");
    ways.also("plain", "a marked method of a folder far below", PROTECTED, far + "/leaf");
    ways.also("plain", "an open method of a folder in others", OPEN, "/f/f/f/open");
    ways.also("plain", "an open method of a folder far below", OPEN, far + "/open");
  }

  private void closedFolders() {
    ways.add(
        "plain",
        "a marked folder in others",
        PROTECTED,
        "/f/f/f/leaf",
        "  public static class @ID@Folder {\n    final int depth;\n    @ID@Folder(int depth) { this.depth = depth; }\n"
            + "    @Path(\"f\") public @ID@Folder f() { return depth == 0 ? new @ID@Folder(1) : new @ID@Closed(depth + 1); }\n    @GET @Path(\"leaf\") public "
            + GET
            + BODY
            + "  }\n  @MgsSigned public static class @ID@Closed extends @ID@Folder {\n    @ID@Closed(int depth) { super(depth); }\n  }\n"
            + "  @Path(\"@PATH@\") public static class @ID@ { @Path(\"f\") public @ID@Folder f() { return new @ID@Folder(0); } }\n");
    ways.also("plain", "a marked folder in a marked one", PROTECTED, "/f/f/f/f/leaf");
    ways.alsoWhereWaysAreTold("a folder above a marked one", OPEN, "/f/leaf");
    ways.alsoWhereWaysAreTold("a folder right above a marked one", OPEN, "/f/f/leaf");
  }

  private void closedLocators() {
    ways.add(
        "plain",
        "a marked locator of a folder",
        PROTECTED,
        "/shut/leaf",
        "  @Path(\"@PATH@\") public static class @ID@ {\n    @Path(\"f\") public @ID@ f() { return new @ID@(); }\n"
            + "    @Path(\"shut\") @MgsSigned public @ID@ shut() { return new @ID@(); }\n    @GET @Path(\"leaf\") public "
            + GET
            + BODY
            + "  }\n");
    ways.also("plain", "a marked locator of a folder in another", PROTECTED, "/f/shut/leaf");
    ways.also("plain", "a folder below a marked locator", PROTECTED, "/f/shut/f/leaf");
  }
}
