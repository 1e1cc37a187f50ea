package io.github.mgsjaxrs.backend.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mgsjaxrs.Coverage.Uncovered;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Escapes;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Precedence;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Valueless;
import io.github.mgsjaxrs.request.Malformed;
import io.github.mgsjaxrs.request.MalformedRequestException;
import java.nio.charset.Charset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exactly at a limit and one beyond it, and requests that follow each other. */
class StringToSignSizesTest {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Canonicalization FORM_FIRST =
      Canonicalization.builder().precedence(Precedence.FORM).build();
  private static final Canonicalization AS_SENT =
      Canonicalization.builder().valueless(Valueless.AS_SENT).build();

  /** More than is kept for the next request, so that it is made for this one. */
  private static final String LONG = "x".repeat(20_000);

  private static StringToSign post(
      @Nullable String query, @Nullable String type, String body, Canonicalization choices)
      throws MalformedRequestException {
    return StringToSign.of(
        SignedRequest.of("POST", "/p", query, type, body.getBytes(ISO_8859_1)), choices, 1000);
  }

  private static String get(String path, @Nullable String query, Canonicalization choices)
      throws MalformedRequestException {
    return StringToSign.of(SignedRequest.of("GET", path, query, null, new byte[0]), choices, 1000)
        .text();
  }

