package io.github.mgsjaxrs.conformance.matrix;

import static io.github.mgsjaxrs.conformance.matrix.MatrixRow.Rule.PROTECTED;
import static io.github.mgsjaxrs.conformance.matrix.MatrixRow.Rule.PROTECTED_OR_REFUSED_BY_SERVER;
import static io.github.mgsjaxrs.conformance.matrix.MatrixRow.Rule.REFUSED;
import static io.github.mgsjaxrs.conformance.matrix.MatrixRow.Rule.WHOLE_OR_REFUSED;

import io.github.mgsjaxrs.conformance.matrix.MatrixRow.Rule;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.Header;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * Targets that runtimes alter before an application sees them. The signature is over the target as
 * it is sent; whether the application runs behind a proxy, and which headers a proxy adds, changes
 * nothing about it.
 */
public abstract class TargetMatrix extends MatrixSuite {

  private static final String NAME = "target";

  private record Target(String path, String query, String parameters, Rule rule) {}

  private static final List<Target> TARGETS =
      List.of(
          path("/%C3%A9", PROTECTED),
          path("/%c3%a9", PROTECTED),
          path("/%7e", PROTECTED),
          path("/%41", PROTECTED),
          path("/+", PROTECTED),
          path("/%2B", PROTECTED),
          path("/", PROTECTED),
          path("/a:b@c,d!e$f'g(h)*", PROTECTED),
          path(";m=1", PROTECTED),
          path("/x;m=1", PROTECTED),
          path("/x;m=1;n", PROTECTED),
          path("//x", PROTECTED_OR_REFUSED_BY_SERVER),
          path("/x//", PROTECTED_OR_REFUSED_BY_SERVER),
          path("/y/../x", PROTECTED_OR_REFUSED_BY_SERVER),
          path("/./x", PROTECTED_OR_REFUSED_BY_SERVER),
          path("/y/%2e%2e/x", PROTECTED_OR_REFUSED_BY_SERVER),
          path("/a%2Fb", PROTECTED_OR_REFUSED_BY_SERVER),
          path("/a%2fb", PROTECTED_OR_REFUSED_BY_SERVER),
          path("/a%5Cb", PROTECTED_OR_REFUSED_BY_SERVER),
          path("/a%3Bb", PROTECTED_OR_REFUSED_BY_SERVER),
          path("/a%3Fb", PROTECTED_OR_REFUSED_BY_SERVER),
          path("/a%25b", PROTECTED_OR_REFUSED_BY_SERVER),
          path("/a%20b", PROTECTED_OR_REFUSED_BY_SERVER),
          path("/a|b", PROTECTED_OR_REFUSED_BY_SERVER),
          path("/\u00e9", WHOLE_OR_REFUSED),
          query("", ""),
          query("a", "a="),
          query("a=", "a="),
          query("b=2&a=1&b=3", "a=1&b=2"),
          query("b=1&A=2", "A=2&b=1"),
          query("q=%E5%BC%A0+%2B%26%3D", "q=\u5f20 +&="),
          query("q=%e5%bc%a0", "q=\u5f20"),
          query("%71=%7e", "q=~"),
          query("a=b=c", "a=b=c"),
          query("u=http://h/p?q", "u=http://h/p?q"),
          query("u=http%3A%2F%2Fh%2Fp%3Fq", "u=http://h/p?q"),
          query("a=b%3Bc=d", "a=b;c=d"),
          query("a=b;c=d", "a=b;c=d"),
          query("a=" + "x".repeat(2000), "a=" + "x".repeat(2000)),
          wild("a=|", "a=|"),
          wild("a={}", "a={}"),
          wild("a=^", "a=^"),
          wild("a=\"", "a=\""),
          wild("a=<>", "a=<>"),
          wild("a=[0]", "a=[0]"),
          wild("a=\\", "a=\\"),
          new Target("/x", "a=%zz", "a=%zz", REFUSED),
          new Target("/x", "a=%", "a=%", REFUSED),
          new Target("/x", "a=%C3%28", "a=\u00c3(", REFUSED));

  private static final List<Header> FORWARDED =
      List.of(
          new Header("X-Forwarded-Prefix", "/prefix"),
          new Header("X-Forwarded-Path", "/prefix"),
          new Header("X-Forwarded-Uri", "/prefix/matrix/target/x"),
          new Header("X-Forwarded-Host", "gateway.example"),
          new Header("X-Forwarded-Proto", "https"),
          new Header("X-Forwarded-Port", "8443"),
          new Header("X-Forwarded-For", "192.0.2.1"),
          new Header("Forwarded", "for=192.0.2.1;host=gateway.example;proto=https"),
          new Header("X-Original-URL", "/prefix/matrix/target/x"),
          new Header("X-Rewrite-URL", "/prefix/matrix/target/x"));

  /** For the runtime's own class. */
  protected TargetMatrix() {
    super(NAME);
  }

  @Override
  List<MatrixRow> rows(String base, MatrixProfile profile) {
    List<MatrixRow> rows = new ArrayList<>();
    for (Target target : TARGETS) {
      String path = base + "/matrix/target" + target.path();
      String text = target.parameters().isEmpty() ? "" : "?" + target.parameters();
      rows.add(
          new MatrixRow(
              NAME + ": " + shortened("/matrix/target" + target.path() + "?" + target.query()),
              target.rule(),
              ticket -> call(path + "?" + target.query(), path + text, ticket)));
    }
    for (Header header : FORWARDED) {
      String path = base + "/matrix/target/x";
      rows.add(
          new MatrixRow(
              NAME + ": " + header.name() + " changes nothing",
              PROTECTED,
              ticket -> call(path + "?a=1", path + "?a=1", ticket).headers(header)));
      rows.add(
          new MatrixRow(
              NAME + ": a signature over what " + header.name() + " tells",
              REFUSED,
              ticket -> call(path + "?a=1", "/prefix" + path + "?a=1", ticket).headers(header)));
    }
    return rows;
  }

  private static MatrixCall call(String target, String url, String ticket) {
    return new MatrixCall(
        RawRequest.of("GET", target),
        new Framing.None(),
        () -> "GET\n\n" + url,
        SuiteKeys.of("MD5"),
        ticket);
  }

  private static Target path(String below, Rule rule) {
    return new Target(below, "a=1", "a=1", rule);
  }

  private static Target query(String query, String parameters) {
    return new Target("/x", query, parameters, PROTECTED);
  }

  private static Target wild(String query, String parameters) {
    return new Target("/x", query, parameters, PROTECTED_OR_REFUSED_BY_SERVER);
  }

  private static String shortened(String target) {
    return target.length() <= 80 ? target : target.substring(0, 40) + "… (" + target.length() + ")";
  }
}
