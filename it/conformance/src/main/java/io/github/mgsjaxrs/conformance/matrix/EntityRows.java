package io.github.mgsjaxrs.conformance.matrix;

import io.github.mgsjaxrs.conformance.matrix.MatrixRow.Rule;
import io.github.mgsjaxrs.conformance.matrix.resources.Fingerprint;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rows of {@link EntityMatrix}, as they come: a way to take an entity, and what is sent to it. */
record EntityRows(String root, List<MatrixRow> list) {

  static final String NAME = "entity";
  static final int LARGE = 300_000;

  static final Framing LENGTH = new Framing.Length();
  static final Framing CHUNKED = new Framing.Chunked(1000);

  /** The path below {@code matrix/forms}, and how that resource takes a form. */
  static final Map<String, String> FORMS =
      sorted(
          "form", "Form",
          "map", "MultivaluedMap",
          "param", "@FormParam",
          "param-stage", "@FormParam, CompletionStage",
          "param-suspended", "@FormParam, suspended response");

  private static final List<String> VALUES = List.of("\u5f20\u4e09", "a&b=c d");

  EntityRows(String root) {
    this(root, new ArrayList<>());
  }

  void body(String way, String path, Rule rule, int size, Framing framing) {
    byte[] body = content(size);
    add(
        way + ", " + size + " bytes" + told(framing),
        rule,
        GatewayCall.to("POST", root + path).query("q", "1").body("text/plain", body),
        framing,
        Fingerprint.of(body));
  }

  /** The filler comes last, so that every byte which a test changes there is signed. */
  void form(String way, String path, Rule rule, int filler, Framing framing) {
    GatewayCall call = GatewayCall.to("POST", root + path);
    VALUES.forEach(value -> call.field("name", value));
    call.field("other", "x".repeat(filler));
    add(
        "form as " + way + ", " + filler + " bytes" + told(framing),
        rule,
        call,
        framing,
        Fingerprint.of(VALUES));
  }

  void add(String what, Rule rule, GatewayCall call, Framing framing, String answer) {
    list.add(
        new MatrixRow(
            NAME + ": " + what, rule, ticket -> MatrixCall.of(call, framing, key(), answer)));
  }

  /** Sends the last row with a header by which a filter in front consumes the entity. */
  void lastBehind(Header header) {
    MatrixRow last = list.remove(list.size() - 1);
    list.add(
        new MatrixRow(
            last.name(), last.rule(), ticket -> last.call().apply(ticket).headers(header)));
  }

  static byte[] content(int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) ('a' + i % 26);
    }
    return bytes;
  }

  static String told(Framing framing) {
    return framing instanceof Framing.Chunked ? ", chunked" : "";
  }

  private static GatewayKey key() {
    return SuiteKeys.of("MD5");
  }

  /** Paths and ways, in turn. */
  static Map<String, String> sorted(String... pathsAndWays) {
    Map<String, String> sorted = new TreeMap<>();
    for (int i = 0; i < pathsAndWays.length; i += 2) {
      sorted.put(pathsAndWays[i], pathsAndWays[i + 1]);
    }
    return sorted;
  }
}
