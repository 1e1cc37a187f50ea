package io.github.mgsjaxrs.conformance.matrix;

import static io.github.mgsjaxrs.conformance.matrix.MatrixRow.Rule.ANSWERED_BY_RUNTIME;
import static io.github.mgsjaxrs.conformance.matrix.MatrixRow.Rule.OPEN;
import static io.github.mgsjaxrs.conformance.matrix.MatrixRow.Rule.PREFLIGHT;
import static io.github.mgsjaxrs.conformance.matrix.MatrixRow.Rule.PROTECTED;
import static io.github.mgsjaxrs.conformance.matrix.MatrixRow.Rule.PROTECTED_OR_REFUSED;
import static io.github.mgsjaxrs.conformance.matrix.MatrixRow.Rule.PROTECTED_OR_REFUSED_BY_SERVER;
import static io.github.mgsjaxrs.conformance.matrix.MatrixRow.Rule.REFUSED;

import io.github.mgsjaxrs.conformance.matrix.MatrixRow.Rule;
import io.github.mgsjaxrs.conformance.matrix.resources.Reached;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Every place where a mark may stand, every way around it, and protection by path. */
public abstract class ProtectionMatrix extends MatrixSuite {

  private static final String NAME = "protection";
  private static final int BODY_SIZE = 5_000;
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT");

  private record Place(String what, String method, String path, Rule rule) {}

  private static final List<Place> MARKS =
      List.of(
          post("a mark on the method", "/on-method/marked"),
          post("a mark on the class", "/on-class"),
          place("a mark on the class", "PUT", "/on-class"),
          place("a mark on the class", "GET", "/on-class"),
          place("a mark on the class", "DELETE", "/on-class"),
          place("a mark on the class", "PATCH", "/on-class"),
          place("HEAD served by a marked GET", "HEAD", "/on-method/marked"),
          place("HEAD served by GET of a marked class", "HEAD", "/on-class"),
          place("a marked OPTIONS method", "OPTIONS", "/on-method/options"),
          new Place("automatic OPTIONS", "OPTIONS", "/matrix/on-class", PREFLIGHT),
          post("a CompletionStage", "/async/stage"),
          post("a suspended response", "/async/suspended"),
          post("a marked root above an unmarked sub-resource", "/on-root/sub"),
          post("a marked root above an unmarked sub-resource, deeper", "/on-root/sub/deep"),
          place("a marked root above an unmarked sub-resource", "GET", "/on-root/sub"),
          post("a marked locator", "/on-locator/sub"),
          post("a marked locator, deeper", "/on-locator/sub/deep"),
          post("a marked locator with a template", "/on-locator/7/item"),
          post("a marked locator with a template, deeper", "/on-locator/7/item/deep"),
          post("a marked locator that returns a class", "/on-class-locator/class"),
          post("a marked locator that returns a class, deeper", "/on-class-locator/class/deep"),
          post("a marked locator that returns Object", "/on-object-locator/object"),
          post("a marked sub-resource class", "/on-sub-class/sub"),
          post("a marked interface", "/of-interface"),
          post("a marked interface of a superclass", "/of-interface-of-superclass"),
          post("a marked interface method", "/of-interface-method/sub"),
          post("a marked interface method, declared anew", "/redeclared/sub"),
          post("a mark on the implementation alone", "/on-implementation"),
          post("a marked superclass", "/of-superclass"),
          post("a marked method of a superclass, overridden", "/of-super-method"),
          post("a marked method of a superclass, inherited", "/inherited-method"),
          post("a marked class that inherits its method", "/inherits-into-marked"),
          post("a marked method of a generic interface", "/of-generic-interface"),
          post("a marked method of a generic superclass", "/of-generic-superclass"),
          post("a marked locator of an interface", "/of-locator-interface/sub"),
          post("a marked locator of an interface, declared anew", "/redeclared-locator/sub"),
          post("a marked locator above another", "/nested-above/middle/sub"),
          post("a marked locator above another, deeper", "/nested-above/middle/sub/deep"),
          post("a marked locator below another", "/nested-below/7/middle/sub"),
          post("a marked locator below another, deeper", "/nested-below/7/middle/sub/deep"),
          post("a class that exempts another method", "/lifted/marked"),
          post("an exemption on an interface", "/lifted-by-interface"),
          post("both marks on one method", "/lifted-and-marked"),
          post("an exemption against a superclass", "/lifted-over-super"),
          post("an exemption below a marked locator", "/lifted-below-locator/sub"),
          post("an exemption below a marked root", "/lifted-below-root/sub"),
          post("a marked template beside an open path", "/template/7"),
          new Place("an unmarked method", "POST", "/matrix/on-method/plain", OPEN),
          new Place("an exempt method", "POST", "/matrix/lifted/open", OPEN),
          new Place("an open path beside a marked template", "POST", "/matrix/template/open", OPEN),
          new Place("an unmarked locator", "POST", "/matrix/open-locator/sub", OPEN));

