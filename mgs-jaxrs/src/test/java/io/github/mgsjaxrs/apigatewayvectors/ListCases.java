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
    return Stream.concat(refused(), repeated()).toList();
  }

  private static Stream<VectorRequest> refused() {
    String many =
        IntStream.range(0, 1000).mapToObj(i -> "X-H" + i).collect(Collectors.joining(","));
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
        list("a-name-of-10000-characters", "X-User," + "x".repeat(10_000), ONE),
        list("a-thousand-names", "X-User," + many, ONE));
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
