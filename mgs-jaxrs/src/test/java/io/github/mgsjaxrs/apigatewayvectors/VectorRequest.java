package io.github.mgsjaxrs.apigatewayvectors;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A request as it is put together, signed and changed. The text that is signed is written by hand
 * in each case: nothing here composes one, and nothing is code of the library.
 *
 * @param name what the request shows
 * @param method the method
 * @param target the request line's target
 * @param headers in the order of sending
 * @param body the body, or the piece of it that is repeated
 * @param repeated how often the body is this piece
 * @param text the text that was signed, empty where none was
 * @param code the code of the refusal, 0 for a request that is accepted
 * @param status the status of the refusal
 * @param acceptedWith a setting that has the request accepted, empty where none has
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record VectorRequest(
    String name,
    String method,
    String target,
    List<Line> headers,
    byte[] body,
    int repeated,
    String text,
    int code,
    int status,
    String acceptedWith) {

  static final String SIGNATURE = "X-Ca-Proxy-Signature";
  static final String LIST = "X-Ca-Proxy-Signature-Headers";
  static final String KEY_ID = "X-Ca-Proxy-Signature-Secret-Key";

  /** The published example's. */
  static final String KEY = "DemoKey1";

  static final String SECRET = "DemoSecret1";

  /** One header line. */
  record Line(String name, String value) {}

  static VectorRequest of(String method, String target) {
    return new VectorRequest("", method, target, List.of(), new byte[0], 1, "", 0, 401, "");
  }

  VectorRequest named(String other) {
    return new VectorRequest(
        other, method, target, headers, body, repeated, text, code, status, acceptedWith);
  }

  VectorRequest method(String other) {
    return new VectorRequest(
        name, other, target, headers, body, repeated, text, code, status, acceptedWith);
  }

  VectorRequest target(String other) {
    return new VectorRequest(
        name, method, other, headers, body, repeated, text, code, status, acceptedWith);
  }

  VectorRequest bytes(byte[] bytes) {
    return repeating(bytes, 1);
  }

  VectorRequest bytes(String bytes) {
    return bytes(OpenSslDigests.utf8(bytes));
  }

  VectorRequest repeating(byte[] unit, int times) {
    return new VectorRequest(
        name, method, target, headers, unit, times, text, code, status, acceptedWith);
  }

  VectorRequest json(String json) {
    return header("Content-Type", "application/json").bytes(json);
  }

  VectorRequest form(String form) {
    return header("Content-Type", "application/x-www-form-urlencoded").bytes(form);
  }

  VectorRequest header(String header, String value) {
    List<Line> more = new ArrayList<>(headers);
    more.add(new Line(header, value));
    return headers(more);
  }

  VectorRequest listing(String list) {
    return header(LIST, list);
  }

  VectorRequest without(String header) {
    return headers(
        headers.stream()
            .filter(line -> !line.name().equalsIgnoreCase(header))
            .collect(Collectors.toList()));
  }

  /** The same with another value of each header line of that name. */
  VectorRequest changed(String header, UnaryOperator<String> change) {
    return changedLines(
        line -> line.name().equals(header) ? new Line(header, change.apply(line.value())) : line);
  }

  VectorRequest changedLines(UnaryOperator<Line> change) {
    return headers(headers.stream().map(change).collect(Collectors.toList()));
  }

  private VectorRequest headers(List<Line> others) {
    return new VectorRequest(
        name, method, target, others, body, repeated, text, code, status, acceptedWith);
  }

  /** With the signature of a text, by the key of the published example. */
  VectorRequest signed(String signedText) {
    return signed(signedText, KEY, SECRET);
  }

  VectorRequest signed(String signedText, String keyId, String secret) {
    return new VectorRequest(
            name, method, target, headers, body, repeated, signedText, code, status, acceptedWith)
        .header(KEY_ID, keyId)
        .header(SIGNATURE, OpenSslDigests.hmacSha256(secret, signedText));
  }

  /** The same with a value in place of the signature, which is of no text then. */
  VectorRequest signature(String value) {
    return new VectorRequest(
            name, method, target, headers, body, repeated, "", code, status, acceptedWith)
        .changed(SIGNATURE, signature -> value);
  }

  /** The same, to be refused with 401. */
  VectorRequest refused(int refusal) {
    return refused(refusal, 401);
  }

  VectorRequest refused(int refusal, int httpStatus) {
    return new VectorRequest(
        name, method, target, headers, body, repeated, text, refusal, httpStatus, acceptedWith);
  }

  VectorRequest acceptedWith(String setting) {
    return new VectorRequest(
        name, method, target, headers, body, repeated, text, code, status, setting);
  }

  JsonObject json() {
    JsonArrayBuilder lines = Json.createArrayBuilder();
    for (Line line : headers) {
      lines.add(Json.createArrayBuilder().add(line.name()).add(line.value()));
    }
    JsonObjectBuilder vector =
        Json.createObjectBuilder()
            .add("name", name)
            .add("algorithm", ApiGatewayVectorGenerator.ALGORITHM)
            .add("method", method)
            .add("target", target)
            .add("headers", lines);
    if (repeated == 1) {
      vector.add("body", OpenSslDigests.base64(body));
    } else {
      vector.add(
          "bodyRepeat",
          Json.createObjectBuilder()
              .add("unit", OpenSslDigests.base64(body))
              .add("count", repeated));
    }
    if (!text.isEmpty()) {
      vector.add("stringToSign", text);
    }
    vector.add("expect", expected());
    if (!acceptedWith.isEmpty()) {
      vector.add("acceptedWith", acceptedWith);
    }
    return vector.build();
  }

  private JsonObjectBuilder expected() {
    if (code == 0) {
      return Json.createObjectBuilder().add("outcome", "accept");
    }
    JsonObjectBuilder refusal =
        Json.createObjectBuilder().add("outcome", "reject").add("code", code);
    return status == 401 ? refusal : refusal.add("status", status);
  }

  /** Without the body's bytes. */
  @Override
  public String toString() {
    return name;
  }
}