  private static final List<Place> SPELLINGS =
      List.of(
          trick("matrix parameters on a method", "/matrix/on-method;a=b/marked;c=d"),
          trick("matrix parameters on a locator", "/matrix/on-locator;a=b/sub;c=d"),
          trick("matrix parameters on a template", "/matrix/on-locator/a;b=c/item"),
          trick(
              "matrix parameters on nested locators",
              "/matrix/nested-above/middle;a=/sub;b=/deep;c="),
          trick(
              "matrix parameters on a class locator",
              "/matrix/on-class-locator;a=b/class;c=d/deep"),
          trick("an encoded slash in a template", "/matrix/on-locator/a%2Fb/item"),
          trick("an encoded slash in a template, deeper", "/matrix/on-locator/a%2Fb/item/deep"),
          trick("an encoded slash in a nested template", "/matrix/nested-below/a%2Fb/middle/sub"),
          trick("an encoded slash below a class", "/matrix/on-class/a%2Fb"),
          trick("an escape in a literal", "/matrix/on-l%6Fcator/s%75b"),
          trick("an escape in a method's path", "/matrix/on-method/m%61rked"),
          trick("an escape beside an open path", "/matrix/template/%6Fpened"),
          trick("a trailing slash", "/matrix/on-method/marked/"),
          trick("a double slash", "/matrix/on-locator//sub"),
          trick("a dot segment", "/matrix/on-locator/./sub"),
          trick("a way through an open path", "/matrix/open/../on-method/marked"));

  private static final List<Place> SCOPE =
      List.of(
          post("path scope", "/api/x"),
          place("path scope", "GET", "/api/x"),
          place("path scope", "HEAD", "/api/x"),
          post("path scope above an exemption", "/api/unsigned"),
          post("path scope above a locator", "/api/sub/deep"),
          new Place(
              "path scope, automatic OPTIONS", "OPTIONS", "/matrix/api/x", ANSWERED_BY_RUNTIME),
          new Place(
              "path scope where nothing is", "POST", "/matrix/api/nothing", ANSWERED_BY_RUNTIME),
          new Place(
              "path scope where nothing is",
              "GET",
              "/matrix/api/nothing/at/all",
              ANSWERED_BY_RUNTIME),
          new Place("path scope, its exception", "POST", "/matrix/api/health", OPEN),
          new Place("path scope, beside it", "POST", "/matrix/open/x", OPEN),
          trick("path scope, an escape", "/matrix/%61pi/x"),
          trick("path scope, an escape in the middle", "/matrix/a%70i/x"),
          trick("path scope, a double slash at the start", "//matrix/api/x"),
          trick("path scope, a double slash before", "/matrix//api/x"),
          trick("path scope, a double slash after", "/matrix/api//x"),
          trick("path scope, a matrix parameter", "/matrix/api;a=1/x"),
          trick("path scope, an empty matrix parameter", "/matrix/api;/x"),
          trick("path scope, a matrix parameter before", "/matrix;a=1/api/x"),
          trick("path scope, a matrix parameter on the method", "/matrix/api/x;a=b"),
          trick("path scope, an escape in the method's path", "/matrix/api/%78"),
          trick("path scope, a dot segment after", "/matrix/api/%2e/x"),
          trick("path scope, a way by a matrix parameter", "/matrix/open/..;/api/x"),
          trick("path scope, a way by an encoded slash", "/matrix/open/..%2Fapi/x"),
          trick("path scope, its exception escaped and left", "/matrix/api/%68ealth/../x"),
          trick("path scope, a dot segment", "/matrix/./api/x"),
          trick("path scope, an escaped dot segment", "/matrix/%2e/api/x"),
          trick("path scope, a way through an open path", "/matrix/open/../api/x"),
          trick("path scope, an escaped way through an open path", "/matrix/open/%2e%2e/api/x"),
          trick("path scope, an encoded slash", "/matrix/api%2Fx"),
          trick("path scope, a way through its exception", "/matrix/api/health/../x"),
          trick("path scope, an escaped way through its exception", "/matrix/api/health/%2e%2e/x"),
          trick("path scope, a matrix parameter on its exception", "/matrix/api/health;a=b/../x"),
          trick("path scope, encoded slashes through its exception", "/matrix/api/health%2F..%2Fx"),
          post("path scope, an exact pattern", "/exact"),
          twoWays("path scope, an exact pattern and a nameless segment", "/matrix/exact/;/z"),
          twoWays("path scope, an exact pattern between nameless segments", "//matrix/exact/;/.."),
          trick("path scope, an exact pattern and an escaped semicolon", "/matrix/exact/%3B/z"),
          post("path scope, templates", "/wild/a/b"),
          twoWays("path scope, a nameless segment in front", "/;/matrix/wild/.."),
          twoWays("path scope, a nameless segment in between", "/matrix/;/wild/.."),
          twoWays("path scope, nameless segments and dots", "/matrix/;/wild/;/.."),
          twoWays("path scope, dots with a matrix parameter", "/matrix/;/wild/..;/one"),
          twoWays("path scope, escaped dots", "/matrix/;x/wild/%2e%2e"),
          twoWays("path scope, slashes and nameless segments", "/matrix//;/wild/%2e%2e;a/one"),
          twoWays("path scope, dots that are names to somebody", "/matrix/wild/x/../.."),
          twoWays(
              "path scope, many nameless segments",
              "/matrix" + "/;".repeat(20) + "/wild/x/../one"));