  @Test
  void takesAsManyParametersAsTheLimitSaysAndNoMore() throws Exception {
    SignedRequest none = SignedRequest.of("GET", "/p", "&&", null, new byte[0]);
    SignedRequest two = SignedRequest.of("GET", "/p", "b=1&a", null, new byte[0]);
    assertThat(StringToSign.of(none, Canonicalization.DEFAULT, 0).text()).isEqualTo("GET\n\n/p");
    assertThat(StringToSign.of(two, Canonicalization.DEFAULT, 2).text())
        .isEqualTo("GET\n\n/p?a=&b=1");
    assertThatExceptionOfType(MalformedRequestException.class)
        .isThrownBy(() -> StringToSign.of(two, Canonicalization.DEFAULT, 1))
        .withMessageContaining("more than 1 parameters")
        .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Malformed.TOO_MANY_PARAMETERS));
  }

  @Test
  void writesTextsOfAnyLength() throws Exception {
    assertThat(get("/" + LONG, null, Canonicalization.DEFAULT)).isEqualTo("GET\n\n/" + LONG);
    assertThat(post(null, "text/plain", "", Canonicalization.DEFAULT).text())
        .isEqualTo("POST\nN6YlnMDB2uKZp4Zkid/wvQ==\n/p");
    assertThat(
            StringToSign.of(
                    SignedRequest.of("put", "/" + LONG, null, null, "null".getBytes(UTF_8)),
                    Canonicalization.DEFAULT,
                    0)
                .text())
        .isEqualTo("PUT\nN6YlnMDB2uKZp4Zkid/wvQ==\n/" + LONG);
    assertThat(get("/p", "b=" + LONG + "&a", Canonicalization.DEFAULT))
        .isEqualTo("GET\n\n/p?a=&b=" + LONG);
    assertThat(get("/" + LONG, "c&b&a", Canonicalization.DEFAULT))
        .isEqualTo("GET\n\n/" + LONG + "?a=&b=&c=");
    String method = LONG.toUpperCase(Locale.ROOT);
    assertThat(
            StringToSign.of(
                    SignedRequest.of(LONG, "/p", "a", null, new byte[0]),
                    Canonicalization.DEFAULT,
                    1)
                .text())
        .isEqualTo(method + "\n\n/p?a=");
  }

  @Test
  void readsALongFormBehindALongQuery() throws Exception {
    assertThat(post("b=" + LONG, FORM, "a=" + LONG, Canonicalization.DEFAULT).text())
        .isEqualTo("POST\n\n/p?a=" + LONG + "&b=" + LONG);
  }

  /** What the last request left behind is no part of this one. */
  @Test
  void takesNothingOverFromTheRequestBefore() throws Exception {
    assertThat(get("/p", "k=value&l=%26&k=2", AS_SENT)).isEqualTo("GET\n\n/p?k=value&l=&");
    assertThat(get("/p", "k", AS_SENT)).isEqualTo("GET\n\n/p?k");
    StringToSign last = post("k", null, "1", AS_SENT);
    assertThat(last.uncovered()).isEmpty();
    assertThat(post("a=1", FORM + ";charset=GBK", "%26=%D5%C5", AS_SENT).uncovered())
        .contains(Uncovered.DELIMITER);
    assertThat(post("k", null, "1", AS_SENT).uncovered()).isEmpty();
  }

  @Test
  void remembersAnEscapedDelimiterOfEitherSideInEitherOrder() throws Exception {
    for (Canonicalization choices : new Canonicalization[] {Canonicalization.DEFAULT, FORM_FIRST}) {
      for (String charset : new String[] {"UTF-8", "GBK"}) {
        String type = FORM + ";charset=" + charset;
        assertThat(post("a=1", type, "b=%26", choices).uncovered()).contains(Uncovered.DELIMITER);
        assertThat(post("a=%3D", type, "b=1", choices).uncovered()).contains(Uncovered.DELIMITER);
        assertThat(post("a=%2B", type, "b=%25", choices).uncovered())
            .containsExactly(Uncovered.PARAMETER_PLACE);
      }
    }
  }

  @Test
  void findsNoDelimiterWhereEscapesStay() throws Exception {
    Canonicalization raw = Canonicalization.builder().parameters(Escapes.RAW).build();
    StringToSign text = post("a=%26", FORM + ";charset=GBK", "b=%3D", raw);
    assertThat(text.text()).isEqualTo("POST\n\n/p?a=%26&b=%3D");
    assertThat(text.uncovered()).containsExactly(Uncovered.PARAMETER_PLACE);
  }

  /** They would be UTF-8, had the server not read them as another charset. */
  @ParameterizedTest
  @ValueSource(strings = {"a=\u00c3\u00a9", "\u00c3\u00a9=1", "a=1&b\u00c3\u00a9", "\u4141=1"})
  void refusesAQueryWithCharactersThatWereNeverSent(String query) {
    for (Canonicalization choices : new Canonicalization[] {Canonicalization.DEFAULT, FORM_FIRST}) {
      assertThatExceptionOfType(MalformedRequestException.class)
          .isThrownBy(() -> post(query, FORM, "xyz=1", choices))
          .withMessageContaining("percent-encoded");
    }
  }

  @Test
  void readsRawBytesOfAFormInItsCharset() throws Exception {
    byte[] gbk = "\u5f20=\u4e09".getBytes(Charset.forName("GBK"));
    String body = new String(gbk, ISO_8859_1);
    Canonicalization raw = Canonicalization.builder().parameters(Escapes.RAW).build();
    for (Canonicalization choices : new Canonicalization[] {raw, Canonicalization.DEFAULT}) {
      assertThat(post("x=1", FORM + ";charset=GBK", body, choices).text())
          .isEqualTo("POST\n\n/p?x=1&\u5f20=\u4e09");
    }
  }

  @Test
  void stripsAPrefixOnlyInFrontOfASlash() throws Exception {
    Canonicalization strip = Canonicalization.builder().pathPrefixStrip("/gw").build();
    assertThat(get("/gw", null, strip)).isEqualTo("GET\n\n");
    assertThat(get("/gw/a", null, strip)).isEqualTo("GET\n\n/a");
    assertThat(get("/gwa", null, strip)).isEqualTo("GET\n\n/gwa");
    assertThat(get("/g", null, strip)).isEqualTo("GET\n\n/g");
  }

  @Test
  void findsNoDelimiterInADecodedPathThatHasNone() throws Exception {
    Canonicalization decoded = Canonicalization.builder().path(Escapes.DECODED).build();
    SignedRequest plain = SignedRequest.of("GET", "/a%62b", null, null, new byte[0]);
    SignedRequest slash = SignedRequest.of("GET", "/a%2Fb", null, null, new byte[0]);
    assertThat(StringToSign.of(plain, decoded, 1).uncovered()).isEmpty();
    assertThat(StringToSign.of(slash, decoded, 1).uncovered())
        .containsExactly(Uncovered.PATH_DELIMITER);
    assertThat(StringToSign.of(slash, Canonicalization.DEFAULT, 1).uncovered()).isEmpty();
  }

  @Test
  void givesBothReadingsOfAnEmptyBodyWithItsParameters() throws Exception {
    assertThat(post("b=1&a=2", null, "", Canonicalization.DEFAULT).readings())
        .containsExactly(
            "POST\nN6YlnMDB2uKZp4Zkid/wvQ==\n/p?a=2&b=1",
            "POST\n1B2M2Y8AsgTpgAmY7PhCfg==\n/p?a=2&b=1");
  }

  @Test
  void describesBareNamesAsTheyAreSigned() throws Exception {
    assertThat(post("k&a=", null, "", AS_SENT).describe(true))
        .isEqualTo("POST\\nN6YlnMDB2uKZp4Zkid/wvQ==|1B2M2Y8AsgTpgAmY7PhCfg==\\n/p?a=&k");
    assertThat(post("k&a=", FORM, "", Canonicalization.DEFAULT).describe(true))
        .isEqualTo("POST\\n\\n/p?a=&k=");
    assertThat(post("k&a=", FORM, "", Canonicalization.DEFAULT).describe(false))
        .isEqualTo("POST\\n\\n/p?a=***&k=***");
  }

  @Test
  void shortensAValueOfMoreThan64Characters() throws Exception {
    String longest = "v".repeat(64);
    assertThat(post("a=" + longest, FORM, "", Canonicalization.DEFAULT).describe(true))
        .isEqualTo("POST\\n\\n/p?a=" + longest);
    assertThat(post("a=" + longest + "w", FORM, "", Canonicalization.DEFAULT).describe(true))
        .isEqualTo("POST\\n\\n/p?a=" + longest + "…(65 characters)");
  }
}
