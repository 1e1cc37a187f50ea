package io.github.mgsjaxrs.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody might take the unsigned header for. */
class SentContentTypesTest {

  private static SentContentTypes types(String... values) {
    return new SentContentTypes(List.of(values));
  }

  @Test
  void saysNothingWhereNoneWasSent() {
    SentContentTypes none = types();
    assertThat(none.areNone()).isTrue();
    assertThat(none.first().type()).isEmpty();
    assertThat(none.mayBeOfAnotherBody()).isFalse();
    assertThat(none.mayBeOfParts()).isFalse();
    assertThat(none.mayDeclareCharset()).isFalse();
    assertThat(none.mayDeclareOtherThanUtf8()).isFalse();
  }

  @Test
  void looksIntoEachOfSeveral() {
    assertThat(types("text/plain", "text/html").mayBeOfAnotherBody()).isFalse();
    assertThat(types("text/plain", "*/*").mayBeOfAnotherBody()).isTrue();
    assertThat(types("text/plain", "multipart/mixed").mayBeOfParts()).isTrue();
    assertThat(types("text/plain", "a/b;charset=GBK").mayDeclareOtherThanUtf8()).isTrue();
    assertThat(types("text/plain", "a/b").first().type()).isEqualTo("text/plain");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data;charset=utf-8",
        "multipart/form-data; Charset=UTF8; boundary=b",
        "multipart/form-data;boundary=b;\tcharset=\"UTF-8\" "
      })
  void readsNoOtherCharsetWhereUtf8IsDeclaredOnce(String type) {
    assertThat(types(type).mayDeclareCharset()).isTrue();
    assertThat(types(type).mayDeclareOtherThanUtf8()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data;charset=GBK",
        "multipart/form-data;charset=utf-16",
        "multipart/form-data;charset =utf-8",
        "multipart/form-data;xcharset=utf-8",
        "multipart/form-data;charset=utf-8;charset=utf-8",
        "multipart/form-data;charset=utf-8;x=charset",
        "multipart/form-data;charset=utf-8,x",
        "multipart/charset"
      })
  void mayReadAnotherCharsetWhereAnythingElseIsDeclared(String type) {
    assertThat(types(type).mayDeclareCharset()).isTrue();
    assertThat(types(type).mayDeclareOtherThanUtf8()).isTrue();
  }
}
