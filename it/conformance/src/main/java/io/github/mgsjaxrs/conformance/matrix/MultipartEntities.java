package io.github.mgsjaxrs.conformance.matrix;

import static io.github.mgsjaxrs.conformance.matrix.EntityRows.CHUNKED;
import static io.github.mgsjaxrs.conformance.matrix.EntityRows.LARGE;
import static io.github.mgsjaxrs.conformance.matrix.EntityRows.LENGTH;
import static io.github.mgsjaxrs.conformance.matrix.MatrixRow.Rule.PROTECTED;
import static io.github.mgsjaxrs.conformance.matrix.MatrixRow.Rule.REFUSED;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.conformance.matrix.resources.Fingerprint;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.wire.Framing;
import java.util.List;

/** Entities of several parts, and what makes parts, or a form, of what was signed as bytes. */
final class MultipartEntities {

  static final String BOUNDARY = "----boundary-of-the-matrix";

  private final EntityRows rows;

  MultipartEntities(EntityRows rows) {
    this.rows = rows;
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
      rows.add(
          "signed as bytes, sent as " + type,
          REFUSED,
          GatewayCall.to("POST", rows.root() + "entity/bytes").body(type, bytes(100)),
          LENGTH,
          Fingerprint.of(bytes(100)));
    }
  }

  void addParts() {
    for (int size : new int[] {100, LARGE}) {
      for (Framing framing : new Framing[] {LENGTH, CHUNKED}) {
        for (String path : new String[] {"list", "param"}) {
          String way = path.equals("list") ? "list of parts" : "part as @FormParam";
          rows.add(
              way + ", " + size + " bytes" + EntityRows.told(framing),
              PROTECTED,
              call("parts/" + path, size),
              framing,
              Fingerprint.of(EntityRows.content(size)));
          rows.add(
              way + ", behind an empty line, " + size + " bytes" + EntityRows.told(framing),
              PROTECTED,
              call("parts/" + path, "\r\n", size),
              framing,
              Fingerprint.of(EntityRows.content(size)));
        }
      }
    }
  }

  /** What some readers take for the boundary, and others not; and the beginning of one. */
  void addOtherBoundaries() {
    for (String shorter : List.of("-", "--")) {
      for (String path : new String[] {"list", "param"}) {
        rows.add(
            "parts by " + path + " with the boundary " + shorter,
            REFUSED,
            GatewayCall.to("POST", rows.root() + "parts/" + path)
                .body("multipart/form-data; boundary=" + shorter, bytes(100)),
            LENGTH,
            Fingerprint.of(EntityRows.content(100)));
      }
    }
    for (String other :
        List.of("; boundary(c)=C", "; boundary\u000b=C", "; boundary", "; x=\"; boundary=C\"")) {
      for (String path : new String[] {"list", "param"}) {
        rows.add(
            "parts by " + path + " beside " + other.replace('\u000b', '|'),
            REFUSED,
            GatewayCall.to("POST", rows.root() + "parts/" + path)
                .body("multipart/form-data; boundary=" + BOUNDARY + other, bytes(100)),
            LENGTH,
            Fingerprint.of(EntityRows.content(100)));
      }
    }
  }

  GatewayCall call(String path, int size) {
    return call(path, "", size);
  }

  private GatewayCall call(String path, String preamble, int size) {
    return GatewayCall.to("POST", rows.root() + path)
        .body("multipart/form-data; boundary=" + BOUNDARY, bytes(preamble, size));
  }

  static byte[] bytes(int size) {
    return bytes("", size);
  }

  private static byte[] bytes(String preamble, int size) {
    String head =
        preamble
            + "--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\"name\"; filename=\"name.bin\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n";
    return (head + new String(EntityRows.content(size), UTF_8) + "\r\n--" + BOUNDARY + "--\r\n")
        .getBytes(UTF_8);
  }
}
