package io.github.mgsjaxrs.conformance.matrix;

import static io.github.mgsjaxrs.conformance.matrix.MatrixRow.Rule.OPEN;
import static io.github.mgsjaxrs.conformance.matrix.MatrixRow.Rule.PROTECTED;
import static io.github.mgsjaxrs.conformance.matrix.MatrixRow.Rule.REFUSED;
import static io.github.mgsjaxrs.conformance.matrix.MatrixRow.Rule.WHOLE_OR_REFUSED;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

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

/** Every way to take an entity: whole where the signature is right, and never taken otherwise. */
public abstract class EntityMatrix extends MatrixSuite {

  private static final String NAME = "entity";
  private static final int LARGE = 300_000;
  private static final String BOUNDARY = "----boundary-of-the-matrix";
  private static final List<String> VALUES = List.of("\u5f20\u4e09", "a&b=c d");

  private static final Framing LENGTH = new Framing.Length();
  private static final Framing CHUNKED = new Framing.Chunked(1000);

  /** The path below {@code matrix/entity}, and how that resource takes a body. */
  private static final Map<String, String> BODIES =
      sorted(
          "bytes", "byte[]",
          "reader", "Reader",
          "stage", "CompletionStage of byte[]",
          "stream", "InputStream",
          "streaming", "StreamingOutput that reads while it writes",
          "string", "String",
          "suspended", "suspended response to byte[]");

  private static final Map<String, String> FORMS =
      sorted(
          "form", "Form",
          "map", "MultivaluedMap",
          "param", "@FormParam",
          "param-stage", "@FormParam, CompletionStage",
          "param-suspended", "@FormParam, suspended response");

  /** For the runtime's own class. */
  protected EntityMatrix() {
    super(NAME);
  }

  @Override
  List<MatrixRow> rows(String base, MatrixProfile profile) {
    Rows rows = new Rows(base + "/matrix/");
    rows.addBodies();
    rows.addForms();
    rows.addOtherTypes();
    rows.addOpen();
    if (profile.has(OptionalPart.JSON)) {
      rows.addJson();
    }
    if (profile.has(OptionalPart.PARTS)) {
      rows.addParts();
      rows.addOtherBoundaries();
    }
    if (profile.has(OptionalPart.SERVLET)) {
      rows.addServlet();
    }
    return rows.list;
  }

  private record Rows(String root, List<MatrixRow> list) {

    Rows(String root) {
      this(root, new ArrayList<>());
    }

    void addBodies() {
      BODIES.forEach(
          (path, way) -> {
            for (int size : new int[] {100, LARGE}) {
              body(way, "entity/" + path, PROTECTED, size, LENGTH);
              body(way, "entity/" + path, PROTECTED, size, CHUNKED);
            }
            body(way, "entity/" + path, PROTECTED, 0, LENGTH);
            body(way, "entity/" + path, PROTECTED, 0, CHUNKED);
          });
      int tooMuch = SuiteKeys.BODY_LIMIT + 1;
      for (Framing framing : new Framing[] {LENGTH, CHUNKED}) {
        body("too large a byte[]", "entity/bytes", REFUSED, tooMuch, framing);
        body("too large an InputStream", "entity/stream", REFUSED, tooMuch, framing);
        body("too large for a CompletionStage", "entity/stage", REFUSED, tooMuch, framing);
      }
      byte[] body = "GET with a body".getBytes(UTF_8);
      add(
          "GET with a body",
          REFUSED,
          GatewayCall.to("GET", root + "entity/get").body("text/plain", body),
          LENGTH,
          Fingerprint.of(body));
    }

    void addForms() {
      FORMS.forEach(
          (path, way) -> {
            form(way, "forms/" + path, PROTECTED, 10, LENGTH);
            form(way, "forms/" + path, PROTECTED, 10, CHUNKED);
            form(way, "forms/" + path, PROTECTED, 30_000, LENGTH);
            form(way, "forms/" + path, PROTECTED, LARGE, LENGTH);
            form(way, "forms/" + path, PROTECTED, LARGE, CHUNKED);
          });
      FORMS.forEach(
          (path, way) ->
              add(
                  "form as " + way + ", empty" + told(CHUNKED),
                  PROTECTED,
                  GatewayCall.to("POST", root + "forms/" + path).query("q", "1").formCharset(UTF_8),
                  CHUNKED,
                  Fingerprint.of(List.of())));
      add(
          "multipart of no bytes, chunked",
          REFUSED,
          GatewayCall.to("POST", root + "entity/bytes")
              .body("multipart/form-data; boundary=" + BOUNDARY, new byte[0]),
          CHUNKED,
          Fingerprint.of(new byte[0]));
      add(
          "form as byte[]",
          PROTECTED,
          GatewayCall.to("POST", root + "forms/bytes").field("name", "1").field("other", "2"),
          LENGTH,
          Fingerprint.of("name=1&other=2".getBytes(UTF_8)));
    }

