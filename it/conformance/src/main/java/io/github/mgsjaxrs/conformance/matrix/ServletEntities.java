package io.github.mgsjaxrs.conformance.matrix;

import static io.github.mgsjaxrs.conformance.matrix.EntityRows.CHUNKED;
import static io.github.mgsjaxrs.conformance.matrix.EntityRows.FORMS;
import static io.github.mgsjaxrs.conformance.matrix.EntityRows.LARGE;
import static io.github.mgsjaxrs.conformance.matrix.EntityRows.LENGTH;
import static io.github.mgsjaxrs.conformance.matrix.MatrixRow.Rule.OPEN;
import static io.github.mgsjaxrs.conformance.matrix.MatrixRow.Rule.PROTECTED;
import static io.github.mgsjaxrs.conformance.matrix.MatrixRow.Rule.REFUSED;
import static io.github.mgsjaxrs.conformance.matrix.MatrixRow.Rule.WHOLE_OR_REFUSED;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.mgsjaxrs.conformance.matrix.resources.Fingerprint;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.Header;
import java.util.List;

/** Entities that a servlet takes, or that a filter in front of the resource has taken before. */
final class ServletEntities {

  private final EntityRows rows;
  private final MultipartEntities multipart;

  ServletEntities(EntityRows rows, MultipartEntities multipart) {
    this.rows = rows;
    this.multipart = multipart;
  }

  void add() {
    ofTheRequest();
    afterAnEncoding();
    afterAParameter();
    afterTheReader();
    afterTheParts();
    afterTheStream();
  }

  private void ofTheRequest() {
    for (int size : new int[] {100, LARGE}) {
      rows.body("stream of the servlet request", "servlet/stream", PROTECTED, size, LENGTH);
      rows.body("stream of the servlet request", "servlet/stream", PROTECTED, size, CHUNKED);
      rows.form("parameters of the servlet request", "servlet/parameter", PROTECTED, size, LENGTH);
    }
    for (int size : new int[] {0, 100}) {
      rows.body("reader of the servlet request", "servlet/reader", PROTECTED, size, LENGTH);
      rows.body("reader of the servlet request", "servlet/reader", PROTECTED, size, CHUNKED);
    }
  }

  private void afterAnEncoding() {
    Header encoding = new Header("Matrix-Consume", "encoding");
    for (String path : new String[] {"param", "located"}) {
      rows.add(
          "form by " + path + " after setCharacterEncoding()",
          WHOLE_OR_REFUSED,
          GatewayCall.to("POST", rows.root() + "forms/" + path)
              .query("q", "1")
              .formCharset(ISO_8859_1)
              .field("name", "\u00c3\u00a9")
              .field("other", "x"),
          LENGTH,
          Fingerprint.of(List.of("\u00c3\u00a9")));
      rows.lastBehind(encoding);
    }
  }

  private void afterAParameter() {
    Header parameter = new Header("Matrix-Consume", "parameter");
    FORMS.forEach(
        (path, way) -> {
          for (Framing framing : new Framing[] {LENGTH, CHUNKED}) {
            rows.form(way + " after getParameter()", "forms/" + path, PROTECTED, 10, framing);
            rows.lastBehind(parameter);
          }
        });
    rows.form("@FormParam after getParameter()", "forms/param", PROTECTED, LARGE, LENGTH);
    rows.lastBehind(parameter);
    rows.form("unprotected @FormParam after getParameter()", "open-entity/param", OPEN, 10, LENGTH);
    rows.lastBehind(parameter);
    rows.body("byte[] after getParameter()", "entity/bytes", PROTECTED, LARGE, LENGTH);
    rows.lastBehind(parameter);
  }

  private void afterTheReader() {
    Header reader = new Header("Matrix-Consume", "reader");
    for (Framing framing : new Framing[] {LENGTH, CHUNKED}) {
      rows.body("byte[] after somebody got the reader", "entity/bytes", PROTECTED, 100, framing);
      rows.lastBehind(reader);
      rows.form("@FormParam after somebody got the reader", "forms/param", PROTECTED, 10, framing);
      rows.lastBehind(reader);
    }
    rows.body("byte[] after somebody got the reader", "entity/bytes", PROTECTED, 0, LENGTH);
    rows.lastBehind(reader);
  }

  private void afterTheParts() {
    Header parts = new Header("Matrix-Consume", "parts");
    for (Framing framing : new Framing[] {LENGTH, CHUNKED}) {
      GatewayCall call = multipart.call("entity/bytes", 100);
      rows.add(
          "multipart as byte[] after getParts()" + EntityRows.told(framing),
          WHOLE_OR_REFUSED,
          call,
          framing,
          Fingerprint.of(MultipartEntities.bytes(100)));
      rows.lastBehind(parts);
    }
  }

  private void afterTheStream() {
    Header stream = new Header("Matrix-Consume", "stream");
    for (Framing framing : new Framing[] {LENGTH, CHUNKED}) {
      rows.body("byte[] after somebody read the stream", "entity/bytes", REFUSED, 100, framing);
      rows.lastBehind(stream);
      rows.form("@FormParam after somebody read the stream", "forms/param", REFUSED, 10, framing);
      rows.lastBehind(stream);
    }
  }
}
