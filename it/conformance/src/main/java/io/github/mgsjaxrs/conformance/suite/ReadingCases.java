package io.github.mgsjaxrs.conformance.suite;

import io.github.mgsjaxrs.conformance.wire.Header;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Every reading of {@link AmbiguousTargets}, each rightly signed. */
final class ReadingCases {

  private final String base;
  private final List<Reading> readings = new ArrayList<>();

  private ReadingCases(String base) {
    this.base = base;
  }

  static List<Reading> below(String base) {
    ReadingCases cases = new ReadingCases(base);
    cases.addHosts();
    cases.addTargets();
    cases.addTypes();
    return cases.readings;
  }

  private void addHosts() {
    String path = base + "/q";
    for (String host : AmbiguousTargets.HOSTS) {
      readings.add(
          Reading.of("Host: " + host, "GET", path, "a=1", List.of(new Header("Host", host))));
      RawRequest absolute = RawRequest.of("GET", "http://" + host + path + "?a=1");
      readings.add(Reading.signed("http://" + host, "GET", path, "a=1", absolute));
      readings.add(
          Reading.signed(
              "http://" + host + ", Host: h", "GET", path, "a=1", absolute.header("Host", "h")));
      readings.add(
          Reading.signed(
              "http://" + host + " without query",
              "GET",
              path,
              "",
              RawRequest.of("GET", "http://" + host + path)));
      for (String header : AmbiguousTargets.HEADERS) {
        readings.add(
            Reading.of(
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
      readings.add(
          Reading.of(
              "X-Forwarded-Proto: " + proto,
              "GET",
              path,
              "a=1",
              List.of(new Header("X-Forwarded-Proto", proto))));
      readings.add(
          Reading.of(
              "Forwarded: " + proto,
              "GET",
              path,
              "a=1",
              List.of(new Header("Forwarded", "proto=" + proto + ";host=\"h/evil?a=9#\""))));
    }
  }

  private void addTargets() {
    for (String path : AmbiguousTargets.PATHS) {
      String[] parts = (base + path).split("\\?", 2);
      readings.add(
          Reading.of(path, "GET", parts[0], parts.length < 2 ? "" : parts[1] + "a=1", List.of()));
      // what a server that cuts there may take for the path
      String cut = parts[0].replaceFirst("[;#].*", "");
      if (!cut.equals(parts[0])) {
        readings.add(
            Reading.signed(
                path + ", signed up to there",
                "GET",
                cut,
                "a=1",
                RawRequest.of("GET", parts[0] + "?a=1")));
      }
    }
    String path = base + "/q";
    for (String query : AmbiguousTargets.QUERIES) {
      readings.add(Reading.of("?" + query, "GET", path, query, List.of()));
      String cut = query.replaceFirst("#.*", "");
      if (!cut.equals(query)) {
        readings.add(
            Reading.signed(
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
      readings.add(Reading.of(count + " parameters", "GET", path, query, List.of()));
    }
  }

  private void addTypes() {
    String path = base + "/q";
    for (String type : AmbiguousTargets.TYPES) {
      for (String query : List.of("a=%E5%BC%A0", "a=1&a=%D5%C5", "%E5%BC%A0=1&b=%C3%A9")) {
        RawRequest request =
            RawRequest.of("POST", path + "?" + query)
                .header("Content-Type", type)
                .body("body".getBytes(StandardCharsets.US_ASCII));
        readings.add(Reading.signed("?" + query + " with " + type, "POST", path, query, request));
      }
    }
  }
}
