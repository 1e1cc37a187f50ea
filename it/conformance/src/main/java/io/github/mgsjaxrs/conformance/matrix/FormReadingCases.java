package io.github.mgsjaxrs.conformance.matrix;

import static io.github.mgsjaxrs.conformance.matrix.AmbiguousForms.FORM;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.conformance.openssl.OpenSsl;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Every form of {@link AmbiguousForms} to every reader, each rightly signed. */
final class FormReadingCases {

  private static final List<String> ALONE = List.of("map", "form", "string", "reader", "param");

  private static final List<String> BESIDE_PARAMS =
      List.of("param-map", "param-form", "param-string", "param-stream");

  private static final Charset GBK = Charset.forName("GBK");

  private final String base;
  private final MatrixProfile profile;
  private final List<FormReading> readings = new ArrayList<>();

  private FormReadingCases(String base, MatrixProfile profile) {
    this.base = base;
    this.profile = profile;
  }

  static List<FormReading> below(String base, MatrixProfile profile) {
    FormReadingCases cases = new FormReadingCases(base, profile);
    cases.addForms();
    if (profile.has(OptionalPart.SERVLET)) {
      cases.addQueries();
    }
    return cases.readings;
  }

  private void addForms() {
    for (String reader : readers()) {
      for (String form : AmbiguousForms.FORMS) {
        add(reader, form, FORM, UTF_8);
      }
      String many =
          IntStream.range(0, 998).mapToObj(i -> "&p" + i + "=1").collect(Collectors.joining());
      add(reader, "a=1&b=2" + many, FORM, UTF_8);
      add(reader, "a=1&b=2&c=3" + many, FORM, UTF_8);
    }
    for (String reader : readersOfCharsets()) {
      for (String type : AmbiguousForms.TYPES) {
        for (String form : AmbiguousForms.FORMS_OF_CHARSETS) {
          // nobody knows which one a runtime takes: each is signed, and right by itself
          add(reader, form, type, UTF_8);
          add(reader, form, type, GBK);
        }
      }
    }
  }

  private void add(String reader, String form, String type, Charset charset) {
    String path =
        base + (reader.equals("servlet") ? "/matrix/servlet/fields" : resource(reader) + reader);
    Map<String, List<String>> fields = FormReading.fields(form, charset);
    String text = "POST\n\n" + path + FormReading.parameters(fields);
    String shown = form.length() > 60 ? form.substring(0, 20) + "…" + form.length() : form;
    RawRequest request =
        RawRequest.of("POST", path).header("Content-Type", type).body(form.getBytes(UTF_8));
    String name =
        reader
            + ": "
            + URLEncoder.encode(shown, UTF_8).replace("%3D", "=").replace("%26", "&")
            + (type.equals(FORM) ? "" : " as " + type + " in " + charset);
    boolean plain = type.equals(FORM) && AmbiguousForms.PLAIN.contains(form);
    readings.add(new FormReading(name, plain, fields, FormReading.signed(request, text)));
  }

  /** What a servlet container may decode in the charset of the body, or in none of its own. */
  private void addQueries() {
    String path = base + "/matrix/servlet/query";
    for (String query : List.of("a=12&b=2", "a=%C3%BF", "%C3%BF=1&b=%E5%BC%A0")) {
      Map<String, List<String>> fields = FormReading.fields(query, UTF_8);
      for (String type : AmbiguousForms.TYPES_BESIDE_QUERIES) {
        boolean form = type.startsWith(FORM);
        byte[] body =
            (type.startsWith("multipart") ? "--x--\r\n" : form ? "" : "{}").getBytes(UTF_8);
        String md5 = form ? "" : OpenSsl.contentMd5(body);
        for (Framing framing : new Framing[] {new Framing.Length(), new Framing.Chunked(10)}) {
          RawRequest request =
              RawRequest.of("POST", path + "?" + query)
                  .header("Content-Type", type)
                  .body(body, framing);
          String text = "POST\n" + md5 + "\n" + path + FormReading.parameters(fields);
          readings.add(
              new FormReading(
                  "query: " + query + " beside " + type + ", " + framing,
                  false,
                  fields,
                  FormReading.signed(request, text)));
        }
        RawRequest bare = RawRequest.of("GET", path + "?" + query).header("Content-Type", type);
        readings.add(
            new FormReading(
                "query: " + query + " of a GET with " + type,
                false,
                fields,
                FormReading.signed(bare, "GET\n\n" + path + FormReading.parameters(fields))));
      }
      readings.add(
          new FormReading(
              "query: " + query,
              true,
              fields,
              FormReading.signed(
                  RawRequest.of("GET", path + "?" + query),
                  "GET\n\n" + path + FormReading.parameters(fields))));
    }
  }

  private List<String> readers() {
    List<String> readers = new ArrayList<>(ALONE);
    if (profile.has(OptionalPart.FORM_BESIDE_PARAMS)) {
      readers.addAll(BESIDE_PARAMS);
    }
    if (profile.has(OptionalPart.SERVLET)) {
      readers.add("servlet");
    }
    return readers;
  }

  private List<String> readersOfCharsets() {
    List<String> readers = readers();
    // what takes the text has no charset of its own to read fields in
    readers.removeAll(List.of("string", "reader", "param-string", "param-stream", "form"));
    return readers;
  }

  private static String resource(String reader) {
    return BESIDE_PARAMS.contains(reader)
        ? "/matrix/form-readers-beside/"
        : "/matrix/form-readers/";
  }
}
