package io.github.mgsjaxrs.conformance.suite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.Header;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The cases of {@link ApiGatewayHeaderSuite}. */
final class ApiGatewayHeaderCases {

  private static final String LIST = "X-Role,X-User";
  private static final Header USER = new Header("X-User", "alice");

  private final Endpoint endpoint;
  private final String path;
  private final List<ApiGatewayHeader> cases = new ArrayList<>();

  /**
   * For one resource.
   *
   * @param endpoint where it is
   * @param resource its path
   */
  ApiGatewayHeaderCases(Endpoint endpoint, String resource) {
    this.endpoint = endpoint;
    this.path = endpoint.base() + resource;
  }

  List<ApiGatewayHeader> all() {
    addFolded();
    addHidden();
    addTrailers();
    addCharsets();
    addParsed();
    addTakenAway();
    return cases;
  }

  /** A value over two lines, which RFC 9112 lets a server refuse, or join by a blank. */
  private void addFolded() {
    for (String fold : List.of("\r\n ", "\r\n\t", "\r\n   ")) {
      String shown = fold.replace("\r\n", "CRLF ").replace("\t", "TAB").stripTrailing();
      Header folded = new Header("X-User", "alice" + fold + "bob");
      for (String signed : List.of("alice bob", "alice", "alicebob", "alice" + fold + "bob")) {
        add(
            "a folded value, "
                + shown
                + fold.length()
                + ", signed as "
                + signed.replace("\r\n", "CRLF ").replace("\t", "TAB"),
            Map.of("x-user", signed),
            folded);
      }
    }
    add("a value that begins on the next line", one("alice"), new Header("X-User", "\r\n alice"));
    add("a folded header that is not listed", one("alice"), USER, new Header("X-O", "a\r\n b"));
    add(
        "a header in the fold of another",
        one("alice"),
        USER,
        new Header("X-O", "a\r\n X-Role: admin"));
    RawRequest signed = call(USER).signed();
    cases.add(
        new ApiGatewayHeader(
            "a folded list",
            one("alice"),
            ApiGatewayCall.changed(signed, ApiGatewayCall.LIST, list -> "X-Role,\r\n X-User")));
    cases.add(
        new ApiGatewayHeader(
            "a folded signature",
            one("alice"),
            ApiGatewayCall.changed(
                signed,
                ApiGatewayCall.SIGNATURE,
                value -> value.substring(0, 20) + "\r\n " + value.substring(20))));
  }

  private void addHidden() {
    for (String end : List.of("\n", "\r", "\u0000", "\u000b", "\u0085")) {
      String shown = "character %d".formatted((int) end.charAt(0));
      add(
          shown + " in front of a header",
          one("alice"),
          new Header("X-User", "alice" + end + "X-Role: admin"));
      add(
          shown + " in a value, signed so",
          Map.of("x-user", "al" + end + "ice"),
          new Header("X-User", "al" + end + "ice"));
      add(shown + " behind a value", one("alice"), new Header("X-User", "alice" + end));
    }
    add("a tab in a value", one("al\tice"), new Header("X-User", "al\tice"));
    add("a tab behind a value", one("alice"), new Header("X-User", "alice\t"));
    add("a blank behind a name", one("alice"), USER, new Header("X-User ", "mallory"));
    add("a blank behind a name alone", Map.of(), new Header("X-User ", "mallory"));
    add("a blank in front of a name", one("alice"), USER, new Header(" X-Role", "admin"));
    add("an underscore for a hyphen", one("alice"), USER, new Header("X_User", "mallory"));
    add("an underscore for a hyphen alone", Map.of(), new Header("X_User", "mallory"));
    add("a name that is no ASCII", one("alice"), USER, new Header("X-R\u00f6le", "admin"));
    add("a letter that folds to another", one("alice"), USER, new Header("X-U\u017fer", "mallory"));
  }

  private void addTrailers() {
    for (String line : List.of("X-Role: admin", "X-User: mallory", "X-Ca-Proxy-Signature: x")) {
      ApiGatewayCall call = ApiGatewayCall.to(path).listing(LIST, USER);
      RawRequest sent = call.signed(new Framing.Trailed(line));
      cases.add(new ApiGatewayHeader("a trailer, " + line, one("alice"), sent));
      cases.add(
          new ApiGatewayHeader(
              "a trailer that is announced, " + line,
              one("alice"),
              sent.header("Trailer", line.substring(0, line.indexOf(':')))));
    }
    RawRequest without =
        ApiGatewayCall.to(path).listing(LIST).signed(new Framing.Trailed("X-User: mallory"));
    cases.add(new ApiGatewayHeader("a listed header that is a trailer alone", Map.of(), without));
  }

