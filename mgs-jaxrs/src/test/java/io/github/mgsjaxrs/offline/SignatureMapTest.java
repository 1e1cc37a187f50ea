package io.github.mgsjaxrs.offline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureMapTest {

  private static Map<String, String> read(String json) throws IOException {
    return SignatureMap.of(json.getBytes(UTF_8));
  }

  @Test
  void readsNamesAndSignatures() throws IOException {
    assertThat(read("{\"a.tar\":\"QUJD\",\"Manifest.xml\":\"\"}"))
        .containsExactly(Map.entry("a.tar", "QUJD"), Map.entry("Manifest.xml", ""));
  }

  @Test
  void readsNoSignatures() throws IOException {
    assertThat(read("{}")).isEmpty();
    assertThat(read(" { } ")).isEmpty();
  }

  @Test
  void takesWhiteSpaceBetween() throws IOException {
    assertThat(read("\r\n\t { \"a\" : \"b\" ,\n \"c\"\t:\r\"d\" } \n"))
        .containsExactly(Map.entry("a", "b"), Map.entry("c", "d"));
  }

  @Test
  void readsEscapes() throws IOException {
    assertThat(read("{\"\\\"\\\\\\/\\b\\f\\n\\r\\t\":\"\\u0041\\u00e9\\u00E9\\ud83c\\udf75é🍵\"}"))
        .containsExactly(Map.entry("\"\\/\b\f\n\r\t", "Aéé🍵é🍵"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "}",
        "[]",
        "null",
        "\"a\"",
        "{}{}",
        "{} x",
        "\ufeff{}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1}",
        "{\"a\":null}",
        "{\"a\":true}",
        "{\"a\":{}}",
        "{\"a\":[\"b\"]}",
        "{\"a\":\"b\",}",
        "{,\"a\":\"b\"}",
        "{\"a\":\"b\" \"c\":\"d\"}",
        "{\"a\":\"b\"",
        "{\"a\":\"b",
        "{\"a\":\"b\\",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12\"}",
        "{\"a\":\"\\u12g4\"}",
        "{\"a\":\"\\u\uff11\uff11\uff11\uff11\"}",
        "{\"a\":\"line\nfeed\"}",
        "{\"a\":\"\u001f\"}",
        "{'a':'b'}",
        "{a:\"b\"}",
        "{\"a\":\"b\"}//",
        "{\"a\"=\"b\"}",
        "\u00a0{}"
      })
  void refusesAnythingElse(String json) {
    assertThat(outcome(json.getBytes(UTF_8)))
        .returns(PackageOutcome.VERIFICATION_FAILED, RejectedPackage::outcome)
        .satisfies(found -> assertThat(found.reason()).contains("no JSON object of strings"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":\"b\",\"a\":\"b\"}", "{\"a\":\"b\",\"\\u0061\":\"c\"}"})
  void refusesANameThatStandsInItTwice(String json) {
    assertThat(outcome(json.getBytes(UTF_8)).reason()).contains("one name twice");
  }

  @Test
  void refusesWhatIsNotUtf8() {
    assertThat(outcome(new byte[] {'{', '"', (byte) 0xc0, (byte) 0x80, '"'}).reason())
        .contains("not UTF-8");
  }

  private static RejectedPackage outcome(byte[] json) {
    return catchThrowableOfType(RefusedPackageException.class, () -> SignatureMap.of(json))
        .rejected();
  }
}
