package io.github.mgsjaxrs.backend.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.Coverage.Uncovered;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.EmptyBody;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Escapes;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Order;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Precedence;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Valueless;
import io.github.mgsjaxrs.request.Malformed;
import io.github.mgsjaxrs.request.MalformedRequestException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StringToSignTest {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Canonicalization DEFAULT = Canonicalization.DEFAULT;

  private static StringToSign of(
      String method,
      String path,
      @Nullable String query,
      @Nullable String type,
      byte[] body,
      Canonicalization canonicalization)
      throws MalformedRequestException {
    return StringToSign.of(
        SignedRequest.of(method, path, query, type, body), canonicalization, 1000);
  }

  private static String get(String query, Canonicalization canonicalization)
      throws MalformedRequestException {
    return of("GET", "/p", query, null, new byte[0], canonicalization).text();
  }

  private static String form(@Nullable String query, String body, Canonicalization canonicalization)
      throws MalformedRequestException {
    return of("POST", "/p", query, FORM, body.getBytes(UTF_8), canonicalization).text();
  }

  @Nested
  class AsDocumented {

    @Test
    void sortsQueryAndFormTogether() throws Exception {
      assertThat(
              of("POST", "/test/testSign", "c=3&a=1", FORM, "b=2&d=4".getBytes(UTF_8), DEFAULT)
                  .text())
          .isEqualTo("POST\n\n/test/testSign?a=1&b=2&c=3&d=4");
    }

    @Test
    void hashesTheTextNullWhereThereIsNoBody() throws Exception {
      assertThat(of("POST", "/p", null, null, new byte[0], DEFAULT).text())
          .isEqualTo("POST\nN6YlnMDB2uKZp4Zkid/wvQ==\n/p");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE", "HEAD", "PATCH", "OPTIONS"})
    void leavesTheContentMd5EmptyForMethodsOtherThanPutAndPost(String method) throws Exception {
      assertThat(of(method, "/p", null, "application/json", "{}".getBytes(UTF_8), DEFAULT).text())
          .isEqualTo(method + "\n\n/p");
    }

    /** The URL part of the vector that the vendor publishes for its API Gateway. */
    @Test
    void writesTheUrlOfTheApiGatewaysPublishedVector() throws Exception {
      String text =
          of(
                  "POST",
                  "/demo/uri",
                  "QueryKey2=QueryValue2&QueryKey1=QueryValue1",
                  FORM,
                  "FormKey2=FormValue2&FormKey1=FormValue1".getBytes(UTF_8),
                  DEFAULT)
              .text();
      assertThat(text)
          .endsWith(
              "\n/demo/uri?FormKey1=FormValue1&FormKey2=FormValue2"
                  + "&QueryKey1=QueryValue1&QueryKey2=QueryValue2");
    }

    @Test
    void countsOnlyTheFirstValueOfARepeatedParameter() throws Exception {
      assertThat(get("id=2&id=1&a=0", DEFAULT)).isEqualTo("GET\n\n/p?a=0&id=2");
    }

    @Test
    void writesMultipartBodiesAsBytes() throws Exception {
      byte[] body = "--x\r\n\r\n--x--".getBytes(UTF_8);
      // openssl dgst -md5 -binary | base64
      assertThat(of("POST", "/p", null, "multipart/form-data; boundary=x", body, DEFAULT).text())
          .isEqualTo("POST\nrIrbVfHaToM/v9KTIHW25Q==\n/p");
    }

    @Test
    void leavesOutTheQuestionMarkWhereTheQueryHoldsNoParameter() throws Exception {
      assertThat(get("&&", DEFAULT)).isEqualTo("GET\n\n/p");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "application/x-www-form-urlencoded",
          "Application/X-WWW-Form-URLencoded",
          "application/x-www-form-urlencoded;charset=UTF-8",
          "application/x-www-form-urlencoded ; charset=\"utf-8\"; x=y"
        })
    void tellsAFormWithoutRegardToCaseAndParameters(String type) throws Exception {
      assertThat(of("POST", "/p", null, type, "a=1".getBytes(UTF_8), DEFAULT).text())
          .isEqualTo("POST\n\n/p?a=1");
    }
  }

  @Nested
  class Choices {

    @Test
    void keepsRawParametersAsSent() throws Exception {
      Canonicalization raw = Canonicalization.builder().parameters(Escapes.RAW).build();
      assertThat(get("b=%20+x&a=%C3%A9", raw)).isEqualTo("GET\n\n/p?a=%C3%A9&b=%20+x");
    }

    @Test
    void decodesThePathOnlyWhereTold() throws Exception {
      Canonicalization decoded = Canonicalization.builder().path(Escapes.DECODED).build();
      byte[] none = new byte[0];
      assertThat(of("GET", "/a%20b+c", null, null, none, DEFAULT).text())
          .isEqualTo("GET\n\n/a%20b+c");
      assertThat(of("GET", "/a%20b+c", null, null, none, decoded).text())
          .isEqualTo("GET\n\n/a b+c");
    }

    @Test
    void writesABareNameAsSentWhereTold() throws Exception {
      Canonicalization asSent = Canonicalization.builder().valueless(Valueless.AS_SENT).build();
      assertThat(get("k&b=", DEFAULT)).isEqualTo("GET\n\n/p?b=&k=");
      assertThat(get("k&b=", asSent)).isEqualTo("GET\n\n/p?b=&k");
    }

    @Test
    void takesTheFormsValueFirstWhereTold() throws Exception {
      Canonicalization form = Canonicalization.builder().precedence(Precedence.FORM).build();
      assertThat(form("k=query", "k=form", DEFAULT)).isEqualTo("POST\n\n/p?k=query");
      assertThat(form("k=query", "k=form", form)).isEqualTo("POST\n\n/p?k=form");
    }

    @Test
    void sortsWithoutRegardToCaseWhereTold() throws Exception {
      Canonicalization any = Canonicalization.builder().order(Order.CASE_INSENSITIVE).build();
      assertThat(get("b=1&C=2&a=3&B=4", DEFAULT)).isEqualTo("GET\n\n/p?B=4&C=2&a=3&b=1");
      assertThat(get("b=1&C=2&a=3&B=4", any)).isEqualTo("GET\n\n/p?a=3&B=4&b=1&C=2");
    }

    @Test
    void sortsByUtf16CodeUnits() throws Exception {
      // U+1F600 is above U+FF5E, but its first code unit D83D is below
      assertThat(get("%EF%BD%9E=1&%F0%9F%98%80=2", DEFAULT))
          .isEqualTo("GET\n\n/p?\uD83D\uDE00=2&\uFF5E=1");
    }

    @ParameterizedTest
    @CsvSource({
      "NULL, N6YlnMDB2uKZp4Zkid/wvQ==, 1",
      "EMPTY, 1B2M2Y8AsgTpgAmY7PhCfg==, 1",
      "BOTH, N6YlnMDB2uKZp4Zkid/wvQ==, 2"
    })
    void readsAnEmptyBodyAsTold(EmptyBody choice, String md5, int readings) throws Exception {
      StringToSign text =
          of(
              "PUT",
              "/p",
              null,
              null,
              new byte[0],
              Canonicalization.builder().emptyBody(choice).build());
      assertThat(text.text()).isEqualTo("PUT\n" + md5 + "\n/p");
      assertThat(text.readings()).hasSize(readings).startsWith(text.text());
    }

    @ParameterizedTest
    @CsvSource({
      "/gw, '', /gw/orders, /orders",
      "/gw, '', /gateway/orders, /gateway/orders",
      "'', /gw, /orders, /gw/orders",
      "/in, /out, /in/orders, /out/orders",
      "/in, '', /in, ''"
    })
    void stripsAndAddsWholeSegments(String strip, String add, String path, String signed)
        throws Exception {
      Canonicalization prefixes =
          Canonicalization.builder().pathPrefixStrip(strip).pathPrefixAdd(add).build();
      assertThat(of("GET", path, null, null, new byte[0], prefixes).text())
          .isEqualTo("GET\n\n" + signed);
    }

    @ParameterizedTest
    @CsvSource({
      "/gw, '', /gw/orders, false",
      "/gw, '', /gw, false",
      "/gw, '', /gateway/orders, true",
      "/gw, '', /orders, true",
      "'', /gw, /orders, false",
      "'', /gw, /gateway, false",
      "'', /gw, /gw/orders, true",
      "'', /gw, /gw, true",
      "/in, /out, /in/orders, false",
      "/in, /out, /out/orders, true",
      "'', '', /gw, false"
    })
    void tellsWhereAnotherPathIsSignedAlike(String strip, String add, String path, boolean alike)
        throws Exception {
      Canonicalization prefixes =
          Canonicalization.builder().pathPrefixStrip(strip).pathPrefixAdd(add).build();
      assertThat(of("GET", path, null, null, new byte[0], prefixes).uncovered())
          .isEqualTo(alike ? Set.of(Uncovered.PATH_PREFIX) : Set.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gw", "/gw/", "/"})
    void refusesPrefixesThatAreNoWholeSegments(String prefix) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Canonicalization.builder().pathPrefixAdd(prefix).build())
          .withMessageContaining(prefix);
    }

    @Test
    void readsAFormInItsDeclaredCharset() throws Exception {
      byte[] gbk = "name=\u5f20\u4e09&x=%D5%C5".getBytes(Charset.forName("GBK"));
      assertThat(of("POST", "/p", null, FORM + "; charset=GBK", gbk, DEFAULT).text())
          .isEqualTo("POST\n\n/p?name=\u5f20\u4e09&x=\u5f20");
    }

    @Test
    void refusesAFormWithACharsetInsideAQuotedParameterWhichSomeWouldTake() {
      byte[] utf8 = "n=\u5f20".getBytes(UTF_8);
      assertThatThrownBy(
              () -> of("POST", "/p", null, FORM + "; x=\"\\\";charset=gbk\"", utf8, DEFAULT))
          .isInstanceOf(MalformedRequestException.class);
    }

    /** Some runtimes decode escapes on their own, so that they would see other characters. */
    @ParameterizedTest
    @ValueSource(strings = {"n=%B0A", "n=\u00b0%41", "n=%D5\u00c5"})
    void refusesACharacterOfWhichOnlyAPartIsEscaped(String latin1) {
      assertThatThrownBy(
              () ->
                  of(
                      "POST",
                      "/p",
                      null,
                      FORM + ";charset=GBK",
                      latin1.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
                      DEFAULT))
          .isInstanceOf(MalformedRequestException.class);
    }

    /** The resource reads the form as it is declared, whatever charset is named for signing. */
    @Test
    void refusesADeclaredCharsetThatNoFormCanHaveThoughAnotherIsNamed() {
      Canonicalization gbk = Canonicalization.builder().charset(Charset.forName("GBK")).build();
      assertThatThrownBy(
              () -> of("POST", "/p", null, FORM + ";charset=UTF-16", "n=12".getBytes(UTF_8), gbk))
          .isInstanceOf(MalformedRequestException.class);
    }

    @Test
    void readsEveryFormInTheNamedCharset() throws Exception {
      Canonicalization gbk = Canonicalization.builder().charset(Charset.forName("GBK")).build();
      assertThat(of("POST", "/p", null, FORM, "n=%D5%C5".getBytes(UTF_8), gbk).text())
          .isEqualTo("POST\n\n/p?n=\u5f20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-32", "ISO-2022-JP", "IBM037", "UTF-16LE"})
    void refusesCharsetsInWhichADelimiterCanBePartOfAnotherCharacter(String charset) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Canonicalization.builder().charset(Charset.forName(charset)).build());
      assertThatThrownBy(
              () ->
                  of(
                      "POST",
                      "/p",
                      null,
                      FORM + ";charset=" + charset,
                      "a=1".getBytes(UTF_8),
                      DEFAULT))
          .isInstanceOf(MalformedRequestException.class);
    }
  }

  @Nested
  class Malformation {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "a=%",
          "a=%2",
          "a=%zz",
          "%=1",
          "a=%C3",
          "a=%C3%28",
          "a=%ED%A0%80",
          "a=%C0%80",
          "a=%FF",
          "a=%4%31",
          "a=%+1",
          "a=\u00e9",
          // the low bytes of these look like '&', '=', '%' and 'a'
          "a=1\u0126b=2",
          "\u0126",
          "a\u013d1",
          "\u013d",
          "a=\u012541",
          "\u0161=1"
        })
    void refusesWhatCannotBeDecodedExactly(String query) {
      assertThatThrownBy(() -> get(query, DEFAULT))
          .isInstanceOfSatisfying(
              MalformedRequestException.class,
              e -> assertThat(e.kind()).isEqualTo(Malformed.ESCAPE));
    }

    @Test
    void refusesBrokenEscapesAlsoWhereParametersStayRaw() {
      Canonicalization raw = Canonicalization.builder().parameters(Escapes.RAW).build();
      assertThatThrownBy(() -> get("a=%zz", raw)).isInstanceOf(MalformedRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "charset=utf-8;charset=gbk",
          "charset=no-such",
          "charset=",
          "charset=\"",
          "x=\"y;charset=gbk"
        })
    void refusesAFormWhoseCharsetIsNotOneThatIsKnown(String parameters) {
      for (String form : List.of("a=1", "")) {
        assertThatThrownBy(
                () ->
                    of("POST", "/p", null, FORM + ";" + parameters, form.getBytes(UTF_8), DEFAULT))
            .isInstanceOf(MalformedRequestException.class);
      }
    }

    @Test
    void countsTheParametersOfQueryAndFormTogether() throws Exception {
      String query = numbered(0, 500);
      assertThat(form(query, numbered(500, 1000), DEFAULT)).contains("k999=");
      assertThatThrownBy(() -> form(query, numbered(500, 1001), DEFAULT))
          .isInstanceOfSatisfying(
              MalformedRequestException.class,
              e -> assertThat(e.kind()).isEqualTo(Malformed.TOO_MANY_PARAMETERS));
    }

    private static String numbered(int from, int to) {
      return IntStream.range(from, to).mapToObj(i -> "k" + i).collect(Collectors.joining("&"));
    }
  }

  @Nested
  class WhatIsNotCovered {

    private static StringToSign strict(
        String method, @Nullable String query, @Nullable String type, String body)
        throws MalformedRequestException {
      return of(method, "/p", query, type, body.getBytes(UTF_8), DEFAULT);
    }

    @Test
    void namesABodyThatIsNotHashed() throws Exception {
      assertThat(strict("DELETE", null, "application/json", "{}").uncovered())
          .containsExactly(Uncovered.BODY);
      assertThat(strict("DELETE", null, "application/json", "").uncovered()).isEmpty();
    }

    @Test
    void namesLaterValues() throws Exception {
      assertThat(strict("GET", "a=1&b=2&a=3", null, "").uncovered())
          .containsExactly(Uncovered.REPEATED_PARAMETER);
      assertThat(strict("GET", "a=1&%61=3", null, "").uncovered())
          .containsExactly(Uncovered.REPEATED_PARAMETER);
    }

    @Test
    void namesLaterValuesOfRawParametersThatAreOneNameOnceDecoded() throws Exception {
      Canonicalization raw = Canonicalization.builder().parameters(Escapes.RAW).build();
      assertThat(of("GET", "/p", "a=1&%61=3", null, new byte[0], raw).uncovered())
          .containsExactly(Uncovered.REPEATED_PARAMETER);
    }

    /** A form behind a signed query, or a query before a signed form, would be free otherwise. */
    @ParameterizedTest
    @CsvSource({
      "to=bob&amount=1, to=eve",
      "to=bob, amount=9&to=eve",
      "to=bob, t%6f=eve",
      "t%6F=bob, to=eve",
      "to=bob, to",
      "to, to=",
      "to=, to",
      "to=bob&to=eve, to=eve",
      "%E4%BD%A0=1, %E4%BD%A0=2"
    })
    void namesTheOtherValueOfQueryOrForm(String query, String form) throws Exception {
      Canonicalization formFirst = Canonicalization.builder().precedence(Precedence.FORM).build();
      assertThat(strict("POST", query, FORM, form).uncovered()).contains(Uncovered.OTHER_VALUE);
      assertThat(strict("PATCH", query, FORM, form).uncovered()).contains(Uncovered.OTHER_VALUE);
      assertThat(strict("POST", form, FORM, query).uncovered()).contains(Uncovered.OTHER_VALUE);
      assertThat(of("POST", "/p", form, FORM, query.getBytes(UTF_8), formFirst).uncovered())
          .contains(Uncovered.OTHER_VALUE);
    }

    @Test
    void namesALaterValueOfTheOtherSideToo() throws Exception {
      assertThat(strict("POST", "to=bob", FORM, "to=bob&to=eve").uncovered())
          .contains(Uncovered.OTHER_VALUE);
      assertThat(strict("POST", "to=bob&to=eve", FORM, "to=bob").uncovered())
          .doesNotContain(Uncovered.OTHER_VALUE)
          .contains(Uncovered.REPEATED_PARAMETER);
    }

    @Test
    void saysWhichParameterHasTwoValues() throws Exception {
      assertThat(
              strict("POST", "a=1&t%0ao=bob", FORM, "a=1&t%0Ao=eve")
                  .describe(Uncovered.OTHER_VALUE))
          .isEqualTo(
              "the parameter 't\\no', which has one value in the query and another in the form");
    }

    @ParameterizedTest
    @CsvSource({
      "to=bob, to=bob",
      "to=bob, t%6f=b%6fb",
      "to=bob, amount=1",
      "to=b+b, to=b%20b",
      "to=bob&to=eve, to=bob",
      "a=1&a=2, b=1",
      "a=1, b=1&b=2",
      "to, to"
    })
    void doesNotMindWhatOnlyMovedOrRepeats(String query, String form) throws Exception {
      assertThat(strict("POST", query, FORM, form).uncovered())
          .doesNotContain(Uncovered.OTHER_VALUE, Uncovered.OTHER_SPELLING);
    }

    @ParameterizedTest
    @CsvSource({
      "a=2&%61=1",
      "a=2&%61=2",
      "%61=2&b=1&a=2",
      "%e4%bd%a0=1&%E4%BD%A0=2",
      "a+b=1&a%20b=1",
      "b=1&a&%61",
    })
    void namesWhatAFormSpellsInTwoWays(String form) throws Exception {
      for (Escapes escapes : Escapes.values()) {
        for (Precedence precedence : Precedence.values()) {
          Canonicalization choices =
              Canonicalization.builder().parameters(escapes).precedence(precedence).build();
          assertThat(of("POST", "/p", "b=1", FORM, form.getBytes(UTF_8), choices).uncovered())
              .as("%s %s", escapes, precedence)
              .contains(Uncovered.OTHER_SPELLING);
        }
      }
    }

    @ParameterizedTest
    @CsvSource({
      "b=1, a=2&a=1", //
      "%61=1, a=1",
      "a=1&%61=1, b=2",
      "a=1, %E4%BD%A0=1&%E4%BD%A0=2",
      "a=1, a%20b=1&a%20b=2"
    })
    void doesNotMindNamesThatAFormSpellsAlike(String query, String form) throws Exception {
      for (Escapes escapes : Escapes.values()) {
        Canonicalization choices = Canonicalization.builder().parameters(escapes).build();
        assertThat(of("POST", "/p", query, FORM, form.getBytes(UTF_8), choices).uncovered())
            .doesNotContain(Uncovered.OTHER_SPELLING);
      }
    }

    @Test
    void namesFormParametersThatCouldStandInTheQuery() throws Exception {
      assertThat(strict("POST", "a=1", FORM, "b=2").uncovered())
          .containsExactly(Uncovered.PARAMETER_PLACE);
      assertThat(strict("POST", "a=1&b=2", FORM, "").uncovered())
          .containsExactly(Uncovered.PARAMETER_PLACE);
      assertThat(strict("GET", null, FORM, "b=2").uncovered())
          .containsExactly(Uncovered.PARAMETER_PLACE);
      assertThat(strict("POST", null, FORM, "a=1&b=2").uncovered()).isEmpty();
    }

    @Test
    void namesABodyThatIsSignedLikeNoBody() throws Exception {
      assertThat(strict("POST", null, "application/json", "null").uncovered())
          .containsExactly(Uncovered.NULL_BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1%26b%3D2", "a%3d=1", "a=%26"})
    void namesEscapedDelimiters(String query) throws Exception {
      assertThat(strict("GET", query, null, "").uncovered()).containsExactly(Uncovered.DELIMITER);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/a%3Fb=1",
          "/a%2fb",
          "/a%3Bb",
          "/%2e%2E/b",
          "/a%2561",
          "/a%20b",
          "/a%00",
          "/%7Fa"
        })
    void namesEscapesOfReservedCharactersInADecodedPath(String path) throws Exception {
      Canonicalization decoded = Canonicalization.builder().path(Escapes.DECODED).build();
      assertThat(of("GET", path, null, null, new byte[0], decoded).uncovered())
          .containsExactly(Uncovered.PATH_DELIMITER);
      assertThat(of("GET", path, null, null, new byte[0], DEFAULT).uncovered()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%61%5F%2d%7E%39", "/%E4%BD%A0/%c3%a9", "/a.b;c"})
    void doesNotMindOtherEscapesInADecodedPath(String path) throws Exception {
      Canonicalization decoded = Canonicalization.builder().path(Escapes.DECODED).build();
      assertThat(of("GET", path, null, null, new byte[0], decoded).uncovered()).isEmpty();
    }
  }

  @Nested
  class Description {

    @Test
    void masksValuesAndShowsLineFeeds() throws Exception {
      assertThat(of("GET", "/p", "card=4111&n=1", null, new byte[0], DEFAULT).toString())
          .isEqualTo("GET\\n\\n/p?card=***&n=***");
    }

    @Test
    void isOneLineWhateverTheRequestHolds() throws Exception {
      String line =
          of("GET", "/p", "a=%0D%0Aforged&b=%E2%80%AE&c=%1B%5B2J", null, new byte[0], DEFAULT)
              .describe(true);
      assertThat(line).isEqualTo("GET\\n\\n/p?a=\\r\\nforged&b=\\u202e&c=\\u001b[2J");
    }

    @Test
    void shortensLongValues() throws Exception {
      String line =
          of("GET", "/p", "a=" + "x".repeat(500), null, new byte[0], DEFAULT).describe(true);
      assertThat(line).contains("…(500 characters)").hasSizeLessThan(150);
    }
  }
}
