package io.github.mgsjaxrs.apigatewayvectors;

import static io.github.mgsjaxrs.apigatewayvectors.OpenSslDigests.md5;
import static io.github.mgsjaxrs.apigatewayvectors.VectorRequest.KEY_ID;
import static io.github.mgsjaxrs.apigatewayvectors.VectorRequest.LIST;
import static io.github.mgsjaxrs.apigatewayvectors.VectorRequest.SIGNATURE;

import io.github.mgsjaxrs.apigatewayvectors.VectorRequest.Line;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** One payment as it was signed, and with one thing changed behind the gateway. */
final class ChangedCases {

  private static final String BODY = "{\"amount\":100}";

  private ChangedCases() {}

  static VectorRequest payment() {
    return VectorRequest.of("POST", "/apigw/pay?to=1")
        .json(BODY)
        .header("X-Tenant", "t-1")
        .header("X-User", "alice")
        .listing("X-Role,X-Tenant,X-User")
        .signed("POST\n" + md5(BODY) + "\nx-tenant:t-1\nx-user:alice\n/apigw/pay?to=1")
        .named("payment");
  }

  static List<VectorRequest> all() {
    return Stream.of(Stream.of(payment()), request(), headers(), lists(), ownHeaders())
        .flatMap(cases -> cases)
        .toList();
  }

  private static Stream<VectorRequest> request() {
    return Stream.of(
        mismatch("body-changed", sent -> sent.bytes("{\"amount\":900}")),
        mismatch("body-removed", sent -> sent.bytes("")),
        mismatch("body-extended", sent -> sent.bytes(BODY + " ")),
        mismatch("query-changed", sent -> sent.target("/apigw/pay?to=2")),
        mismatch("query-added", sent -> sent.target("/apigw/pay?to=1&admin=true")),
        mismatch("query-removed", sent -> sent.target("/apigw/pay")),
        mismatch("path-changed", sent -> sent.target("/apigw/pay2?to=1")),
        mismatch("path-in-another-case", sent -> sent.target("/apigw/Pay?to=1")),
        mismatch("path-escaped", sent -> sent.target("/apigw/%70ay?to=1")),
        mismatch("method-changed", sent -> sent.method("PUT")),
        mismatch(
            "json-sent-as-a-form",
            sent -> sent.changed("Content-Type", type -> "application/x-www-form-urlencoded")));
  }

  private static Stream<VectorRequest> headers() {
    return Stream.of(
        mismatch("listed-header-changed", sent -> sent.changed("X-User", value -> "mallory")),
        mismatch("listed-header-in-another-case", sent -> sent.changed("X-User", v -> "Alice")),
        mismatch("listed-header-extended", sent -> sent.changed("X-User", v -> "alice2")),
        mismatch("listed-header-cut-off", sent -> sent.changed("X-User", v -> "alic")),
        mismatch("listed-header-emptied", sent -> sent.changed("X-User", v -> "")),
        mismatch("listed-header-removed", sent -> sent.without("X-User")),
        mismatch("listed-header-that-was-absent-added", sent -> sent.header("X-Role", "admin")),
        mismatch("listed-header-that-was-absent-added-empty", sent -> sent.header("X-Role", "")),
        mismatch(
            "listed-header-renamed",
            sent ->
                sent.changedLines(
                    line ->
                        line.name().equals("X-User") ? new Line("X-Role", line.value()) : line)),
        mismatch(
            "values-of-two-listed-headers-exchanged",
            sent -> sent.changed("X-User", value -> "t-1").changed("X-Tenant", value -> "alice")),
        mismatch(
            "value-moved-into-another-header",
            sent -> sent.without("X-User").changed("X-Tenant", v -> "t-1 x-user:alice")),
        changed("listed-header-repeated", 7001, sent -> sent.header("X-User", "alice")),
        changed("listed-header-added-again", 7001, sent -> sent.header("X-User", "mallory")));
  }

  private static Stream<VectorRequest> lists() {
    return Stream.of(
        mismatch("name-removed-from-the-list", list("X-Role,X-Tenant")),
        mismatch(
            "name-and-header-removed",
            sent -> list("X-Role,X-Tenant").apply(sent).without("X-User")),
        mismatch("name-added-to-the-list", list("X-Role,X-Tenant,X-User,Content-Type")),
        mismatch("name-in-the-list-replaced", list("X-Role,X-Tenant,Content-Type")),
        mismatch("list-emptied", list("")),
        mismatch("list-removed", sent -> sent.without(LIST)),
        // nothing is lost or added by these
        changed("names-in-another-order", 0, list("X-User,X-Tenant,X-Role")),
        changed("absent-name-removed-from-the-list", 0, list("X-Tenant,X-User")),
        changed("absent-name-added-to-the-list", 0, list("X-Role,X-Tenant,X-User,X-Z")),
        changed("names-in-another-case", 0, list("x-role,x-tenant,x-user")));
  }

  private static UnaryOperator<VectorRequest> list(String other) {
    return sent -> sent.changed(LIST, list -> other);
  }

  private static Stream<VectorRequest> ownHeaders() {
    return Stream.of(
        changed("no-signature-header", 7014, sent -> sent.without(SIGNATURE)),
        changed("empty-signature-header", 7014, sent -> sent.changed(SIGNATURE, value -> "")),
        changed("no-key-header", 7001, sent -> sent.without(KEY_ID)),
        changed("empty-key-header", 7001, sent -> sent.changed(KEY_ID, value -> "")),
        changed("unknown-key", 7000, sent -> sent.changed(KEY_ID, value -> "nobody")),
        changed("key-in-another-case", 7000, sent -> sent.changed(KEY_ID, value -> "demokey1")),
        mismatch(
            "another-key-named",
            sent -> sent.changed(KEY_ID, value -> ApiGatewayVectorGenerator.OTHER_KEY)),
        changed("two-signature-headers", 7001, sent -> sent.header(SIGNATURE, "AAAA")),
        changed(
            "two-signature-headers-first-a-wrong-one",
            7001,
            sent -> {
              Line right =
                  sent.headers().stream()
                      .filter(line -> line.name().equals(SIGNATURE))
                      .findFirst()
                      .orElseThrow();
              return sent.changed(SIGNATURE, value -> "AAAA").header(SIGNATURE, right.value());
            }),
        changed("two-key-headers", 7001, sent -> sent.header(KEY_ID, "other")),
        changed(
            "two-key-headers-with-one-value", 7001, sent -> sent.header(KEY_ID, VectorRequest.KEY)),
        changed(
            "headers-of-mgs-alone",
            7014,
            sent ->
                sent.changedLines(
                    line -> new Line(line.name().replace("X-Ca-", "X-Mgs-"), line.value()))));
  }

  private static VectorRequest mismatch(String name, UnaryOperator<VectorRequest> change) {
    return changed(name, 7002, change);
  }

  private static VectorRequest changed(String name, int code, UnaryOperator<VectorRequest> change) {
    return change.apply(payment()).refused(code).named(name);
  }
}
