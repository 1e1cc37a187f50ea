package io.github.mgsjaxrs.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.openssl.OpenSsl;
import io.github.mgsjaxrs.conformance.report.MatrixReport;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Header;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Rightly signed requests in whose unsigned parts, or spelling, somebody may read another target.
 * Each may be refused; what is served has to be what was signed, to everybody who may be asked for
 * it.
 */
public abstract class ReadingsSuite {

  private static final String NAME = "readings";

  private static final GatewayKey KEY = SuiteKeys.of("MD5");

  /** What a server that makes its URL of the host may take for path and query. */
  private static final List<String> HOSTS =
      List.of(
          "h",
          "h/",
          "h/evil",
          "h/evil/",
          "h/evil?",
          "h/evil#",
          "h/evil?z=9#",
          "h/evil?a=9&z=",
          "h?a=9",
          "h?a=9&z=",
          "h?z=",
          "h#",
          "h?",
          "h:1/evil#",
          "h;evil",
          "h/;",
          "h\\evil",
          "u@h/evil#",
          "h%2Fevil",
          "[::1]/evil#",
          "127.0.0.1/refund/99?amount=100&z=",
          "//h/evil#");

  private static final List<String> HEADERS =
      List.of(
          "X-Forwarded-Host",
          "X-Forwarded-Server",
          "X-Forwarded-Prefix",
          "X-Forwarded-Path",
          "X-Forwarded-Context",
          "X-Original-Host",
          "X-Original-URL",
          "X-Rewrite-URL",
          "$WSSN",
          "$WSPR",
          "$WSSC");

  private static final List<String> PATHS =
      List.of(
          "/q;jsessionid=1",
          "/q;jsessionid=1/evil",
          "/q;jsessionid=1/evil/deeper",
          "/;jsessionid=1/q",
          "/q;JSESSIONID=1/evil",
          "/q%3Bjsessionid=1/evil",
          "/q;x=1/evil",
          "/q#/evil",
          "/q//evil",
          "/q/./evil",
          "/q/x/../evil",
          "/q%2Fevil",
          "/q%23/evil",
          "/q%3Fa=9",
          "/%71",
          "/q/",
          "/q?",
          "/q??",
          "/q.json",
          "/q\\evil");

  /** Queries on a path that is as it should be. */
  private static final List<String> QUERIES =
      List.of(
          "a=1&b=2",
          "a=1&a=2&b=2",
          "b=2&a=2&a=1",
          "?a=1&b=2",
          "??a=1",
          "?&a=1",
          "?=z&=a=9&a=1&b=2",
          "a=1&=b=5",
          "=a&a=1",
          "=a&=a",
          "a=&a=1",
          "=a&a=&a=1",
          "=",
          "&",
          "&&a=1&&b=2&&",
          "&z&a=1",
          "?&=z&a=1",
          "a&b",
          "a=&b=",
          "a&a=1",
          "a=1&a",
          "a==1",
          "a=1=2",
          "a=1;b=2",
          "a;b=1",
          "a=1%3Bb=2",
          "a=1&A=2",
          "A=1&a=2",
          "a=1&A=1",
          "%61=1&b=2",
          "a=1&%61=2",
          "%61=2&a=1",
          "a%3D=1",
          "a=%26b",
          "a=1%26b=2",
          "a=+&b=%2B",
          "+a=1",
          "a+b=1",
          "a%2Bb=1",
          "a=%20",
          "a=%00",
          "a=%0A&b=%0D%0A",
          "a=%25",
          "a=%2525",
          "a=%E5%BC%A0",
          "a=%e5%bc%a0",
          "%E5%BC%A0=1",
          "a=%C2%80",
          "a=%F0%9F%98%80",
          "a=%EF%BB%BF1",
          "a=%EF%BF%BD",
          "a=%C0%80",
          "a=%ED%A0%80",
          "a=%FF",
          "a=%zz",
          "a=%",
          "a=%u0031",
          "a[]=1&a[]=2",
          "a[0]=1",
          "a.b=1",
          "a=1#",
          "a=1&a=#&b=2",
          "a=1&b=2#&c=3",
          "#a=1",
          "a=http://h/p?q=1",
          "a=/../evil",
          "a=1/evil",
          "a='1'",
          "a=*",
          "a=(1)",
          "a=1,2",
          "a=1&b=2&c=3&d=4&e=5&f=6&g=7&h=8",
          "_method=DELETE",
          "jsessionid=1&a=1",
          "a=1;jsessionid=2");