    void addOpen() {
      body("unprotected InputStream", "open-entity/stream", OPEN, 100, LENGTH);
      body("unprotected InputStream", "open-entity/stream", OPEN, LARGE, CHUNKED);
      form("unprotected @FormParam", "open-entity/param", OPEN, 10, LENGTH);
      form("unprotected @FormParam", "open-entity/param", OPEN, 30_000, CHUNKED);
    }

    void addJson() {
      for (int size : new int[] {100, LARGE}) {
        for (Framing framing : new Framing[] {LENGTH, CHUNKED}) {
          String name = "n".repeat(size);
          String json = "{\"name\":\"" + name + "\"}";
          add(
              "object from JSON, " + size + " bytes" + told(framing),
              PROTECTED,
              GatewayCall.to("POST", root + "json").body("application/json", json.getBytes(UTF_8)),
              framing,
              Fingerprint.of(List.of(name)));
        }
      }
    }

    void addParts() {
      for (int size : new int[] {100, LARGE}) {
        for (Framing framing : new Framing[] {LENGTH, CHUNKED}) {
          for (String path : new String[] {"list", "param"}) {
            String way = path.equals("list") ? "list of parts" : "part as @FormParam";
            add(
                way + ", " + size + " bytes" + told(framing),
                PROTECTED,
                multipart("parts/" + path, size),
                framing,
                Fingerprint.of(content(size)));
            add(
                way + ", behind an empty line, " + size + " bytes" + told(framing),
                PROTECTED,
                multipart("parts/" + path, "\r\n", size),
                framing,
                Fingerprint.of(content(size)));
          }
        }
      }
    }

    /** What is no part of a signature, and makes a form or parts of what was signed as bytes. */
    void addOtherTypes() {
      for (String type :
          List.of(
              "*/*",
              "application/*",
              "multipart/*; boundary=" + BOUNDARY,
              "*/form-data; x=multipart/form-data; boundary=" + BOUNDARY,
              "multipart /form-data; x=multipart/form-data; boundary=" + BOUNDARY,
              "text/plain; x=multipart/form-data; boundary=" + BOUNDARY,
              "multipart/related; start=\"<other>\"; boundary=" + BOUNDARY,
              "form-data",
              "a; boundary=" + BOUNDARY,
              "application/x-www-form-urlencodedX",
              "application/x-www-form-urlencoded2;charset=UTF-16",
              "application/x-www-form-urlencoded, text/plain",
              "text/x-www-form-urlencoded")) {
        add(
            "signed as bytes, sent as " + type,
            REFUSED,
            GatewayCall.to("POST", root + "entity/bytes").body(type, multipartBytes(100)),
            LENGTH,
            Fingerprint.of(multipartBytes(100)));
      }
    }

    /** What some readers take for the boundary, and others not; and the beginning of one. */
    void addOtherBoundaries() {
      for (String shorter : List.of("-", "--")) {
        for (String path : new String[] {"list", "param"}) {
          add(
              "parts by " + path + " with the boundary " + shorter,
              REFUSED,
              GatewayCall.to("POST", root + "parts/" + path)
                  .body("multipart/form-data; boundary=" + shorter, multipartBytes(100)),
              LENGTH,
              Fingerprint.of(content(100)));
        }
      }
      for (String other :
          List.of("; boundary(c)=C", "; boundary\u000b=C", "; boundary", "; x=\"; boundary=C\"")) {
        for (String path : new String[] {"list", "param"}) {
          add(
              "parts by " + path + " beside " + other.replace('\u000b', '|'),
              REFUSED,
              GatewayCall.to("POST", root + "parts/" + path)
                  .body("multipart/form-data; boundary=" + BOUNDARY + other, multipartBytes(100)),
              LENGTH,
              Fingerprint.of(content(100)));
        }
      }
    }

