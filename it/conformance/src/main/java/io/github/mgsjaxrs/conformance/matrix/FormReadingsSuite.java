package io.github.mgsjaxrs.conformance.matrix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.matrix.resources.FormReaders;
import io.github.mgsjaxrs.conformance.matrix.resources.Reached;
import io.github.mgsjaxrs.conformance.openssl.OpenSsl;
import io.github.mgsjaxrs.conformance.report.MatrixReport;
import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Rightly signed forms, in spellings and with declarations that somebody may read otherwise, to
 * everybody who may read them. Each may be refused; what is served has to be what was signed.
 */
public abstract class FormReadingsSuite {

  private static final String NAME = "form readings";

  private static final String FORM = "application/x-www-form-urlencoded";

  private static final GatewayKey KEY = SuiteKeys.of("MD5");

  private static final Charset GBK = Charset.forName("GBK");

  private static final List<String> ALONE = List.of("map", "form", "string", "reader", "param");

  private static final List<String> BESIDE_PARAMS =
      List.of("param-map", "param-form", "param-string", "param-stream");

  private static final List<String> FORMS =
      List.of(
          "a=1&b=2",
          "a=1&a=x%26b%3D9&b=2",
          "b=2&a=1&a=%26b=9",
          "a=%26b%3D9&b=2",
          "a=%3D&b=%26",
          "a=%25&b=%2526b%253D9",
          "a=1&a=3&b=2",
          "a=1+2&b=%2B",
          "a&b",
          "a=&b=",
          "a&a=1",
          "&&a=1&&b=2&",
          "=x&a=1",
          "=&a=1",
          "a=1;b=2",
          "a=1;b=9&b=2",
          "a=1&A=2",
          "A=1&a=2",
          "%61=1&b=2",
          "a=2&%61=1",
          "a%3D=1&b=2",
          "a==1",
          "a=1=2&b=2",
          "a=1&a=%0D%0Ab%3D9&b=2",
          "a=1\r\nb=9&b=2",
          "a=1&b=2\r\n",
          " a=1&b=2",
          "a= 1&b=2",
          "a=%00&b=2",
          "a=%E5%BC%A0&b=2",
          "%E5%BC%A0=1&b=2",
          "a=\u5f20&b=2",
          "a=%F0%9F%98%80",
          "a=%EF%BB%BF1",
          "a=%FF&b=2",
          "a=%C0%A6b=9&b=2",
          "a=%zz&b=2",
          "a=%&b=2",
          "a=%u0031&b=2",
          "a[]=1&a[]=3&b=2",
          "a.b=1&b=2",
          "a=1#&b=2",
          "a=1?b=9&b=2",
          "_charset_=GBK&a=%D5%C5&b=2",
          "_method=DELETE&a=1",
          "a=1&b=2&jsessionid=3");

  /** What every client may send has to be served. */
  private static final List<String> PLAIN =
      List.of("a=1&b=2", "a=1&a=3&b=2", "a=1=2&b=2", "a=%26b%3D9&b=2", "a=%E5%BC%A0&b=2");

  private static final List<String> TYPES =
      List.of(
          FORM + ";charset=UTF-8",
          FORM + "; charset=utf-8",
          FORM + ";charset=\"UTF-8\"",
          FORM + ";charset=GBK",
          FORM + "; charset=\"GBK\"",
          FORM + ";Charset=GBK",
          FORM + ";charset=ISO-8859-1",
          FORM + ";charset=UTF-16",
          FORM + ";x=y;charset=GBK",
          FORM + ";x=\"; charset=GBK\"",
          FORM + ";x=\"\\\"; charset=GBK\"",
          FORM + ";charset=UTF-8;charset=GBK",
          FORM + ";charset=",
          FORM + ";charset=nonsense",
          FORM + " ;charset=GBK",
          "Application/X-WWW-Form-Urlencoded;CHARSET=GBK",
          FORM + ";charset*=UTF-8''GBK");

  private static final List<String> TYPES_BESIDE_QUERIES =
      List.of(
          "application/json",
          "application/json;charset=UTF-8",
          "text/plain;charset=GBK",
          "text/plain;charset=UTF-16LE",
          FORM,
          FORM + ";charset=UTF-8",
          FORM + ";charset=GBK",
          "multipart/form-data;boundary=x",
          "multipart/form-data;boundary=x;charset=UTF-8",
          "multipart/form-data;boundary=x;charset=GBK",
          "multipart/form-data;boundary=x;charset=UTF-16LE",
          "multipart/form-data;boundary=x;y=\"; charset=GBK\"");

