import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the hostile application: every place of a mark in every kind of resource class, behind
 * every kind of locator and proxy, each as a small resource of its own, and the list of what has to
 * become of each. Run as a source file by the build.
 */
public final class HostileApplication {

  private static final String ROOT = "io.github.mgsjaxrs.conformance.hostile";
  private static final String MATRIX = "io.github.mgsjaxrs.conformance.matrix";
  private static final String MARK = "@MgsSigned";
  private static final String COMPOSED = "@PaymentApi";
  private static final String PROTECTED = "PROTECTED_OR_REFUSED_BY_SERVER";
  private static final String OPEN = "OPEN_OR_REFUSED_BY_SERVER";
  private static final String REFUSED = "REFUSED";
  private static final String KNOWN_OR_REFUSED = "WHOLE_OR_REFUSED";
  private static final String TICKET = "@QueryParam(\"ticket\") String ticket";
  private static final String SUPPRESSED =
      "@SuppressWarnings({\"NullAway\", \"unchecked\", \"rawtypes\", \"TypeParameterUnusedInFormals\", \"InjectScopeAnnotationOnInterfaceOrAbstractClass\"})\n";
  private static final Pattern DECLARATION =
      Pattern.compile("^  [@p].*\\b(?:class|interface) (\\w+)");
  private static final String GET = "String get(" + TICKET + ")";
  private static final String BODY = " { return Reached.by(ticket); }\n";

  /** Where resources are written that need the same APIs. */
  private static final class Part {
    final String name;
    final StringBuilder source = new StringBuilder();
    final List<String> roots = new ArrayList<>();
    final List<String> others = new ArrayList<>();
    int count;

    Part(String name) {
      this.name = name;
    }
  }

  private record Row(String name, String path, String rule, String part) {}

  private final Map<String, Part> parts = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();

  /**
   * Writes all sources.
   *
   * @param arguments the folder
   * @throws IOException if it cannot
   */
  public static void main(String[] arguments) throws IOException {
    HostileApplication application = new HostileApplication();
    application.roots();
    application.locators();
    application.exemptions();
    application.defaultMethods();
    application.earlyReaders();
    application.folders();
    application.beans();
    application.sessionBeans();
    application.write(Path.of(arguments[0]));
  }

  /** The mark at a place, or nothing at any other. */
  private static String at(String place, String marked, String mark) {
    return place.equals(marked) ? mark + " " : "";
  }

  private Part part(String name) {
    return parts.computeIfAbsent(name, Part::new);
  }

  /**
   * Takes a resource whose source has @ID@ where its own number, and @PATH@ where its path goes.
   */
  private void add(String part, String name, String rule, String below, String source) {
    Part to = part(part);
    String id = "C" + ++to.count;
    String path = "matrix/hostile/" + part + "/" + id.toLowerCase();
    to.source.append("  // ").append(name).append("\n");
    to.source.append(source.replace("@ID@", id).replace("@PATH@", path)).append("\n");
    to.roots.add(id);
    rows.add(new Row(name, "/" + path + below, rule, part));
  }

  /** Another request to the resource that was added last. */
  /** A runtime that tells the ends of a way alone leaves in doubt what lies between them. */
  private void alsoWhereWaysAreTold(String name, String rule, String below) {
    String path = "matrix/hostile/plain/c" + part("plain").count;
    rows.add(new Row(name, "/" + path + below, rule, "ways"));
  }

  private void also(String part, String name, String rule, String below) {
    String path = "matrix/hostile/" + part + "/c" + part(part).count;
    rows.add(new Row(name, "/" + path + below, rule, part));
  }

  private static String ruleOf(String marked) {
    return marked.equals("nowhere") ? OPEN : PROTECTED;
  }