  private void addCharsets() {
    for (String value : List.of("caf\u00e9", "\u00ff", "\u00c3\u00a9", "\u00a0alice\u00a0")) {
      Header latin = new Header("X-User", value);
      String shown = value.replace("\u00a0", "NBSP");
      RawRequest sent = call(latin).signed();
      cases.add(new ApiGatewayHeader("in UTF-8, " + shown, one(value), sent));
      cases.add(
          new ApiGatewayHeader("in ISO 8859-1, " + shown, one(value), sent.headIn(ISO_8859_1)));
    }
    add("signed as a replacement", one("caf\ufffd"), new Header("X-User", "caf\u00e9"));
    add("signed as a question mark", one("caf?"), new Header("X-User", "caf\u00e9"));
    cases.add(
        new ApiGatewayHeader(
            "in ISO 8859-1, signed as a replacement",
            one("caf\ufffd"),
            call(new Header("X-User", "caf\ufffd"))
                .signed()
                .withoutHeader("X-User")
                .header("X-User", "caf\u00e9")
                .headIn(ISO_8859_1)));
    add("a letter above 255", one("\u0141ucja"), new Header("X-User", "\u0141ucja"));
    add("a letter above 255, signed cut off", one("Aucja"), new Header("X-User", "\u0141ucja"));
  }

  /** What servers know the parts of, and may write anew. */
  private void addParsed() {
    for (Header header :
        List.of(
            new Header("Accept", "text/plain;q=0.5 , application/json"),
            new Header("Accept-Language", "zh-cn, EN;q=0.5"),
            new Header("Authorization", "Bearer  a.b.c"),
            new Header("Cookie", "a=1; b=\"2\";c=3"),
            new Header("Date", "Tue, 01 Dec 2026 14:00:00 GMT"),
            new Header("If-None-Match", "W/\"1\" , \"2\""),
            new Header("If-Modified-Since", "Tuesday, 01-Dec-26 14:00:00 GMT"),
            new Header("Range", "bytes=0-1"),
            new Header("User-Agent", "a (b, c) d/1"),
            new Header("X-Forwarded-For", "192.0.2.7, 192.0.2.8"),
            new Header("X-Forwarded-Proto", "https"),
            new Header("Forwarded", "for=192.0.2.7;proto=https"),
            new Header("X-List", "a,b , c"),
            new Header("X-List", ",a,,b,"),
            new Header("X-Quoted", "\"a, b\", c"),
            new Header("X-Semicolons", "a; b=\"c;d\""))) {
      String value = header.value();
      cases.add(
          new ApiGatewayHeader(
              header.name() + ": " + value,
              Map.of(header.name().toLowerCase(Locale.ROOT), value),
              get().listing(header.name(), header).signed()));
    }
    String type = "Application/JSON ;Charset=\"utf-8\"";
    cases.add(
        new ApiGatewayHeader(
            "Content-Type: " + type,
            Map.of("content-type", type),
            ApiGatewayCall.to(path)
                .listing("Content-Type", new Header("Content-Type", type))
                .body(null, ApiGatewayCall.BODY)
                .signed()));
  }

  /** What belongs to one connection, or to the server itself. */
  private void addTakenAway() {
    String host = endpoint.host() + ":" + endpoint.port();
    add("Connection names a listed header", one("alice"), USER, new Header("Connection", "X-User"));
    for (Header header :
        List.of(
            new Header("Host", host),
            new Header("Connection", "close"),
            new Header("TE", "trailers"),
            new Header("Keep-Alive", "timeout=5"),
            new Header("Via", "1.1 gateway"),
            new Header("Max-Forwards", "5"))) {
      cases.add(
          new ApiGatewayHeader(
              header.name() + " listed",
              Map.of(header.name().toLowerCase(Locale.ROOT), header.value()),
              get().listing(header.name(), header).signed()));
    }
    Map<String, String> length = new TreeMap<>(Map.of("content-length", "14"));
    ApiGatewayCall post = ApiGatewayCall.to(path).listing("Content-Length");
    cases.add(
        new ApiGatewayHeader(
            "Content-Length listed",
            length,
            new ListedBySender(post, "content-length:14\n").signed()));
    cases.add(
        new ApiGatewayHeader("Content-Length listed, signed as absent", Map.of(), post.signed()));
  }

  /** A header that is listed, and that the framing sends. */
  private record ListedBySender(ApiGatewayCall call, String line) {
    RawRequest signed() {
      int end = call.text().indexOf("\n/") + 1;
      return call.signing(call.text().substring(0, end) + line + call.text().substring(end));
    }
  }

  private static Map<String, String> one(String user) {
    return Map.of("x-user", user);
  }

  /** Signed as the map says, whatever is sent. */
  private void add(String name, Map<String, String> signed, Header... sent) {
    StringBuilder lines = new StringBuilder("GET\n\n");
    new TreeMap<>(signed).forEach((k, value) -> lines.append(k + ":" + value + "\n"));
    RawRequest request =
        call(sent).query("").signing(lines + path).body(new byte[0], new Framing.None());
    cases.add(new ApiGatewayHeader(name, signed, request));
  }

  private ApiGatewayCall call(Header... headers) {
    return get().listing(LIST, headers);
  }

  private ApiGatewayCall get() {
    return ApiGatewayCall.to(path).by("GET").withoutBody();
  }
}