    void addServlet() {
      for (int size : new int[] {100, LARGE}) {
        body("stream of the servlet request", "servlet/stream", PROTECTED, size, LENGTH);
        body("stream of the servlet request", "servlet/stream", PROTECTED, size, CHUNKED);
        form("parameters of the servlet request", "servlet/parameter", PROTECTED, size, LENGTH);
      }
      for (int size : new int[] {0, 100}) {
        body("reader of the servlet request", "servlet/reader", PROTECTED, size, LENGTH);
        body("reader of the servlet request", "servlet/reader", PROTECTED, size, CHUNKED);
      }
      Header encoding = new Header("Matrix-Consume", "encoding");
      for (String path : new String[] {"param", "located"}) {
        add(
            "form by " + path + " after setCharacterEncoding()",
            WHOLE_OR_REFUSED,
            GatewayCall.to("POST", root + "forms/" + path)
                .query("q", "1")
                .formCharset(ISO_8859_1)
                .field("name", "\u00c3\u00a9")
                .field("other", "x"),
            LENGTH,
            Fingerprint.of(List.of("\u00c3\u00a9")));
        lastBehind(encoding);
      }
      Header parameter = new Header("Matrix-Consume", "parameter");
      FORMS.forEach(
          (path, way) -> {
            for (Framing framing : new Framing[] {LENGTH, CHUNKED}) {
              form(way + " after getParameter()", "forms/" + path, PROTECTED, 10, framing);
              lastBehind(parameter);
            }
          });
      form("@FormParam after getParameter()", "forms/param", PROTECTED, LARGE, LENGTH);
      lastBehind(parameter);
      form("unprotected @FormParam after getParameter()", "open-entity/param", OPEN, 10, LENGTH);
      lastBehind(parameter);
      body("byte[] after getParameter()", "entity/bytes", PROTECTED, LARGE, LENGTH);
      lastBehind(parameter);
      Header reader = new Header("Matrix-Consume", "reader");
      for (Framing framing : new Framing[] {LENGTH, CHUNKED}) {
        body("byte[] after somebody got the reader", "entity/bytes", PROTECTED, 100, framing);
        lastBehind(reader);
        form("@FormParam after somebody got the reader", "forms/param", PROTECTED, 10, framing);
        lastBehind(reader);
      }
      body("byte[] after somebody got the reader", "entity/bytes", PROTECTED, 0, LENGTH);
      lastBehind(reader);
      Header parts = new Header("Matrix-Consume", "parts");
      for (Framing framing : new Framing[] {LENGTH, CHUNKED}) {
        GatewayCall call = multipart("entity/bytes", 100);
        add(
            "multipart as byte[] after getParts()" + told(framing),
            WHOLE_OR_REFUSED,
            call,
            framing,
            Fingerprint.of(multipartBytes(100)));
        lastBehind(parts);
      }
      Header stream = new Header("Matrix-Consume", "stream");
      for (Framing framing : new Framing[] {LENGTH, CHUNKED}) {
        body("byte[] after somebody read the stream", "entity/bytes", REFUSED, 100, framing);
        lastBehind(stream);
        form("@FormParam after somebody read the stream", "forms/param", REFUSED, 10, framing);
        lastBehind(stream);
      }
    }

    private void body(String way, String path, Rule rule, int size, Framing framing) {
      byte[] body = content(size);
      add(
          way + ", " + size + " bytes" + told(framing),
          rule,
          GatewayCall.to("POST", root + path).query("q", "1").body("text/plain", body),
          framing,
          Fingerprint.of(body));
    }

    /** The filler comes last, so that every byte which a test changes there is signed. */
    private void form(String way, String path, Rule rule, int filler, Framing framing) {
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

    private GatewayCall multipart(String path, int size) {
      return multipart(path, "", size);
    }

    private GatewayCall multipart(String path, String preamble, int size) {
      return GatewayCall.to("POST", root + path)
          .body("multipart/form-data; boundary=" + BOUNDARY, multipartBytes(preamble, size));
    }

    private void add(String what, Rule rule, GatewayCall call, Framing framing, String answer) {
      list.add(
          new MatrixRow(
              NAME + ": " + what, rule, ticket -> MatrixCall.of(call, framing, key(), answer)));
    }

    /** Sends the last row with a header by which a filter in front consumes the entity. */
    private void lastBehind(Header header) {
      MatrixRow last = list.remove(list.size() - 1);
      list.add(
          new MatrixRow(
              last.name(), last.rule(), ticket -> last.call().apply(ticket).headers(header)));
    }
  }

  private static byte[] content(int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) ('a' + i % 26);
    }
    return bytes;
  }

  private static byte[] multipartBytes(int size) {
    return multipartBytes("", size);
  }

  private static byte[] multipartBytes(String preamble, int size) {
    String head =
        preamble
            + "--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\"name\"; filename=\"name.bin\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n";
    return (head + new String(content(size), UTF_8) + "\r\n--" + BOUNDARY + "--\r\n")
        .getBytes(UTF_8);
  }

  private static String told(Framing framing) {
    return framing instanceof Framing.Chunked ? ", chunked" : "";
  }

  private static GatewayKey key() {
    return SuiteKeys.of("MD5");
  }

  private static Map<String, String> sorted(String... pathsAndWays) {
    Map<String, String> sorted = new TreeMap<>();
    for (int i = 0; i < pathsAndWays.length; i += 2) {
      sorted.put(pathsAndWays[i], pathsAndWays[i + 1]);
    }
    return sorted;
  }
}