  private void roots() {
    for (String mark : new String[] {MARK, COMPOSED}) {
      for (String marked : new String[] {"nowhere", "class", "method"}) {
        add(
            "plain",
            "a class, " + mark + " on " + marked,
            ruleOf(marked),
            "",
            "  @Path(\"@PATH@\") %spublic static class @ID@ {\n    @GET %spublic %s%s  }\n"
                .formatted(at("class", marked, mark), at("method", marked, mark), GET, BODY));
      }
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
          add(
              "plain",
              "an interface, " + named,
              ruleOf(marked),
              "",
              ("  %s%spublic interface @ID@Api {\n    @GET %s%s;\n  }\n"
                      .formatted(onSuper, type, method, GET))
                  + implementation.formatted("implements"));
          add(
              "plain",
              "an abstract class, " + named,
              ruleOf(marked),
              "",
              ("  %s%spublic abstract static class @ID@Api {\n    @GET %spublic abstract %s;\n  }\n"
                      .formatted(onSuper, type, method, GET))
                  + implementation.formatted("extends"));
          add(
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
      for (String marked :
          new String[] {"nowhere", "class", "method", "supertype", "supertype's method"}) {
        for (boolean isInterface : new boolean[] {true, false}) {
          add(
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
    add(
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
    add(
        "plain",
        "an annotation that carries another that carries the mark",
        PROTECTED,
        "",
        "  @Path(\"@PATH@\") @Premium public static class @ID@ { @GET public "
            + GET
            + BODY
            + "  }\n");
    add(
        "plain",
        "two annotations of one kind that carries the mark",
        PROTECTED,
        "",
        "  @Path(\"@PATH@\") @Tenant(\"a\") @Tenant(\"b\") public static class @ID@ { @GET public "
            + GET
            + BODY
            + "  }\n");
    add(
        "plain",
        "an annotation with the mark inside",
        PROTECTED,
        "",
        "  @Path(\"@PATH@\") @Policy(@MgsSigned) public static class @ID@ { @GET public "
            + GET
            + BODY
            + "  }\n");
    add(
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
    add(
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
    add(
        "plain",
        "an overload without a mark beside one with it, in doubt",
        PROTECTED,
        "",
        "  @Path(\"@PATH@\") public static class @ID@ {\n    @GET public "
            + GET
            + BODY
            + "    @GET @Path(\"other\") @MgsSigned public String get(@QueryParam(\"ticket\") Wide ticket) { return Reached.by(ticket.text()); }\n  }\n");
    also("plain", "the overload with the mark", PROTECTED, "/other");
  }

  private void locators() {
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
    String[] places = {
      "nowhere",
      "locator",
      "locator's root",
      "sub-resource",
      "its method",
      "its interface",
      "its interface's method"
    };
    for (Map.Entry<String, String> kind : kinds.entrySet()) {
      for (String marked : places) {
        for (boolean sibling : new boolean[] {false, true}) {
          if (sibling && !marked.equals("locator")) {
            continue;
          }
          add(
              "plain",
              "a locator that returns "
                  + kind.getKey()
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
                          kind.getValue(),
                          sibling
                              ? "    @Path(\"open\") public @ID@Sub open() { return new @ID@Sub(); }\n"
                              : ""));
        }
      }
    }
    String sub = "  public static class @ID@Sub { @GET public " + GET + BODY + "  }\n";
    add(
        "plain",
        "a marked locator that shares its name with a resource method",
        PROTECTED,
        "/7",
        sub
            + "  @Path(\"@PATH@\") public static class @ID@ {\n"
            + "    @GET public String items(@QueryParam(\"page\") Integer page) { return \"\"; }\n"
            + "    @Path(\"{id}\") @MgsSigned public @ID@Sub items(@PathParam(\"id\") String id) { return new @ID@Sub(); }\n  }\n");
    add(
        "plain",
        "a marked locator that shares its name with a marked resource method of an interface",
        PROTECTED,
        "/7",
        sub
            + "  public interface @ID@Listing { @GET String items(@QueryParam(\"page\") Integer page); }\n"
            + "  @Path(\"@PATH@\") public static class @ID@ implements @ID@Listing {\n"
            + "    @Override public String items(Integer page) { return \"\"; }\n"
            + "    @Path(\"{id}\") @MgsSigned public @ID@Sub items(@PathParam(\"id\") String id) { return new @ID@Sub(); }\n  }\n");
    add(
        "plain",
        "a marked locator over a method that an interface gives an HTTP method",
        PROTECTED,
        "/sub",
        sub
            + "  public interface @ID@Listing { @GET @Path(\"list\") Object sub(); }\n"
            + "  @Path(\"@PATH@\") public static class @ID@ implements @ID@Listing {\n"
            + "    @Override @Path(\"sub\") @MgsSigned public @ID@Sub sub() { return new @ID@Sub(); }\n  }\n");
    add(
        "plain",
        "an open locator beside a marked one to another class",
        OPEN,
        "/open",
        sub
            + "  public static class @ID@Other { @GET public "
            + GET
            + BODY
            + "  }\n  @Path(\"@PATH@\") public static class @ID@ {\n"
            + "    @Path(\"open\") public @ID@Sub open() { return new @ID@Sub(); }\n"
            + "    @Path(\"sub\") @MgsSigned public @ID@Other sub() { return new @ID@Other(); }\n  }\n");
    also("plain", "a marked locator beside an open one to another class", PROTECTED, "/sub");
    add(
        "bridged",
        "a marked locator of a generic superclass",
        PROTECTED,
        "/sub",
        sub
            + "  public abstract static class @ID@Base<T> { @Path(\"sub\") @MgsSigned public abstract T sub(); }\n"
            + "  @Path(\"@PATH@\") public static class @ID@ extends @ID@Base<@ID@Sub> { @Override public @ID@Sub sub() { return new @ID@Sub(); } }\n");
    add(
        "bridged",
        "a marked locator of an abstract class, which its subclass declares anew",
        PROTECTED,
        "/sub",
        sub
            + "  public abstract static class @ID@Base { @Path(\"sub\") @MgsSigned public abstract Object sub(); }\n"
            + "  @Path(\"@PATH@\") public static class @ID@ extends @ID@Base { @Override @Path(\"sub\") public @ID@Sub sub() { return new @ID@Sub(); } }\n");
    add(
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

  private void exemptions() {
    String wide =
        "    @GET public String get(@QueryParam(\"ticket\") Wide ticket) { return Reached.by(ticket.text()); }\n";
    String narrow =
        "    @GET @Path(\"narrow\") @MgsUnsigned public String get(@QueryParam(\"ticket\") Narrow ticket) { return Reached.by(ticket.text()); }\n";
    add(
        "plain",
        "an overload with wider parameters than an exempt one",
        PROTECTED,
        "",
        "  @Path(\"@PATH@\") @MgsSigned public static class @ID@ {\n" + wide + narrow + "  }\n");
    also("plain", "the exempt overload", OPEN, "/narrow");
    add(
        "plain",
        "an exempt overload beside a marked one with other parameters",
        OPEN,
        "",
        "  @Path(\"@PATH@\") public static class @ID@ {\n    @GET @MgsUnsigned public "
            + GET
            + BODY
            + "    @GET @Path(\"wide\") @MgsSigned public String get(@QueryParam(\"ticket\") Wide ticket) { return Reached.by(ticket.text()); }\n  }\n");
    also("plain", "the marked overload", PROTECTED, "/wide");
    for (boolean isInterface : new boolean[] {true, false}) {
      add(
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
      also(
          "plain",
          "beside an exempt method of a generic " + (isInterface ? "interface" : "superclass"),
          PROTECTED,
          "/wide");
    }
    add(
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
    add(
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

  /** Contracts that generators write: the class that implements one may have nothing but a mark. */
  private void defaultMethods() {
    for (String where : new String[] {"class", "supertype"}) {
      for (String marked : new String[] {"nowhere", "class", "supertype", "supertype's method"}) {
        add(
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
        add(
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
    add(
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
    also("plain", "a marked method of a folder in another", PROTECTED, "/f/leaf");
    also("plain", "a marked method of a folder in others", PROTECTED, "/f/f/f/leaf");
    also("plain", "a marked method of a folder far below", PROTECTED, far + "/leaf");
    also("plain", "an open method of a folder in others", OPEN, "/f/f/f/open");
    also("plain", "an open method of a folder far below", OPEN, far + "/open");
    add(
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
    also("plain", "a marked folder in a marked one", PROTECTED, "/f/f/f/f/leaf");
    alsoWhereWaysAreTold("a folder above a marked one", OPEN, "/f/leaf");
    alsoWhereWaysAreTold("a folder right above a marked one", OPEN, "/f/f/leaf");
    add(
        "plain",
        "a marked locator of a folder",
        PROTECTED,
        "/shut/leaf",
        "  @Path(\"@PATH@\") public static class @ID@ {\n    @Path(\"f\") public @ID@ f() { return new @ID@(); }\n"
            + "    @Path(\"shut\") @MgsSigned public @ID@ shut() { return new @ID@(); }\n    @GET @Path(\"leaf\") public "
            + GET
            + BODY
            + "  }\n");
    also("plain", "a marked locator of a folder in another", PROTECTED, "/f/shut/leaf");
    also("plain", "a folder below a marked locator", PROTECTED, "/f/shut/f/leaf");
  }

  private void beans() {
    String api = "  public interface @ID@Api { @GET " + GET + "; }\n";
    String plainApi = api;
    for (String scope : new String[] {"@ApplicationScoped", "@RequestScoped", "@Dependent"}) {
      for (String marked : new String[] {"nowhere", "class", "method", "interface"}) {
        add(
            "cdi",
            "a " + scope + " bean with its interface alone as type, a mark on " + marked,
            ruleOf(marked),
            "/sub",
            "  %spublic interface @ID@Api { @GET %s; }\n"
                    .formatted(at("interface", marked, MARK), GET)
                + "  %s @Typed(@ID@Api.class) %spublic static class @ID@Bean implements @ID@Api {\n    %s@Override public String get(String ticket)%s  }\n"
                    .formatted(scope, at("class", marked, MARK), at("method", marked, MARK), BODY)
                + "  @Path(\"@PATH@\") @RequestScoped public static class @ID@ {\n    @Inject @ID@Api bean;\n    @Path(\"sub\") public @ID@Api sub() { return bean; }\n  }\n");
        part("cdi").others.add("C" + part("cdi").count + "Bean");
      }
      add(
          "cdi",
          "a producer of an interface, " + scope + ", whose object has a marked class",
          PROTECTED,
          "/sub",
          plainApi
              + "  @MgsSigned public static class @ID@Hidden implements @ID@Api { @Override public String get(String ticket)"
              + BODY
              + "  }\n  @ApplicationScoped public static class @ID@Maker { @Produces "
              + scope
              + " public @ID@Api make() { return new @ID@Hidden(); } }\n"
              + "  @Path(\"@PATH@\") @RequestScoped public static class @ID@ {\n    @Inject @ID@Api bean;\n    @Path(\"sub\") public @ID@Api sub() { return bean; }\n  }\n");
      part("cdi").others.add("C" + part("cdi").count + "Maker");
      add(
          "cdi",
          "a producer of an interface, " + scope + ", whose object has a marked superclass",
          KNOWN_OR_REFUSED,
          "/sub",
          plainApi
              + "  @MgsSigned public static class @ID@Above {}\n"
              + "  @Vetoed public static class @ID@Hidden extends @ID@Above implements @ID@Api { @Override public String get(String ticket)"
              + BODY
              + "  }\n  @ApplicationScoped public static class @ID@Maker { @Produces "
              + scope
              + " public @ID@Api make() { return new @ID@Hidden(); } }\n"
              + "  @Path(\"@PATH@\") @RequestScoped public static class @ID@ {\n    @Inject @ID@Api bean;\n    @Path(\"sub\") public @ID@Api sub() { return bean; }\n  }\n");
      part("cdi").others.add("C" + part("cdi").count + "Maker");
      add(
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
      part("cdi").others.add("C" + part("cdi").count + "Maker");
      for (String marked : new String[] {"class", "method"}) {
        add(
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
      add(
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
      add(
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
      add(
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
      part("subclassed").roots.add("C" + part("subclassed").count + "Closed");
    }
    add(
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
    part("cdi").others.add("C" + part("cdi").count + "Page");
    add(
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
    part("cdi").others.add("C" + part("cdi").count + "Instead");
    add(
        "proxy",
        "a proxy of the JDK before a marked class",
        PROTECTED,
        "/sub",
        api
            + "  @MgsSigned public static class @ID@Hidden implements @ID@Api { @Override public String get(String ticket)"
            + BODY
            + "  }\n"
            + "  @Path(\"@PATH@\") public static class @ID@ {\n    @Path(\"sub\") public @ID@Api sub() { return Proxied.by(@ID@Api.class, new @ID@Hidden()); }\n  }\n");
    besideABean();
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

  /** That a bean has its interface does not make a proxy one of that bean. */
  private void besideABean() {
    Map<String, String> makers =
        Map.of(
            "of the JDK", "Proxied.by(@ID@Api.class, new @ID@Hidden())",
            "by EventHandler",
                "java.beans.EventHandler.create(@ID@Api.class, new @ID@Hidden(), \"get\", \"\")");
    for (String maker : makers.keySet().stream().sorted().toList()) {
      for (String mark : new String[] {MARK, COMPOSED, ""}) {
        add(
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
        part("cdi").others.add("C" + part("cdi").count + "Open");
      }
    }
  }

  /** A class behind a proxy that the application makes itself: its marks may be seen or not. */
  private void hidden(
      String what,
      String rule,
      String locator,
      String above,
      String superclass,
      String interfaces,
      String mark) {
    add(
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

  private void sessionBeans() {
    for (String kind : new String[] {"@Stateless", "@Singleton"}) {
      for (String marked : new String[] {"nowhere", "class", "method", "interface"}) {
        String bean =
            "  %s @Local(@ID@Api.class) %spublic static class %%s implements @ID@Api {\n    %s@Override public String get(String ticket)%s  }\n"
                .formatted(kind, at("class", marked, MARK), at("method", marked, MARK), BODY);
        String type = at("interface", marked, MARK);
        add(
            "ejb",
            kind + " with a path on its local interface, a mark on " + marked,
            ruleOf(marked),
            "",
            "  @Path(\"@PATH@\") %spublic interface @ID@Api { @GET %s; }\n".formatted(type, GET)
                + bean.formatted("@ID@"));
        add(
            "ejb",
            kind + " behind a locator that returns its local view, a mark on " + marked,
            ruleOf(marked),
            "/sub",
            "  %spublic interface @ID@Api { @GET %s; }\n".formatted(type, GET)
                + bean.formatted("@ID@Bean")
                + "  @Path(\"@PATH@\") @RequestScoped public static class @ID@ {\n    @EJB @ID@Api bean;\n    @Path(\"sub\") public @ID@Api sub() { return bean; }\n  }\n");
        if (marked.equals("class") || marked.equals("method")) {
          add(
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
          add(
              "ejb",
              kind + " without an interface, a mark on " + marked,
              ruleOf(marked),
              "",
              "  @Path(\"@PATH@\") %s %spublic static class @ID@ { @GET %spublic %s%s  }\n"
                  .formatted(
                      kind, at("class", marked, MARK), at("method", marked, MARK), GET, BODY));
        }
      }
    }
  }

  private void write(Path folder) throws IOException {
    for (Part part : parts.values()) {
      Path packageFolder = folder.resolve(path(ROOT + "." + part.name));
      Files.createDirectories(packageFolder);
      if (part.name.equals("ejb")) {
        writeTopLevel(part, packageFolder);
      } else {
        Files.writeString(packageFolder.resolve("Resources.java"), source(part));
      }
    }
    Path cases = folder.resolve(path(MATRIX)).resolve("HostileCases.java");
    Files.createDirectories(cases.getParent());
    Files.writeString(cases, cases());
  }

  /** Session beans have to be top-level classes. */
  private static void writeTopLevel(Part part, Path folder) throws IOException {
    Map<String, StringBuilder> files = new LinkedHashMap<>();
    StringBuilder current = new StringBuilder();
    for (String line : part.source.toString().split("\n")) {
      Matcher declaration = DECLARATION.matcher(line);
      if (declaration.find()) {
        current = new StringBuilder(imports(part)).append(SUPPRESSED);
        files.put(declaration.group(1), current);
      }
      current.append(line.replace("public static class", "public class")).append('\n');
    }
    for (Map.Entry<String, StringBuilder> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey() + ".java"), file.getValue());
    }
  }

  private static String path(String packageName) {
    return packageName.replace('.', '/');
  }

  private static String source(Part part) {
    StringBuilder classes = new StringBuilder();
    part.roots.forEach(root -> classes.append("        ").append(root).append(".class,\n"));
    StringBuilder others = new StringBuilder();
    part.others.forEach(other -> others.append("        ").append(other).append(".class,\n"));
    return imports(part)
        + """

          /** Written by the build. */
          """
        + SUPPRESSED
        + """
          public final class Resources {
            private Resources() {}

          """
        + part.source
        + "  public static List<Class<?>> roots() {\n    return List.of(\n"
        + withoutLastComma(classes)
        + "    );\n  }\n\n  public static List<Class<?>> others() {\n    return List.of(\n"
        + withoutLastComma(others)
        + "    );\n  }\n}\n";
  }

  private static String imports(Part part) {
    return "package "
        + ROOT
        + "."
        + part.name
        + ";\n\n"
        + """
          import io.github.mgsjaxrs.*;
          import io.github.mgsjaxrs.conformance.hostile.marks.*;
          import io.github.mgsjaxrs.conformance.matrix.resources.Reached;
          import jakarta.annotation.PostConstruct;
          import jakarta.annotation.Priority;
          import jakarta.ws.rs.*;
          import jakarta.ws.rs.core.Context;
          import jakarta.ws.rs.core.UriInfo;
          import java.util.List;
          import java.util.concurrent.CompletableFuture;
          import java.util.concurrent.CompletionStage;
          """
        + (!List.of("cdi", "ejb", "subclassed").contains(part.name)
            ? ""
            : """
              import jakarta.enterprise.context.*;
              import jakarta.enterprise.inject.*;
              import jakarta.enterprise.inject.Typed;
              import jakarta.inject.Inject;
              import jakarta.enterprise.inject.Produces;
              """)
        + (part.name.equals("ejb") ? "import jakarta.ejb.*;\nimport jakarta.ejb.Singleton;\n" : "");
  }

  private static String withoutLastComma(StringBuilder list) {
    int comma = list.lastIndexOf(",");
    return comma < 0 ? "" : list.substring(0, comma) + "\n";
  }

  private String cases() {
    StringBuilder text = new StringBuilder();
    for (Row row : rows) {
      text.append("        new HostileMatrix.Case(\"")
          .append(row.name())
          .append("\", \"")
          .append(row.path())
          .append("\", Rule.")
          .append(row.rule())
          .append(", \"")
          .append(row.part())
          .append("\"),\n");
    }
    return "package "
        + MATRIX
        + ";\n\nimport io.github.mgsjaxrs.conformance.matrix.MatrixRow.Rule;\nimport java.util.List;\n\n"
        + "/** What has to become of each; written by the build. */\nfinal class HostileCases {\n"
        + "  private HostileCases() {}\n\n  static List<HostileMatrix.Case> all() {\n    return List.of(\n"
        + withoutLastComma(text)
        + "    );\n  }\n}\n";
  }
}