  private static final List<Place> CDI =
      List.of(
          post("a marked bean for all requests", "/cdi-application"),
          new Place(
              "an exempt method of a marked bean", "POST", "/matrix/cdi-application/open", OPEN),
          post("a marked method of a bean for one request", "/cdi-request"),
          post("a marked sub-resource behind a proxy", "/cdi-locators/class"),
          post("a marked locator that returns a proxy", "/cdi-locators/locator"));

  private static final List<Place> EJB =
      List.of(
          post("a marked session bean", "/stateless"),
          post("a marked method of a session bean", "/stateless/marked"));

  /** For the runtime's own class. */
  protected ProtectionMatrix() {
    super(NAME);
  }

  @Override
  List<MatrixRow> rows(String base, MatrixProfile profile) {
    List<MatrixRow> rows = new ArrayList<>();
    MARKS.forEach(place -> rows.add(row(base, place)));
    SPELLINGS.forEach(place -> rows.add(row(base, place)));
    SCOPE.forEach(place -> rows.add(row(base, place)));
    if (profile.has(OptionalPart.CDI)) {
      CDI.forEach(place -> rows.add(row(base, place)));
    }
    if (profile.has(OptionalPart.EJB)) {
      EJB.forEach(place -> rows.add(row(base, place)));
    }
    addMembers(rows, base);
    return rows;
  }

  private static void addMembers(List<MatrixRow> rows, String base) {
    String teamA = base + "/matrix/members/team-a";
    String strict = base + "/matrix/members/strict";
    String order = base + "/matrix/api/orders/7";
    GatewayKey any = key();
    rows.add(member("keys, an admitted key", PROTECTED, teamA, SuiteKeys.ofTeam(), false));
    rows.add(member("keys, another key", REFUSED, teamA, any, false));
    rows.add(member("coverage, all of it", PROTECTED, strict, any, false));
    rows.add(member("coverage, a second value", REFUSED, strict, any, true));
    rows.add(
        member("keys of a path, an admitted key", PROTECTED, order, SuiteKeys.ofTeam(), false));
    rows.add(member("keys of a path, another key", REFUSED, order, any, false));
  }

  private static MatrixRow member(
      String what, Rule rule, String path, GatewayKey key, boolean repeated) {
    return new MatrixRow(
        NAME + ": " + what,
        rule,
        ticket -> {
          GatewayCall call = GatewayCall.to("POST", path).query("a", "1");
          if (repeated) {
            call.query("a", "2");
          }
          String body = ticket + "-" + what;
          call.body("text/plain", body.getBytes(StandardCharsets.US_ASCII));
          return MatrixCall.of(call, new Framing.Length(), key, body);
        });
  }

  static MatrixRow row(
      String base, String matrix, String what, String method, String path, Rule rule) {
    return new MatrixRow(
        matrix + ": " + what + " (" + method + " " + path + ")",
        rule,
        ticket -> {
          if (!WITH_BODY.contains(method)) {
            return MatrixCall.of(
                GatewayCall.to(method, base + path).query(Reached.PARAMETER, ticket),
                new Framing.None(),
                key(),
                ticket);
          }
          String body = ticket + "-".repeat(BODY_SIZE);
          return MatrixCall.of(
              GatewayCall.to(method, base + path)
                  .body("text/plain", body.getBytes(StandardCharsets.US_ASCII)),
              new Framing.Length(),
              key(),
              body);
        });
  }

  private static MatrixRow row(String base, Place place) {
    return row(base, NAME, place.what(), place.method(), place.path(), place.rule());
  }

  private static Place post(String what, String path) {
    return place(what, "POST", path);
  }

  private static Place place(String what, String method, String path) {
    return new Place(what, method, "/matrix" + path, PROTECTED);
  }

  private static Place trick(String what, String path) {
    return new Place(what, "POST", path, PROTECTED_OR_REFUSED_BY_SERVER);
  }

  /**
   * A path that some would read otherwise than others: served as the protected one, or refused by
   * somebody.
   */
  private static Place twoWays(String what, String path) {
    return new Place(what, "POST", path, PROTECTED_OR_REFUSED);
  }

  private static GatewayKey key() {
    return SuiteKeys.of("SM3");
  }
}
