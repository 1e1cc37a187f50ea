package io.github.mgsjaxrs.apigateway.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.request.Malformed;
import io.github.mgsjaxrs.request.MalformedRequestException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts are written by hand, after API Gateway's "Backend signature", "Headers". */
class SignedHeadersTest {

  private final Map<String, List<String>> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private HeaderOrder order = HeaderOrder.AS_LISTED;
  private HeaderCharset charset = HeaderCharset.US_ASCII;
  private HeaderLimits limits = HeaderLimits.DEFAULT;

  private SignedHeaders headers(String list) throws MalformedRequestException {
    return SignedHeaders.of(
        list, name -> sent.getOrDefault(name, List.of()), order, charset, limits);
  }

  private String text(String list) throws MalformedRequestException {
    return headers(list).text();
  }

  private String refusal(Malformed kind, String list) {
    MalformedRequestException malformed =
        assertThatExceptionOfType(MalformedRequestException.class)
            .isThrownBy(() -> headers(list))
            .actual();
    assertThat(malformed.kind()).isEqualTo(kind);
    return malformed.getMessage();
  }

  @Test
  void writesThePublishedLines() throws Exception {
    sent.put("HeaderKey2", List.of("HeaderValue2"));
    sent.put("HeaderKey1", List.of("HeaderValue1"));
    assertThat(text("HeaderKey1,HeaderKey2"))
        .isEqualTo("headerkey1:HeaderValue1\nheaderkey2:HeaderValue2\n");
    assertThat(text("HeaderKey2,HeaderKey1")).isEqualTo(text("HeaderKey1,HeaderKey2"));
  }

  @Test
  void sortsByTheNamesAsTheyAreListed() throws Exception {
    sent.put("a", List.of("1"));
    sent.put("b", List.of("2"));
    // the documentation sorts first, and then makes lower case
    assertThat(text("a,B")).isEqualTo("b:2\na:1\n");
    assertThat(text("A,b")).isEqualTo("a:1\nb:2\n");
    order = HeaderOrder.LOWER_CASE;
    assertThat(text("a,B")).isEqualTo("a:1\nb:2\n");
  }

  @Test
  void skipsAHeaderThatWasNotSentAndKeepsAnEmptyOne() throws Exception {
    sent.put("b", List.of(""));
    assertThat(text("a,b,c")).isEqualTo("b:\n");
    assertThat(headers("a,b,c").names()).containsExactly("b");
    assertThat(headers("a,b,c").listed()).containsExactly("a", "b", "c");
  }

  @Test
  void takesNothingOffAValue() throws Exception {
    sent.put("a", List.of(" x:y  z "));
    assertThat(text("a")).isEqualTo("a: x:y  z \n");
  }

