package io.github.mgsjaxrs.apigatewayvectors;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What headers the text has, in which order, and how their values are written. */
final class HeaderCases {

  /** Or {@code iso-8859-1}, as the server reads headers. */
  private static final String UTF_8 = "mgs.apigateway.header-charset=utf-8";

  private HeaderCases() {}

  static List<VectorRequest> all() {
    List<VectorRequest> cases = new ArrayList<>(order());
    cases.addAll(absent());
    cases.addAll(values());
    cases.addAll(unlisted());
    return cases;
  }

  private static List<VectorRequest> order() {
    VectorRequest three =
        VectorRequest.of("GET", "/apigw/h")
            .header("X-Charlie", "3")
            .header("X-Alpha", "1")
            .header("X-Bravo", "2");
    String text = "GET\n\nx-alpha:1\nx-bravo:2\nx-charlie:3\n/apigw/h";
    VectorRequest mixed =
        VectorRequest.of("GET", "/apigw/h")
            .header("x-alpha", "1")
            .header("X-Bravo", "2")
            .listing("x-alpha,X-Bravo");
    return List.of(
        three
            .listing("X-Charlie,X-Alpha,X-Bravo")
            .signed(text)
            .named("headers-are-sorted-whatever-the-order-of-the-list"),
        three.listing("x-charlie,x-alpha,x-bravo").signed(text).named("list-in-lower-case"),
        three.listing("X-CHARLIE,X-ALPHA,X-BRAVO").signed(text).named("list-in-upper-case"),
        three.listing("x-CHARLIE,X-Alpha,X-BRAVO").signed(text).named("list-in-mixed-case"),
        three
            .changedLines(
                line -> new VectorRequest.Line(line.name().toUpperCase(Locale.ROOT), line.value()))
            .listing("X-Charlie,X-Alpha,X-Bravo")
            .signed(text)
            .named("headers-sent-in-upper-case"),
        three
            .changedLines(
                line -> new VectorRequest.Line(line.name().toLowerCase(Locale.ROOT), line.value()))
            .listing("X-Charlie,X-Alpha,X-Bravo")
            .signed(text)
            .named("headers-sent-in-lower-case"),
        // the names are sorted, and not the lines: ":" is behind "-"
        VectorRequest.of("GET", "/apigw/h")
            .header("X-A", "1")
            .header("X-A-B", "2")
            .header("X-A1", "3")
            .header("X-AB", "4")
            .listing("X-AB,X-A1,X-A-B,X-A")
            .signed("GET\n\nx-a:1\nx-a-b:2\nx-a1:3\nx-ab:4\n/apigw/h")
            .named("a-name-is-sorted-before-those-that-it-begins"),
        VectorRequest.of("GET", "/apigw/h")
            .header("X-A", "1")
            .header("X-A-B", "2")
            .listing("X-A,X-A-B")
            .signed("GET\n\nx-a-b:2\nx-a:1\n/apigw/h")
            .refused(7002)
            .named("lines-sorted-in-place-of-names"),
        // "Z" is before "a", as in the published example, which sorts before it folds the case
        mixed
            .signed("GET\n\nx-bravo:2\nx-alpha:1\n/apigw/h")
            .named("list-in-mixed-case-sorted-as-it-is-written"),
        mixed
            .signed("GET\n\nx-alpha:1\nx-bravo:2\n/apigw/h")
            .refused(7002)
            .acceptedWith("mgs.apigateway.header-order=lower-case")
            .named("list-in-mixed-case-sorted-in-lower-case"),
        three
            .listing("X-Charlie,X-Alpha,X-Bravo")
            .signed("GET\n\nx-charlie:3\nx-alpha:1\nx-bravo:2\n/apigw/h")
            .refused(7002)
            .named("headers-in-the-order-of-the-list"),
        three
            .listing("X-Charlie,X-Alpha,X-Bravo")
            .signed("GET\n\nX-Alpha:1\nX-Bravo:2\nX-Charlie:3\n/apigw/h")
            .refused(7002)
            .named("names-in-the-text-as-they-are-listed"));
  }

