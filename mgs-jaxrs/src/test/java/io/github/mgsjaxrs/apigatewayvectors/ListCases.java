package io.github.mgsjaxrs.apigatewayvectors;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lists that can be read in two ways, or that name what no list may, each rightly signed. */
final class ListCases {

  private static final String ONE = "GET\n\nx-user:alice\n/apigw/list";

  private ListCases() {}

  static List<VectorRequest> all() {
    return Stream.of(accepted(), refused(), repeated()).flatMap(cases -> cases).toList();
  }

  /** The header of the key may be signed, and clients are known that do. */
  private static Stream<VectorRequest> accepted() {
    String longest = "x-" + "n".repeat(126);
    return Stream.of(
        list(
                "the-key-listed",
                "X-User," + VectorRequest.KEY_ID,
                "GET\n\nx-ca-proxy-signature-secret-key:DemoKey1\nx-user:alice\n/apigw/list")
            .refused(0),
        list("sixty-four-names", "X-User," + names(63), ONE).refused(0),
        VectorRequest.of("GET", "/apigw/list")
            .header(longest, "1")
            .listing(longest)
            .signed("GET\n\n" + longest + ":1\n/apigw/list")
            .named("a-name-of-128-characters"),
        VectorRequest.of("GET", "/apigw/list")
            .header("X.Y_Z!#$%&'*+-^`|~09", "1")
            .listing("X.Y_Z!#$%&'*+-^`|~09")
            .signed("GET\n\nx.y_z!#$%&'*+-^`|~09:1\n/apigw/list")
            .named("a-name-of-every-mark-that-a-token-may-have"));
  }

  private static String names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "X-H" + i).collect(Collectors.joining(","));
  }

  private static Stream<VectorRequest> refused() {
    return Stream.of(
        list("a-name-listed-twice", "X-User,X-User", ONE),
        list("a-name-listed-twice-in-two-cases", "X-User,x-user", ONE),
        list(
            "a-name-listed-and-signed-twice",
            "X-User,x-user",
            "GET\n\nx-user:alice\nx-user:alice\n/apigw/list"),
        list("an-absent-name-listed-twice", "X-User,X-Role,X-Role", ONE),
        list("the-signature-listed", "X-User," + VectorRequest.SIGNATURE, ONE),
        list(
            "the-list-listed",
            "X-User," + VectorRequest.LIST,
            "GET\n\nx-ca-proxy-signature-headers:X-User,X-Ca-Proxy-Signature-Headers\n"
                + "x-user:alice\n/apigw/list"),
        list("a-blank-inside-a-name", "X-User,X Role", ONE),
        list("a-colon-in-a-name", "X-User,X-Role:admin", ONE),
        list("a-slash-in-a-name", "X-User,/apigw", ONE),
        list("quotation-marks-around-a-name", "\"X-User\"", ONE),
        list("semicolons-between-names", "X-Role;X-User", ONE),
        list("a-name-that-is-no-ascii", "X-User,X-R\u00f6le", ONE),
        list("a-name-of-5000-characters", "X-User," + "x".repeat(5_000), ONE),
        list("a-thousand-names", "X-User," + names(1000), ONE),
        list("sixty-five-names", "X-User," + names(64), ONE),
        list("a-name-of-129-characters", "X-User," + "n".repeat(129), ONE),
        list("a-blank-behind-a-comma", "X-Role, X-User", ONE),
        list("a-blank-in-front-of-a-comma", "X-Role ,X-User", ONE),
        list("a-comma-at-the-start", ",X-User", ONE),
        list("a-comma-at-the-end", "X-User,", ONE),
        list("two-commas", "X-Role,,X-User", ONE),
        list("a-comma-alone", ",", "GET\n\n/apigw/list"));
  }

  private static VectorRequest list(String name, String list, String text) {
    return VectorRequest.of("GET", "/apigw/list")
        .header("X-User", "alice")
        .listing(list)
        .signed(text)
        .refused(7001, 400)
        .named(name);
  }

  private static Stream<VectorRequest> repeated() {
    VectorRequest sent =
        VectorRequest.of("GET", "/apigw/list")
            .header("X-Role", "reader")
            .header("X-User", "alice")
            .listing("X-User")
            .signed(ONE);
    VectorRequest both =
        VectorRequest.of("GET", "/apigw/list").header("X-User", "alice").listing("X-User");
    return Stream.of(
        sent.listing("X-User").refused(7001).named("two-lists-with-one-value"),
        sent.listing("X-Role").refused(7001).named("two-lists"),
        sent.without(VectorRequest.LIST)
            .listing("X-Role")
            .listing("X-User")
            .refused(7001)
            .named("two-lists-first-another-one"),
        sent.without(VectorRequest.LIST)
            .listing("X-Role")
            .listing("X-User")
            .without(VectorRequest.SIGNATURE)
            .without(VectorRequest.KEY_ID)
            .signed("GET\n\nx-role:reader\nx-user:alice\n/apigw/list")
            .refused(7001)
            .named("two-lists-that-are-signed-as-one"),
        sent.header("x-ca-proxy-signature-headers", "X-Role")
            .refused(7001)
            .named("two-lists-in-two-cases"),
        both.header("X-User", "bob")
            .signed("GET\n\nx-user:alice\n/apigw/list")
            .refused(7001)
            .named("a-listed-header-twice-the-first-one-signed"),
        both.header("X-User", "bob")
            .signed("GET\n\nx-user:bob\n/apigw/list")
            .refused(7001)
            .named("a-listed-header-twice-the-last-one-signed"),
        both.header("X-User", "alice")
            .signed(ONE)
            .refused(7001)
            .named("a-listed-header-twice-with-one-value"),
        both.header("x-user", "bob")
            .signed("GET\n\nx-user:alice\n/apigw/list")
            .refused(7001)
            .named("a-listed-header-twice-in-two-cases"),
        both.header("X-User", "bob")
            .signed("GET\n\nx-user:alice,bob\n/apigw/list")
            .refused(7001)
            .named("a-listed-header-twice-signed-as-joined"),
        both.header("X-User", "bob")
            .signed("GET\n\nx-user:alice\nx-user:bob\n/apigw/list")
            .refused(7001)
            .named("a-listed-header-twice-signed-as-two-lines"),
        both.header("X-User", "")
            .signed(ONE)
            .refused(7001)
            .named("a-listed-header-twice-the-second-one-empty"));
  }
}