  @Test
  void hasNoLineWhereNothingIsListed() throws Exception {
    assertThat(text(null)).isEmpty();
    assertThat(text("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",", "a,", ",a", "a,,b", " ", "a, b", "a ,b", "a;b", "a:b", "a\tb", "a\nb", "a\r\n b",
        "a/b", "\"a\"", "ä", "a\u0000"
      })
  void refusesWhatIsNoNameInTheList(String list) {
    assertThat(refusal(Malformed.HEADERS, list)).contains("no name of a header");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,a", "a,A", "x,Content-Type,content-type"})
  void refusesANameThatIsListedTwice(String list) {
    assertThat(refusal(Malformed.HEADERS, list)).contains("more than once");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Ca-Proxy-Signature",
        "x-ca-proxy-signature",
        "a,X-CA-PROXY-SIGNATURE-HEADERS",
      })
  void refusesTheSignatureAndTheListInTheList(String list) {
    assertThat(refusal(Malformed.HEADERS, list)).contains("which no signature is of");
  }

  /** Clients are known that list it. */
  @Test
  void signsTheHeaderOfTheKeyWhereItIsListed() throws Exception {
    sent.put("X-Ca-Proxy-Signature-Secret-Key", List.of("DemoKey1"));
    assertThat(text("x-ca-proxy-signature-secret-key"))
        .isEqualTo("x-ca-proxy-signature-secret-key:DemoKey1\n");
  }

  @Test
  void refusesASignedHeaderThatWasSentTwice() {
    sent.put("a", List.of("1", "1"));
    assertThat(refusal(Malformed.HEADER_REPEATED, "a")).contains("'a' was sent more than once");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1\nb:2", "1\r\n 2", "\u0000", "1\t2", "\u007f", "1\u000b"})
  void refusesAControlCharacterInAValue(String value) {
    sent.put("a", List.of(value));
    for (HeaderCharset each : HeaderCharset.values()) {
      charset = each;
      assertThat(refusal(Malformed.HEADERS, "a")).contains("control character").doesNotContain("1");
    }
  }

  @Test
  void refusesOtherCharactersUnlessItIsKnownHowTheServerReadsThem() {
    sent.put("a", List.of("中"));
    assertThat(refusal(Malformed.HEADERS, "a")).contains("mgs.apigateway.header-charset");
  }

  @Test
  void decodesBytesThatTheServerGivesAsCharacters() throws Exception {
    charset = HeaderCharset.ISO_8859_1;
    sent.put("a", List.of("\u00e4\u00b8\u00ad")); // UTF-8 of one character
    assertThat(text("a")).isEqualTo("a:中\n");
    sent.put("a", List.of("\u00e4")); // Latin-1
    assertThat(refusal(Malformed.HEADERS, "a")).contains("not valid in UTF-8");
    sent.put("a", List.of("中"));
    assertThat(refusal(Malformed.HEADERS, "a")).contains("other than ISO-8859-1");
    sent.put("a", List.of("\u00c2\u0085")); // UTF-8 of a control character
    assertThat(refusal(Malformed.HEADERS, "a")).contains("control character");
  }

  @Test
  void takesWhatTheServerHasDecoded() throws Exception {
    charset = HeaderCharset.UTF_8;
    sent.put("a", List.of("中"));
    assertThat(text("a")).isEqualTo("a:中\n");
    sent.put("a", List.of("x\ufffd")); // two bytes that are no UTF-8 give the same
    assertThat(refusal(Malformed.HEADERS, "a")).contains("not valid in UTF-8");
    sent.put("a", List.of("\ud800"));
    assertThat(refusal(Malformed.HEADERS, "a")).contains("not valid in UTF-8");
  }

  @Test
  void boundsTheListAndTheValues() throws Exception {
    limits = new HeaderLimits(2, 4, 8);
    sent.put("a", List.of("12345678"));
    assertThat(text("a,bbbb")).isEqualTo("a:12345678\n");
    assertThat(refusal(Malformed.HEADERS_TOO_LONG, "a,b,c")).contains("limits.headers, which is 2");
    assertThat(refusal(Malformed.HEADERS_TOO_LONG, "abcde")).contains("limits.name, which is 4");
    sent.put("b", List.of("9"));
    assertThat(refusal(Malformed.HEADERS_TOO_LONG, "a,b")).contains("limits.values, which is 8");
  }

  @Test
  void takesAsManyAsTheLargestLimitAdmits() throws Exception {
    limits = new HeaderLimits(HeaderLimits.MOST_HEADERS, 128, 1024);
    String list = IntStream.range(0, 256).mapToObj(i -> "h" + i).collect(Collectors.joining(","));
    assertThat(headers(list).listed()).hasSize(256);
    assertThat(refusal(Malformed.HEADERS_TOO_LONG, list + ",one-more")).contains("256");
  }

  @ParameterizedTest
  @CsvSource({"-1,1,1", "257,1,1", "1,0,1", "1,1025,1", "1,1,-1", "1,1,1048577"})
  void takesNoLimitOutOfItsRange(int headers, int name, int values) {
    assertThatExceptionOfType(MgsConfigurationException.class)
        .isThrownBy(() -> new HeaderLimits(headers, name, values))
        .withMessageContaining("mgs.apigateway.limits.");
  }
}
