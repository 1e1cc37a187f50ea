package io.github.mgsjaxrs.conformance.matrix;

import static io.github.mgsjaxrs.conformance.matrix.EntityRows.CHUNKED;
import static io.github.mgsjaxrs.conformance.matrix.EntityRows.FORMS;
import static io.github.mgsjaxrs.conformance.matrix.EntityRows.LARGE;
import static io.github.mgsjaxrs.conformance.matrix.EntityRows.LENGTH;
import static io.github.mgsjaxrs.conformance.matrix.MatrixRow.Rule.OPEN;
import static io.github.mgsjaxrs.conformance.matrix.MatrixRow.Rule.PROTECTED;
import static io.github.mgsjaxrs.conformance.matrix.MatrixRow.Rule.REFUSED;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.conformance.matrix.resources.Fingerprint;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.wire.Framing;
import java.util.List;
import java.util.Map;

/**
 * Entities of one piece: texts, bytes, forms and objects, and what is too large, or not protected.
 */
final class WholeEntities {

  /** The path below {@code matrix/entity}, and how that resource takes a body. */
  private static final Map<String, String> BODIES =
      EntityRows.sorted(
          "bytes", "byte[]",
          "reader", "Reader",
          "stage", "CompletionStage of byte[]",
          "stream", "InputStream",
          "streaming", "StreamingOutput that reads while it writes",
          "string", "String",
          "suspended", "suspended response to byte[]");

  private final EntityRows rows;

  WholeEntities(EntityRows rows) {
    this.rows = rows;
  }

  void addBodies() {
    BODIES.forEach(
        (path, way) -> {
          for (int size : new int[] {100, LARGE}) {
            rows.body(way, "entity/" + path, PROTECTED, size, LENGTH);
            rows.body(way, "entity/" + path, PROTECTED, size, CHUNKED);
          }
          rows.body(way, "entity/" + path, PROTECTED, 0, LENGTH);
          rows.body(way, "entity/" + path, PROTECTED, 0, CHUNKED);
        });
    int tooMuch = SuiteKeys.BODY_LIMIT + 1;
    for (Framing framing : new Framing[] {LENGTH, CHUNKED}) {
      rows.body("too large a byte[]", "entity/bytes", REFUSED, tooMuch, framing);
      rows.body("too large an InputStream", "entity/stream", REFUSED, tooMuch, framing);
      rows.body("too large for a CompletionStage", "entity/stage", REFUSED, tooMuch, framing);
    }
    byte[] body = "GET with a body".getBytes(UTF_8);
    rows.add(
        "GET with a body",
        REFUSED,
        GatewayCall.to("GET", rows.root() + "entity/get").body("text/plain", body),
        LENGTH,
        Fingerprint.of(body));
  }

  void addForms() {
    FORMS.forEach(
        (path, way) -> {
          rows.form(way, "forms/" + path, PROTECTED, 10, LENGTH);
          rows.form(way, "forms/" + path, PROTECTED, 10, CHUNKED);
          rows.form(way, "forms/" + path, PROTECTED, 30_000, LENGTH);
          rows.form(way, "forms/" + path, PROTECTED, LARGE, LENGTH);
          rows.form(way, "forms/" + path, PROTECTED, LARGE, CHUNKED);
        });
    FORMS.forEach(
        (path, way) ->
            rows.add(
                "form as " + way + ", empty" + EntityRows.told(CHUNKED),
                PROTECTED,
                GatewayCall.to("POST", rows.root() + "forms/" + path)
                    .query("q", "1")
                    .formCharset(UTF_8),
                CHUNKED,
                Fingerprint.of(List.of())));
    rows.add(
        "multipart of no bytes, chunked",
        REFUSED,
        GatewayCall.to("POST", rows.root() + "entity/bytes")
            .body("multipart/form-data; boundary=" + MultipartEntities.BOUNDARY, new byte[0]),
        CHUNKED,
        Fingerprint.of(new byte[0]));
    rows.add(
        "form as byte[]",
        PROTECTED,
        GatewayCall.to("POST", rows.root() + "forms/bytes").field("name", "1").field("other", "2"),
        LENGTH,
        Fingerprint.of("name=1&other=2".getBytes(UTF_8)));
  }

  void addOpen() {
    rows.body("unprotected InputStream", "open-entity/stream", OPEN, 100, LENGTH);
    rows.body("unprotected InputStream", "open-entity/stream", OPEN, LARGE, CHUNKED);
    rows.form("unprotected @FormParam", "open-entity/param", OPEN, 10, LENGTH);
    rows.form("unprotected @FormParam", "open-entity/param", OPEN, 30_000, CHUNKED);
  }

  void addJson() {
    for (int size : new int[] {100, LARGE}) {
      for (Framing framing : new Framing[] {LENGTH, CHUNKED}) {
        String name = "n".repeat(size);
        String json = "{\"name\":\"" + name + "\"}";
        rows.add(
            "object from JSON, " + size + " bytes" + EntityRows.told(framing),
            PROTECTED,
            GatewayCall.to("POST", rows.root() + "json")
                .body("application/json", json.getBytes(UTF_8)),
            framing,
            Fingerprint.of(List.of(name)));
      }
    }
  }
}
