package io.github.mgsjaxrs.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mgsjaxrs.backend.protocol.Body;
import io.github.mgsjaxrs.backend.protocol.BodyTreatment;
import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.ContentMd5;
import io.github.mgsjaxrs.request.ContentType.Parameter;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which charset a header declares, and from which one a body is transcoded. */
class ContentTypeTest {

  private static final Charset GBK = Charset.forName("GBK");
  private static final Canonicalization TRANSCODING =
      Canonicalization.builder().charsetTranscoding(true).build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain;charset=GBK",
        "text/plain; charset=gbk ",
        "text/plain;x=1;charset=\"gbk\";y",
        "text/plain;=;charset=GBK",
        ";charset=GBK"
      })
  void readsTheCharset(String header) throws Exception {
    assertThat(ContentType.of(header).charset()).isEqualTo(GBK);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "text/plain", "text/plain;", "text/plain;x=1", "a;x=\"\\\"\""})
  void findsNoneWhereNoneIsDeclared(String header) throws Exception {
    assertThat(ContentType.of(header).charset()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a;charset=utf-8;charset=utf-8",
        "a;charset=none",
        "a;charset=",
        "a;charset=\"\"",
        "a;charset=\"",
        "a;x=\"\\\";charset=GBK",
        "a;charset=:",
        "a;charset"
      })
  void refusesACharsetThatNobodyCouldRead(String header) {
    assertThatExceptionOfType(MalformedRequestException.class)
        .isThrownBy(() -> ContentType.of(header).charset())
        .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Malformed.ESCAPE));
  }

  /** What one reader takes for a charset, and another for a part of something else. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a;xcharset=GBK",
        "a;x=charset=GBK",
        "a;Charset=GBK",
        "a;charset =GBK",
        "a;charset= GBK",
        "a;x=\";charset=UTF-8\";charset=GBK",
        "a;x=\"; charset=GBK",
        "a;x=\"; charset=GBK\"",
        "a;x=\"\\\"; charset=GBK",
        "a;x=\"a\\\";\";charset=GBK",
        "a;\\;charset=GBK",
        "a;charset=GBK x",
        "a;charset=G\"B\"K",
        "a;charset='GBK'",
        "a;charset=\"GBK\"\u0085",
        "a;charset=GBK,b;charset=UTF-8",
        "a;charset*=GBK",
        "a;charset=UTF-8;x=charset"
      })
  void refusesACharsetThatOthersWouldNotRead(String header) {
    assertThatExceptionOfType(MalformedRequestException.class)
        .isThrownBy(() -> ContentType.of(header).charset());
  }

  @Test
  void takesTheCharsetThatIsReadAnywayHoweverItsParameterIsWritten() throws Exception {
    assertThat(ContentType.of("a;Charset=utf-8").charset()).isEqualTo(UTF_8);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        ";application/x-www-form-urlencoded",
        "multipart/form-data",
        "application/x-www-form-urlencodedx"
      })
  void takesNothingElseForAForm(String header) {
    assertThat(ContentType.of(header).isForm()).isFalse();
    assertThat(BodyTreatment.of("GET", ContentType.of(header))).isEqualTo(BodyTreatment.UNSIGNED);
    assertThat(BodyTreatment.of("put", ContentType.of(header))).isEqualTo(BodyTreatment.HASHED);
  }

  @Test
  void tellsPartsOfAFormFromOtherParts() {
    assertThat(ContentType.of(null).isFormData()).isFalse();
    assertThat(ContentType.of("multipart/mixed; boundary=b").isFormData()).isFalse();
    assertThat(ContentType.of(" Multipart/Form-Data;boundary=b").isFormData()).isTrue();
    // some containers compare how it begins
    assertThat(ContentType.of("multipart/form-dataX").isFormData()).isTrue();
  }

  @Test
  void readsParametersThatEverybodyReads() throws Exception {
    String header = "Text/Plain ;\ta=1; B=\"2; x\" ;c==/@;a=1 ; ";
    assertThat(ContentType.of(header).type()).isEqualTo("Text/Plain");
    assertThat(ContentType.of(header).parameters())
        .containsExactly(
            new Parameter("a", "1"),
            new Parameter("B", "2; x"),
            new Parameter("c", "=/@"),
            new Parameter("a", "1"));
    assertThat(ContentType.of("a/b").parameters()).isEmpty();
    assertThat(ContentType.of("a/b;x=" + "y".repeat(200)).parameters()).hasSize(1);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "a;x=1",
        "a/*;x=1",
        "a/b x;x=1",
        "a/b;x",
        "a/b;;x=1",
        "a/b;=1",
        "a/b;x=",
        "a/b;x =1",
        "a/b;x= 1",
        "a/b;x=1 2",
        "a/b;x=1,",
        "a/b;x=(1)",
        "a/b;x*=1",
        "a/b;x=\"1",
        "a/b;x=\"1\"2",
        "a/b;x=\"\\\"\"",
        "a/b;x=\\1",
        "a/b;x=1\u000b",
        "a/b;x=\"\u007f\"",
        "a/b;x=1\u000b;y=1"
      })
  void refusesParametersThatOthersWouldReadOtherwise(String header) {
    assertThatExceptionOfType(MalformedRequestException.class)
        .isThrownBy(() -> ContentType.of(header).parameters())
        .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Malformed.ESCAPE));
    String endless = "a/b;x=" + "y".repeat(201);
    assertThatExceptionOfType(MalformedRequestException.class)
        .isThrownBy(() -> ContentType.of(endless).parameters());
  }

  @Test
  void transcodesFromADeclaredCharsetOtherThanUtf8WhereTold() throws Exception {
    ContentType gbk = ContentType.of("text/plain;charset=GBK");
    ContentType utf8 = ContentType.of("text/plain;charset=utf-8");
    assertThat(ContentMd5.transcodedFrom(gbk, TRANSCODING)).isEqualTo(GBK);
    assertThat(ContentMd5.transcodedFrom(utf8, TRANSCODING)).isNull();
    assertThat(ContentMd5.transcodedFrom(ContentType.of("text/plain"), TRANSCODING)).isNull();
    assertThat(ContentMd5.transcodedFrom(gbk, Canonicalization.DEFAULT)).isNull();
  }

  @Test
  void asksForNoCharsetWhereNothingIsTranscoded() throws Exception {
    ContentType unknown = ContentType.of("text/plain;charset=none");
    assertThat(ContentMd5.transcodedFrom(unknown, Canonicalization.DEFAULT)).isNull();
    assertThatExceptionOfType(MalformedRequestException.class)
        .isThrownBy(() -> ContentMd5.transcodedFrom(unknown, TRANSCODING));
  }

  @Test
  void tellsTheLengthOfEveryKindOfBody() {
    assertThat(new Body.Form("a=1".getBytes(UTF_8)).length()).isEqualTo(3);
    assertThat(new Body.Hashed(7, new byte[16]).length()).isEqualTo(7);
    assertThat(new Body.Unsigned(9).length()).isEqualTo(9);
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new Body.Hashed(7, new byte[20]))
        .withMessageContaining("20");
  }
}