  private static final List<String> TYPES =
      List.of(
          "text/plain",
          "text/plain;charset=GBK",
          "text/plain;charset=UTF-16",
          "text/plain;charset=ISO-8859-1",
          "application/json;charset=GBK",
          "application/octet-stream");

  private record Case(String name, String method, String path, String query, RawRequest sent) {}

  /** For the runtime's own class. */
  protected ReadingsSuite() {}

  /**
   * Where the application listens.
   *
   * @return the endpoint
   */
  protected abstract Endpoint endpoint();

  /**
   * Names the runtime in the table of all of them.
   *
   * @return its name, or "" for a second run that shall not be in the table
   */
  protected String runtime() {
    return "";
  }

  @TestFactory
  Stream<DynamicTest> servesWhatWasSignedHoweverItCouldBeRead() {
    List<Case> cases = new ArrayList<>();
    addHosts(cases);
    addTargets(cases);
    addTypes(cases);
    MatrixReport report = new MatrixReport(runtime(), NAME, cases.size());
    return cases.stream()
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> check(each, report)));
  }

  private void addHosts(List<Case> cases) {
    String path = endpoint().base() + "/q";
    for (String host : HOSTS) {
      cases.add(of("Host: " + host, "GET", path, "a=1", List.of(new Header("Host", host))));
      RawRequest absolute = RawRequest.of("GET", "http://" + host + path + "?a=1");
      cases.add(signed("http://" + host, "GET", path, "a=1", absolute));
      cases.add(
          signed("http://" + host + ", Host: h", "GET", path, "a=1", absolute.header("Host", "h")));
      cases.add(
          signed(
              "http://" + host + " without query",
              "GET",
              path,
              "",
              RawRequest.of("GET", "http://" + host + path)));
      for (String header : HEADERS) {
        cases.add(
            of(
                header + ": " + host,
                "GET",
                path,
                "a=1",
                List.of(
                    new Header(header, host.startsWith("h") ? host : "/" + host),
                    new Header("X-Forwarded-Proto", "http"))));
      }
    }
    for (String proto : List.of("http://h/evil#", "https://h/evil?a=9&z=", "x", "http:")) {
      cases.add(
          of(
              "X-Forwarded-Proto: " + proto,
              "GET",
              path,
              "a=1",
              List.of(new Header("X-Forwarded-Proto", proto))));
      cases.add(
          of(
              "Forwarded: " + proto,
              "GET",
              path,
              "a=1",
              List.of(new Header("Forwarded", "proto=" + proto + ";host=\"h/evil?a=9#\""))));
    }
  }

  private void addTargets(List<Case> cases) {
    for (String path : PATHS) {
      String[] parts = (endpoint().base() + path).split("\\?", 2);
      cases.add(of(path, "GET", parts[0], parts.length < 2 ? "" : parts[1] + "a=1", List.of()));
      // what a server that cuts there may take for the path
      String cut = parts[0].replaceFirst("[;#].*", "");
      if (!cut.equals(parts[0])) {
        cases.add(
            signed(
                path + ", signed up to there",
                "GET",
                cut,
                "a=1",
                RawRequest.of("GET", parts[0] + "?a=1")));
      }
    }
    String path = endpoint().base() + "/q";
    for (String query : QUERIES) {
      cases.add(of("?" + query, "GET", path, query, List.of()));
      String cut = query.replaceFirst("#.*", "");
      if (!cut.equals(query)) {
        cases.add(
            signed(
                "?" + query + ", signed up to there",
                "GET",
                path,
                cut,
                RawRequest.of("GET", path + "?" + query)));
      }
    }
    for (int count : List.of(32, 256, 999, 1000)) {
      String query =
          IntStream.range(0, count).mapToObj(i -> "p" + i + "=1").collect(Collectors.joining("&"));
      cases.add(of(count + " parameters", "GET", path, query, List.of()));
    }
  }

  private void addTypes(List<Case> cases) {
    String path = endpoint().base() + "/q";
    for (String type : TYPES) {
      for (String query : List.of("a=%E5%BC%A0", "a=1&a=%D5%C5", "%E5%BC%A0=1&b=%C3%A9")) {
        RawRequest request =
            RawRequest.of("POST", path + "?" + query)
                .header("Content-Type", type)
                .body("body".getBytes(StandardCharsets.US_ASCII));
        cases.add(signed("?" + query + " with " + type, "POST", path, query, request));
      }
    }
  }

  private static Case of(
      String name, String method, String path, String query, List<Header> headers) {
    String target = query.isEmpty() ? path : path + "?" + query;
    return signed(name, method, path, query, RawRequest.of(method, target).headers(headers));
  }

  private static Case signed(
      String name, String method, String path, String query, RawRequest request) {
    String md5 = request.body().length == 0 ? "" : OpenSsl.contentMd5(request.body());
    String text = method + "\n" + md5 + "\n" + path + parameters(query);
    return new Case(
        name,
        method,
        path,
        query,
        request
            .header(GatewayCall.SIGNATURE, OpenSsl.sign(KEY, text))
            .header(GatewayCall.KEY_ID, KEY.id()));
  }

  private static String parameters(String query) {
    Map<String, List<String>> sorted;
    try {
      sorted = new TreeMap<>(Seen.parameters(query));
    } catch (IllegalArgumentException broken) {
      return "?" + query; // it is refused whatever is signed
    }
    return sorted.isEmpty()
        ? ""
        : sorted.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue().get(0))
            .collect(Collectors.joining("&", "?", ""));
  }

  /** Some match, and show, paths without matrix parameters, dots or empty segments. */
  private static Seen resolved(Seen seen) {
    List<String> segments = new ArrayList<>();
    for (String segment : seen.path().split("/")) {
      String plain = URLDecoder.decode(segment.replaceFirst(";.*", ""), StandardCharsets.UTF_8);
      if (plain.equals("..")) {
        segments.remove(segments.size() - 1);
      } else if (!plain.isEmpty() && !plain.equals(".")) {
        segments.add(plain);
      }
    }
    return seen.at("/" + String.join("/", segments));
  }

  private void check(Case each, MatrixReport report) {
    Exchange exchange = Exchange.of(endpoint(), each.sent());
    int status = exchange.response().status();
    boolean served = !endpoint().called(exchange.ticket()).isEmpty();
    if (served && status == 200) {
      RawRequest plain =
          each.sent()
              .target(each.query().isEmpty() ? each.path() : each.path() + "?" + each.query());
      assertThat(resolved(Seen.in(exchange.response())))
          .as("%s", each.sent())
          .isEqualTo(resolved(Seen.of(plain, KEY)));
      report.add(NAME + ": " + each.name(), MatrixReport.Outcome.HOLDS, "");
      return;
    }
    // a server may find something else of its own at what it takes for the path
    assertThat(served).as("%s\n%s", each.sent(), exchange.response()).isFalse();
    boolean ours = exchange.response().header("Content-Type").orElse("").contains("problem+json");
    report.add(
        NAME + ": " + each.name(),
        ours ? MatrixReport.Outcome.CANNOT_HOLD : MatrixReport.Outcome.REFUSED_BY_SERVER,
        ours ? "refused" : "");
  }
}
