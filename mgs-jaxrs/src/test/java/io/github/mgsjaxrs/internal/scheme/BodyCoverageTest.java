package io.github.mgsjaxrs.internal.scheme;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.Coverage.Uncovered;
import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.internal.entity.EntityBuffer;
import io.github.mgsjaxrs.internal.entity.EntityStorage;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import io.github.mgsjaxrs.internal.request.RequestLine;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.testing.LocalJersey;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What unsigned headers make of a signed body. */
class BodyCoverageTest {

  private static final EntityStorage STORAGE = new EntityStorage(Limits.defaults(), null);
  private static final String PARTS = "--b\r\n\r\nx\r\n--b--\r\n";

  private static Set<Uncovered> uncovered(String type, boolean encoded, String body)
      throws RefusalException {
    return uncovered(type, encoded, body, Canonicalization.DEFAULT);
  }

  private static Set<Uncovered> uncovered(
      String type, boolean encoded, String body, Canonicalization choices) throws RefusalException {
    return uncovered(type, encoded, body, choices, false);
  }

  private static Set<Uncovered> uncovered(
      String type, boolean encoded, String body, Canonicalization choices, boolean formsWithoutType)
      throws RefusalException {
    byte[] bytes = body.getBytes(US_ASCII);
    RequestSnapshot request =
        new RequestSnapshot(
            "POST",
            new RequestLine("/p", null, false),
            LocalJersey.sent(List.of(), List.of()),
            type.isEmpty() ? List.of() : List.of(type),
            List.of(),
            false,
            encoded);
    try (EntityBuffer buffer = new EntityBuffer(STORAGE, bytes.length, null)) {
      buffer.readFrom(new ByteArrayInputStream(bytes));
      try (ReplayableEntity entity = buffer.finish()) {
        return BodyCoverage.uncovered(
            request, entity, choices.charset(), formsWithoutType, STORAGE);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data;boundary=b",
        "multipart/form-data; boundary=b",
        "multipart/form-data; boundary=b ;",
        "multipart/related;type=\"text/xml\";start-info=\"<a@b>\";boundary=b",
        "Multipart/Mixed; charset=UTF-8; boundary=\"b\"; x=1"
      })
  void coversPartsWhoseBoundaryTheBodyBeginsWith(String type) throws Exception {
    assertThat(uncovered(type, false, PARTS)).isEmpty();
    assertThat(uncovered(type, false, "\r\n" + PARTS)).isEmpty();
    assertThat(uncovered(type, false, "--b--")).isEmpty();
    assertThat(uncovered(type, false, "--b--\r\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/form-data; Boundary=b",
        "multipart/form-data; boundary= b",
        "multipart/form-data;boundary=",
        "multipart/form-data;boundary=c",
        "multipart/form-data;boundary=bb",
        "multipart/form-data;boundary=b;boundary=b",
        "multipart/form-data;boundary=b;x=\";boundary=c\"",
        "multipart/form-data;x=\";boundary=b",
        "multipart/form-data;boundary=\"b",
        "multipart/form-data;boundary=\"\\b\"",
        "multipart/form-data;boundary=b(c)",
        "multipart/form-data;boundary*=b",
        "multipart/form-data;boundary =b",
        "multipart/form-data;xboundary=b",
        "multipart/form-data,boundary=b",
        "multipart/form-data;boundary=b;boundary(c)=c",
        "multipart/form-data;boundary(c)=c;boundary=b",
        "multipart/form-data;boundary=b;(c)boundary=c",
        "multipart/form-data;boundary=b;boundary\u000b=c",
        "multipart/form-data;BOUNDARY\u000b=c;boundary=b",
        "multipart/form-data;boundary=b;boundary\u0001=c",
        "multipart/form-data;boundary=b;boundary",
        "multipart/form-data;boundary=b;;boundary",
        "multipart/form-data;boundary=b;boundary;=c",
        "multipart/form-data;boundary=b;x",
        "multipart/form-data;boundary=b;;x=1",
        "multipart/form-data\u000b;boundary=b",
        "multipart/form-data;boundary=b\u0001",
        "multipart /form-data; x=multipart/form-data; boundary=b",
        "multipart\t/\tform-data;boundary=b",
        "text/plain,multipart/form-data;boundary=b",
        "text/plain;x=multipart/form-data;boundary=b",
        "application/x-www-form-urlencoded; x=multipart/form-data; boundary=b",
        "*/*;boundary=b",
        "*/form-data; x=multipart/form-data; boundary=b"
      })
  void coversNoPartsOfAnotherBoundary(String type) throws Exception {
    assertThat(uncovered(type, false, PARTS)).contains(Uncovered.PARTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\r\n\r\n--b\r\n\r\nx\r\n--b--\r\n",
        "\n--b\r\n\r\nx\r\n--b--\r\n",
        "\r\n--bb\r\n\r\nx\r\n--bb--\r\n",
        "\r\n--b",
        "\r\n",
        "preamble\r\n--b\r\n\r\nx\r\n--b--\r\n",
        "--bb\r\n\r\nx\r\n--bb--\r\n",
        "--b\n\nx\n--b--\n",
        "--b \r\n\r\nx\r\n--b--\r\n",
        "--b-x",
        "--b--x\r\n\r\nx\r\n--b--x--\r\n",
        "--b--\r\n\r\nx\r\n--b----\r\n",
        "--b--\r\n--b\r\n\r\nx\r\n--b--\r\n",
        "--b--\n",
        "--b",
        "-"
      })
  void coversNoPartsBehindSomethingElse(String body) throws Exception {
    assertThat(uncovered("multipart/form-data;boundary=b", false, body))
        .containsExactly(Uncovered.PARTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "start=\"<a@b>\"",
        "start=\"a@b\"",
        "start=\"<A@b>\"",
        "Start=\"<a>\"; start=\"<a@b>\"",
        "start=\"<c@d>\""
      })
  void coversPartsOfWhichTheFirstIsReadFirst(String start) throws Exception {
    String type = "multipart/related; boundary=b; " + start;
    boolean first = start.equals("start=\"<a@b>\"");
    String part = "--b\r\nContent-Type: text/plain\r\nContent-ID: <a@b>\r\n\r\nx\r\n";
    String other = "--b\r\ncontent-id: <c@d>\r\n\r\nx\r\n--b--\r\n";
    assertThat(uncovered(type, false, part + other).isEmpty()).isEqualTo(first);
    assertThat(uncovered(type, false, PARTS)).contains(Uncovered.PARTS);
    String twice = part.replace("\r\n\r\n", "\r\nContent-ID: <c@d>\r\n\r\n");
    assertThat(uncovered(type, false, twice + other)).contains(Uncovered.PARTS);
    String endless = part.replace("\r\n\r\n", "\r\nX: " + "x".repeat(9_000) + "\r\n\r\n");
    assertThat(uncovered(type, false, endless + other)).contains(Uncovered.PARTS);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8_000, 8_150, 8_190, 8_192, 20_000})
  void coversNoPartsOfWhichTwoHaveTheIdThatIsReadFirst(int between) throws Exception {
    String type = "multipart/related; boundary=b; start=\"<a@b>\"";
    String part = "--b\r\nContent-ID: <a@b>\r\n\r\n" + "x".repeat(between) + "\r\n";
    for (String id : List.of("<a@b>", "a@b", "\r\n <a@b>")) {
      String other = "--b\r\nContent-ID: " + id + "\r\n\r\nevil\r\n--b--\r\n";
      assertThat(uncovered(type, false, part + other)).contains(Uncovered.PARTS);
    }
    assertThat(uncovered(type, false, part + "--b--\r\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "--", "---", "----WebKit", "----WebKitFormBoundary--A"})
  void coversNoPartsOfTheBeginningOfABoundary(String beginning) throws Exception {
    String parts = "------WebKitFormBoundary--A1\r\n\r\nx\r\n------WebKitFormBoundary--A1--\r\n";
    assertThat(uncovered("multipart/form-data; boundary=" + beginning, false, parts))
        .containsExactly(Uncovered.PARTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "application/*",
        "*",
        "a",
        ";",
        " ",
        "form-data",
        "multipart%2Fform-data; boundary=b",
        "text/",
        "/plain",
        "text/plain text",
        "text/pl\"ain",
        "text/plain,text/html",
        " */x;charset=UTF-8",
        "application/x-www-form-urlencodedX",
        "application/x-www-form-urlencoded2; charset=UTF-8",
        "application/x-www-form-urlencoded,text/plain",
        "text/plain, application/x-www-form-urlencoded",
        "application/ x-www-form-urlencoded",
        "TEXT/X-WWW-FORM-URLENCODED",
        "text/plain; x=application/x-www-form-urlencoded",
        "application/x-www-form-urlencoded; x=application/x-www-form-urlencoded",
        "multipart/*; boundary=b"
      })
  void coversNoTypeThatSomebodyTakesForThatOfAForm(String type) throws Exception {
    assertThat(uncovered(type, false, "a=1")).contains(Uncovered.CONTENT_TYPE);
    assertThat(uncovered(type, false, "")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-www-form-urlencoded",
        "Application/X-WWW-Form-Urlencoded ; charset=UTF-8",
        "application/vnd.api+json",
        "text/plain; x=*",
        "application/json; profile=\"https://a.example/multipart\""
      })
  void coversTypesThatEverybodyReadsAlike(String type) throws Exception {
    assertThat(uncovered(type, false, "a=1")).isEmpty();
  }

  @Test
  void coversNoBodyWithoutATypeWhereThatIsReadAsAForm() throws Exception {
    assertThat(uncovered("", false, "a=1")).isEmpty();
    assertThat(uncovered("", false, "a=1", Canonicalization.DEFAULT, true))
        .containsExactly(Uncovered.CONTENT_TYPE);
    assertThat(uncovered("", false, "", Canonicalization.DEFAULT, true)).isEmpty();
  }

  @Test
  void coversPartsWhoseBoundaryHasTheWordInIt() throws Exception {
    assertThat(
            uncovered(
                "multipart/form-data; boundary=----WebKitFormBoundaryA1",
                false,
                "------WebKitFormBoundaryA1\r\n\r\nx\r\n------WebKitFormBoundaryA1--\r\n"))
        .isEmpty();
  }

  @Test
  void hasNothingToCoverWhereThereIsNoBody() throws Exception {
    assertThat(uncovered("multipart/form-data", true, "")).isEmpty();
  }

  @Test
  void refusesAnotherBoundaryByDefaultAndAnotherTextWhereItIsStrict() {
    assertThat(Coverage.BODY.refuses(Uncovered.PARTS)).isTrue();
    assertThat(Coverage.PROTOCOL.refuses(Uncovered.PARTS)).isFalse();
    assertThat(Coverage.BODY.refuses(Uncovered.CONTENT_TYPE)).isTrue();
    assertThat(Coverage.PROTOCOL.refuses(Uncovered.CONTENT_TYPE)).isFalse();
    assertThat(Coverage.BODY.refuses(Uncovered.ENCODING)).isFalse();
    assertThat(Coverage.STRICT.refuses(Uncovered.ENCODING)).isTrue();
  }

  @Test
  void coversACharsetThatIsKnown() throws Exception {
    Canonicalization gbk = Canonicalization.builder().charset(Charset.forName("GBK")).build();
    assertThat(uncovered("", false, "x")).isEmpty();
    assertThat(uncovered("application/json", false, "x")).isEmpty();
    assertThat(uncovered("application/json;charset=utf-8", false, "x")).isEmpty();
    assertThat(uncovered("text/plain;charset=GBK", false, "x", gbk)).isEmpty();
    // a form's text is signed as it is decoded
    assertThat(uncovered("application/x-www-form-urlencoded;charset=GBK", false, "x")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/plain;charset=UTF-16", "text/plain;charset=none", "a/b;x=\"charset=GBK\""})
  void coversNoOtherCharset(String type) throws Exception {
    assertThat(uncovered(type, false, "x")).containsExactly(Uncovered.ENCODING);
  }

  @Test
  void coversNoCoding() throws Exception {
    assertThat(uncovered("", true, "x")).containsExactly(Uncovered.ENCODING);
    assertThat(uncovered("application/json", true, "x")).containsExactly(Uncovered.ENCODING);
  }
}