  private static List<VectorRequest> absent() {
    VectorRequest one = VectorRequest.of("GET", "/apigw/h?a=1").header("X-User", "alice");
    return List.of(
        one.listing("X-Role,X-User")
            .signed("GET\n\nx-user:alice\n/apigw/h?a=1")
            .named("a-listed-header-that-is-absent-is-left-out"),
        VectorRequest.of("GET", "/apigw/h?a=1")
            .listing("X-Role,X-User")
            .signed("GET\n\n/apigw/h?a=1")
            .named("all-listed-headers-absent"),
        one.listing("X-Role,X-User")
            .signed("GET\n\nx-role:\nx-user:alice\n/apigw/h?a=1")
            .refused(7002)
            .named("a-listed-header-that-is-absent-signed-as-empty"),
        one.header("X-Role", "")
            .listing("X-Role,X-User")
            .signed("GET\n\nx-role:\nx-user:alice\n/apigw/h?a=1")
            .named("an-empty-value-keeps-its-line"),
        one.header("X-Role", "")
            .listing("X-Role,X-User")
            .signed("GET\n\nx-user:alice\n/apigw/h?a=1")
            .refused(7002)
            .named("an-empty-value-signed-as-absent"),
        one.signed("GET\n\n/apigw/h?a=1").named("no-list"),
        one.listing("").signed("GET\n\n/apigw/h?a=1").named("an-empty-list"),
        one.signed("GET\n\nx-user:alice\n/apigw/h?a=1")
            .refused(7002)
            .named("a-header-signed-that-no-list-names"),
        one.listing("")
            .signed("GET\n\n\n/apigw/h?a=1")
            .refused(7002)
            .named("a-line-for-an-empty-list"));
  }

  private static List<VectorRequest> values() {
    return List.of(
        value("inner-blanks-stay", "a  b   c", "a  b   c"),
        value("outer-blanks-are-no-part-of-a-value", "  padded  ", "padded"),
        value("a-value-with-colons", "a:b:c", "a:b:c"),
        value("a-value-with-commas", "a, b,c", "a, b,c"),
        value("a-value-in-quotation-marks", "\"a, b\"", "\"a, b\""),
        value("a-value-like-a-path", "/apigw/h?a=1", "/apigw/h?a=1"),
        value("a-value-like-a-line", "x-role:admin", "x-role:admin"),
        value("a-value-with-escapes", "a%20b+c%0A", "a%20b+c%0A"),
        value("a-value-with-its-case", "AbC", "AbC"),
        value("a-value-of-1000-characters", "v".repeat(1000), "v".repeat(1000)),
        value("a-value-in-utf-8", "\u5f20\u4e09", "\u5f20\u4e09")
            .refused(7001, 400)
            .acceptedWith(UTF_8),
        value("a-value-in-utf-8-of-two-bytes", "caf\u00e9", "caf\u00e9")
            .refused(7001, 400)
            .acceptedWith(UTF_8),
        value("a-value-in-utf-8-of-four-bytes", "\ud83d\ude00", "\ud83d\ude00")
            .refused(7001, 400)
            .acceptedWith(UTF_8),
        value("a-value-in-utf-8-signed-as-latin", "caf\u00e9", "caf\u00c3\u00a9")
            .refused(7001, 400),
        value("a-value-signed-with-its-outer-blanks", "  padded  ", "  padded  ").refused(7002),
        value("a-value-signed-in-another-case", "AbC", "abc").refused(7002),
        value("a-value-signed-behind-a-blank", "alice", " alice").refused(7002),
        VectorRequest.of("POST", "/apigw/h")
            .json("{}")
            .listing("Content-Type")
            .signed(
                "POST\n" + OpenSslDigests.md5("{}") + "\ncontent-type:application/json\n/apigw/h")
            .named("the-content-type-is-listed"),
        VectorRequest.of("GET", "/apigw/h")
            .header("X-Ca-Client-Ip", "192.0.2.7")
            .header("X-Ca-Request-Id", "8F1D3E0B-71E2-4D25-9D7A-5C3B1A8D2E40")
            .header("Accept", "application/json")
            .listing("X-Ca-Request-Id,X-Ca-Client-Ip,Accept")
            .signed(
                "GET\n\naccept:application/json\nx-ca-client-ip:192.0.2.7\n"
                    + "x-ca-request-id:8F1D3E0B-71E2-4D25-9D7A-5C3B1A8D2E40\n/apigw/h")
            .named("headers-that-the-gateway-adds"));
  }

  private static VectorRequest value(String name, String sent, String signed) {
    return VectorRequest.of("GET", "/apigw/h")
        .header("X-User", sent)
        .listing("X-User")
        .signed("GET\n\nx-user:" + signed + "\n/apigw/h")
        .named(name);
  }

  /** Nothing says what they were: the page of the scheme says so. */
  private static List<VectorRequest> unlisted() {
    VectorRequest sent =
        VectorRequest.of("GET", "/apigw/h")
            .header("X-User", "alice")
            .header("X-Trace", "1")
            .listing("X-User")
            .signed("GET\n\nx-user:alice\n/apigw/h");
    return List.of(
        sent.named("an-unlisted-header"),
        sent.changed("X-Trace", value -> "2").named("an-unlisted-header-changed"),
        sent.without("X-Trace").named("an-unlisted-header-removed"),
        sent.header("X-Trace", "2").named("an-unlisted-header-repeated"),
        sent.header("X-Other", "3").named("an-unlisted-header-added"));
  }
}
