package io.github.mgsjaxrs.rpc.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.Coverage.Uncovered;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RpcTextTest {

  private static final String BODY = "[{\"_requestBody\":{\"userName\":\"\",\"userId\":0}}]";

  private static String text(String template, String body) throws IOException {
    RpcText text =
        new RpcText(
            RpcTemplate.of(template),
            "alipay.mobile.ic.dispatch",
            out -> out.write(body.getBytes(UTF_8)),
            "1700000000000",
            Set.of());
    return written(text);
  }

  private static String written(RpcText text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    text.writeTo(out);
    return out.toString(UTF_8);
  }

  @Test
  void writesTheDerivedContent() throws Exception {
    assertThat(text(RpcTemplate.DEFAULT.toString(), BODY))
        .isEqualTo(
            "Operation-Type=alipay.mobile.ic.dispatch&Request-Data="
                + "W3siX3JlcXVlc3RCb2R5Ijp7InVzZXJOYW1lIjoiIiwidXNlcklkIjowfX1d"
                + "&Ts=1700000000000");
  }

  @ParameterizedTest
  @CsvSource({"'',''", "a,YQ==", "ab,YWI=", "abc,YWJj", "abcd,YWJjZA=="})
  void padsTheBody(String body, String base64) throws Exception {
    assertThat(text(RpcTemplate.DEFAULT.toString(), body))
        .isEqualTo(
            "Operation-Type=alipay.mobile.ic.dispatch&Request-Data="
                + base64
                + "&Ts=1700000000000");
  }

  @Test
  void writesAnotherTemplate() throws Exception {
    assertThat(text("{ts}|{operation-type}|{request-data}.", "a"))
        .isEqualTo("1700000000000|alipay.mobile.ic.dispatch|YQ==.");
  }

  @Property
  void encodesTheBodyWithoutLineBreaksWhateverItsPieces(@ForAll byte[] body, @ForAll byte pieces)
      throws Exception {
    int piece = 1 + (pieces & 0x7f);
    RpcText text =
        new RpcText(
            RpcTemplate.of("{operation-type}&{request-data}&{ts}"),
            "op",
            out -> {
              for (int i = 0; i < body.length; i += piece) {
                out.write(body, i, Math.min(piece, body.length - i));
              }
            },
            "1",
            Set.of());
    assertThat(written(text)).isEqualTo("op&" + Base64.getEncoder().encodeToString(body) + "&1");
  }

  @Test
  void neverHoldsALargeBody() throws Exception {
    long[] seen = new long[2];
    OutputStream counted =
        new OutputStream() {
          @Override
          public void write(int b) {
            seen[0]++;
          }

          @Override
          public void write(byte[] bytes, int from, int count) {
            seen[0] += count;
            seen[1] = Math.max(seen[1], count);
          }
        };
    byte[] piece = new byte[8192];
    RpcText text =
        new RpcText(
            RpcTemplate.DEFAULT,
            "op",
            out -> {
              for (int i = 0; i < 1280; i++) {
                out.write(piece);
              }
            },
            "1",
            Set.of());
    text.writeTo(counted);
    assertThat(seen[0]).isEqualTo("Operation-Type=op&Request-Data=&Ts=1".length() + 13_981_016L);
    assertThat(seen[1]).as("the longest piece").isLessThan(64 * 1024);
  }

  @Test
  void leavesTheStreamOpenAndToldTheFailureOfTheBody() {
    boolean[] closed = new boolean[1];
    OutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed[0] = true;
          }

          @Override
          public void flush() {
            closed[0] = true;
          }
        };
    RpcText text =
        new RpcText(
            RpcTemplate.DEFAULT,
            "op",
            broken -> {
              throw new IOException("the file is gone");
            },
            "1",
            Set.of());
    assertThatThrownBy(() -> text.writeTo(out)).hasMessage("the file is gone");
    assertThat(closed[0]).isFalse();
  }

  @Test
  void masksTheBody() {
    RpcText text =
        new RpcText(
            RpcTemplate.DEFAULT, "op", out -> out.write(1), "OlFvMW0", Set.of(Uncovered.QUERY));
    assertThat(text).hasToString("Operation-Type=op&Request-Data=***&Ts=OlFvMW0");
    assertThat(text.describe(true)).isEqualTo("Operation-Type=op&Request-Data=***&Ts=OlFvMW0");
    assertThat(text.uncovered()).containsExactly(Uncovered.QUERY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Operation-Type={operation-type}&Ts={ts}",
        "{operation-type}&{request-data}",
        "{request-data}&{ts}",
        "{operation-type}&{request-data}&{ts}&{ts}",
        "{operation-type}&{request-data}&{ts}&{app-id}",
        "{operation-type}&{request-data}&{ts}&{",
        "{operation-type}&{request-data}&{ts}}",
        "{operation-type}&{Request-Data}&{ts}"
      })
  void refusesATemplateThatLeavesOutAPlaceOrNamesAnother(String template) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RpcTemplate.of(template))
        .withMessageContaining("exactly once is needed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{operation-type}{request-data}&{ts}",
        "{operation-type}&{request-data}{ts}",
        "{operation-type}&{request-data}Ts={ts}",
        "{ts}+/{request-data}&{operation-type}"
      })
  void refusesATemplateInWhichTwoPlacesCannotBeToldApart(String template) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RpcTemplate.of(template))
        .withMessageContaining("that Base64 cannot hold");
  }

  @Test
  void isEqualByItsText() {
    RpcTemplate one = RpcTemplate.of("{operation-type}&{request-data}&{ts}");
    assertThat(one)
        .isEqualTo(RpcTemplate.of("{operation-type}&{request-data}&{ts}"))
        .hasSameHashCodeAs(RpcTemplate.of("{operation-type}&{request-data}&{ts}"))
        .isNotEqualTo(RpcTemplate.DEFAULT)
        .hasToString("{operation-type}&{request-data}&{ts}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"alipay.mobile.ic.dispatch", "a", "com.x:y/z~1", "op=1"})
  void takesNamesOfOperations(String value) {
    assertThat(RpcText.isOperationType(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a&b", "a\u0080", "a\u0000b", "操作", "a\n", "\u007f"})
  void takesNothingThatCouldHoldBytesOfMd5(String value) {
    assertThat(RpcText.isOperationType(value)).isFalse();
  }

  /**
   * What the check is for: the signed text, its padding as RFC 1321 (3.1, 3.2) writes it behind a
   * secret of six bytes, and more, under a digest that is computed without the secret. Read as a
   * request, all of the padding stands in the operation type.
   */
  @Test
  void leavesNoRoomForTheContinuationOfAnMd5() {
    String signed = "Operation-Type=op&Request-Data=YQ==&Ts=1700000000000";
    byte[] padding = HexFormat.of().parseHex("80" + "00".repeat(60) + "d801000000000000");
    assertThat((6 + 1 + signed.length() + padding.length) % 64).isZero();
    String forged = signed.substring("Operation-Type=".length()) + new String(padding, ISO_8859_1);
    assertThat(RpcText.isOperationType(forged)).isFalse();
  }
}