  /** What charsets make different fields of. */
  private static final List<String> FORMS_OF_CHARSETS =
      List.of("a=%D5%C5&b=2", "a=%81%26b%3D9&b=2", "a=%E5%BC%A0&b=%D5%5C");

  private record Case(
      String name, boolean plain, Map<String, List<String>> fields, RawRequest sent) {}

  /** For the runtime's own class. */
  protected FormReadingsSuite() {}

  /**
   * Where the application listens.
   *
   * @return the endpoint
   */
  protected abstract Endpoint endpoint();

  /**
   * Names the runtime in the table of all of them, and tells what it has.
   *
   * @return the profile
   */
  protected abstract MatrixProfile profile();

  @TestFactory
  Stream<DynamicTest> servesFormsAsTheyWereSigned() {
    List<Case> cases = new ArrayList<>();
    for (String reader : readers()) {
      for (String form : FORMS) {
        addTo(cases, reader, form, FORM, UTF_8);
      }
      String many =
          IntStream.range(0, 998).mapToObj(i -> "&p" + i + "=1").collect(Collectors.joining());
      addTo(cases, reader, "a=1&b=2" + many, FORM, UTF_8);
      addTo(cases, reader, "a=1&b=2&c=3" + many, FORM, UTF_8);
    }
    for (String reader : readersOfCharsets()) {
      for (String type : TYPES) {
        for (String form : FORMS_OF_CHARSETS) {
          // nobody knows which one a runtime takes: each is signed, and right by itself
          addTo(cases, reader, form, type, UTF_8);
          addTo(cases, reader, form, type, GBK);
        }
      }
    }
    if (profile().has(OptionalPart.SERVLET)) {
      addQueries(cases);
    }
    MatrixReport report = new MatrixReport(profile().runtime(), NAME, cases.size());
    return cases.stream()
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> check(each, report)));
  }

  /** What a servlet container may decode in the charset of the body, or in none of its own. */
  private void addQueries(List<Case> cases) {
    String path = endpoint().base() + "/matrix/servlet/query";
    for (String query : List.of("a=12&b=2", "a=%C3%BF", "%C3%BF=1&b=%E5%BC%A0")) {
      Map<String, List<String>> fields = fields(query, UTF_8);
      for (String type : TYPES_BESIDE_QUERIES) {
        boolean form = type.startsWith(FORM);
        byte[] body =
            (type.startsWith("multipart") ? "--x--\r\n" : form ? "" : "{}").getBytes(UTF_8);
        String md5 = form ? "" : OpenSsl.contentMd5(body);
        for (Framing framing : new Framing[] {new Framing.Length(), new Framing.Chunked(10)}) {
          RawRequest request =
              RawRequest.of("POST", path + "?" + query)
                  .header("Content-Type", type)
                  .body(body, framing);
          String text = "POST\n" + md5 + "\n" + path + parameters(fields);
          cases.add(
              new Case(
                  "query: " + query + " beside " + type + ", " + framing,
                  false,
                  fields,
                  signed(request, text)));
        }
        RawRequest bare = RawRequest.of("GET", path + "?" + query).header("Content-Type", type);
        cases.add(
            new Case(
                "query: " + query + " of a GET with " + type,
                false,
                fields,
                signed(bare, "GET\n\n" + path + parameters(fields))));
      }
      cases.add(
          new Case(
              "query: " + query,
              true,
              fields,
              signed(
                  RawRequest.of("GET", path + "?" + query),
                  "GET\n\n" + path + parameters(fields))));
    }
  }

  private static RawRequest signed(RawRequest request, String text) {
    return request
        .header(GatewayCall.SIGNATURE, OpenSsl.sign(KEY, text))
        .header(GatewayCall.KEY_ID, KEY.id());
  }

  private List<String> readers() {
    List<String> readers = new ArrayList<>(ALONE);
    if (profile().has(OptionalPart.FORM_BESIDE_PARAMS)) {
      readers.addAll(BESIDE_PARAMS);
    }
    if (profile().has(OptionalPart.SERVLET)) {
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

  private void addTo(List<Case> cases, String reader, String form, String type, Charset charset) {
    String path =
        endpoint().base()
            + (reader.equals("servlet") ? "/matrix/servlet/fields" : resource(reader) + reader);
    Map<String, List<String>> fields = fields(form, charset);
    String text = "POST\n\n" + path + parameters(fields);
    String shown = form.length() > 60 ? form.substring(0, 20) + "…" + form.length() : form;
    RawRequest request =
        RawRequest.of("POST", path).header("Content-Type", type).body(form.getBytes(UTF_8));
    String name =
        reader
            + ": "
            + URLEncoder.encode(shown, UTF_8).replace("%3D", "=").replace("%26", "&")
            + (type.equals(FORM) ? "" : " as " + type + " in " + charset);
    boolean plain = type.equals(FORM) && PLAIN.contains(form);
    cases.add(new Case(name, plain, fields, signed(request, text)));
  }

  private static String resource(String reader) {
    return BESIDE_PARAMS.contains(reader)
        ? "/matrix/form-readers-beside/"
        : "/matrix/form-readers/";
  }

  /** Null where it cannot be decoded, so that it is refused whatever is signed. */
  private static @Nullable String decoded(String raw, Charset charset) {
    try {
      return URLDecoder.decode(raw, charset);
    } catch (IllegalArgumentException broken) {
      return null;
    }
  }

  private static Map<String, List<String>> fields(String form, Charset charset) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (String piece : form.split("&", -1)) {
      if (!piece.isEmpty()) {
        String[] pair = piece.split("=", 2);
        String name = decoded(pair[0], charset);
        String value = pair.length < 2 ? "" : decoded(pair[1], charset);
        fields
            .computeIfAbsent(name == null ? "broken" : name, absent -> new ArrayList<>())
            .add(value == null ? "broken" : value);
      }
    }
    return fields;
  }

  private static String parameters(Map<String, List<String>> fields) {
    return fields.isEmpty()
        ? ""
        : new TreeMap<>(fields)
            .entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue().get(0))
                .collect(Collectors.joining("&", "?", ""));
  }

  private void check(Case each, MatrixReport report) {
    String ticket = Endpoint.newTicket();
    RawResponse response = endpoint().send(each.sent().header(Reached.TICKET, ticket));
    boolean served = !timesReached(ticket).equals("0");
    if (served && response.status() == 200) {
      String read = new String(response.body(), UTF_8);
      for (String line : read.split("\n")) {
        assertThat(line).as("%s\n%s", each.sent(), read).isIn(expected(each, line));
      }
      report.add(NAME + ": " + each.name(), MatrixReport.Outcome.HOLDS, "");
      return;
    }
    assertThat(served).as("%s\n%s", each.sent(), response).isFalse();
    assertThat(each.plain()).as("refused: %s\n%s", each.sent(), response).isFalse();
    boolean ours = response.header("Content-Type").orElse("").contains("problem+json");
    report.add(
        NAME + ": " + each.name(),
        ours ? MatrixReport.Outcome.CANNOT_HOLD : MatrixReport.Outcome.REFUSED_BY_SERVER,
        ours ? "refused" : "");
  }

  private String timesReached(String ticket) {
    RawResponse calls =
        endpoint().send(RawRequest.of("GET", endpoint().base() + "/matrix/calls/" + ticket));
    assertThat(calls.status()).as("%s", calls).isEqualTo(200);
    return calls.text();
  }

  /** Beside a parameter, some runtimes have nothing left for whoever takes all of the form. */
  private static List<String> expected(Case each, String line) {
    String kind = line.split(" ", 2)[0];
    String all =
        switch (kind) {
          case "fields" -> FormReaders.escaped(each.fields());
          case "params" ->
              FormReaders.escaped(
                  Map.of(
                      "a", each.fields().getOrDefault("a", List.of()),
                      "b", each.fields().getOrDefault("b", List.of())));
          default -> URLEncoder.encode(new String(each.sent().body(), UTF_8), UTF_8);
        };
    boolean mayBeEmpty = !kind.equals("params") && each.name().startsWith("param-");
    return mayBeEmpty ? List.of(kind + " " + all, kind + " ") : List.of(kind + " " + all);
  }
}
