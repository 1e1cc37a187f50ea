package io.github.mgsjaxrs.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Escapes;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Order;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Precedence;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Valueless;
import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import io.github.mgsjaxrs.backend.protocol.StringToSign;
import io.github.mgsjaxrs.properties.PlainRequest;
import io.github.mgsjaxrs.properties.PlainStringToSign;
import io.github.mgsjaxrs.request.MalformedRequestException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The parser of query and form, and the decoding of escapes in parameters and paths.
 *
 * <p>An input is a line for the path and the query, and the body behind the first line feed. Its
 * first character picks the options, so that seeds stay readable.
 */
class ParametersFuzzTest {

  private static final int LIMIT = 1000;
  private static final List<Charset> CHARSETS =
      List.of(UTF_8, Charset.forName("GBK"), Charset.forName("GB18030"), ISO_8859_1);

  @FuzzTest
  void readsEveryRequestAsThePlainImplementationDoes(byte[] input) {
    if (input.length < 2) {
      return;
    }
    int picks = input[0];
    PlainRequest request = request(Arrays.copyOfRange(input, 1, input.length), picks);
    Canonicalization choices = choices(picks);
    Optional<List<String>> expected = PlainStringToSign.readings(request, choices);
    try {
      StringToSign text = StringToSign.of(request.signed(), choices, LIMIT);
      assertThat(text.readings()).isEqualTo(expected.orElse(null));
      assertThat(text.text()).isEqualTo(text.readings().get(0));
      assertThat(text.describe(true)).doesNotContainPattern("[\\p{Cntrl}\\u2028\\u2029]");
      assertThat(text.uncovered()).isNotNull();
    } catch (MalformedRequestException refused) {
      if (expected.isPresent() && pieces(request) <= LIMIT) {
        throw new AssertionError("refused what can be read: " + request, refused);
      }
    }
  }

  private static PlainRequest request(byte[] input, int picks) {
    String all = new String(input, ISO_8859_1);
    int end = all.indexOf('\n');
    String target = end < 0 ? all : all.substring(0, end);
    int mark = target.indexOf('?');
    return new PlainRequest(
        (picks & 1) == 0 ? "POST" : "GET",
        "/" + (mark < 0 ? target : target.substring(0, mark)),
        mark < 0 ? "" : target.substring(mark + 1),
        (picks & 2) == 0,
        CHARSETS.get(picks >> 2 & 3),
        end < 0 ? new byte[0] : Arrays.copyOfRange(input, end + 1, input.length));
  }

  private static Canonicalization choices(int picks) {
    return Canonicalization.builder()
        .parameters((picks & 16) == 0 ? Escapes.DECODED : Escapes.RAW)
        .path((picks & 32) == 0 ? Escapes.DECODED : Escapes.RAW)
        .valueless((picks & 64) == 0 ? Valueless.EQUALS : Valueless.AS_SENT)
        .precedence((picks & 64) == 0 ? Precedence.QUERY : Precedence.FORM)
        .order((picks & 16) == 0 ? Order.CASE_SENSITIVE : Order.CASE_INSENSITIVE)
        .build();
  }

  private static long pieces(PlainRequest request) {
    String form = request.form() ? new String(request.body(), ISO_8859_1) : "";
    return Arrays.stream((request.query() + "&" + form).split("&"))
        .filter(piece -> !piece.isEmpty())
        .count();
  }

  @FuzzTest
  void takesAnyContentTypeWithoutAnUndeclaredException(byte[] input) {
    String header = new String(input, ISO_8859_1);
    SignedRequest request =
        SignedRequest.of("POST", "/", "a=1", header, "b=%e4%bd%a0&c=2".getBytes(UTF_8));
    try {
      StringToSign text = StringToSign.of(request, Canonicalization.DEFAULT, LIMIT);
      assertThat(text.text()).startsWith("POST\n").contains("\n/?a=1");
    } catch (MalformedRequestException refused) {
      assertThat(refused.getMessage()).doesNotContainPattern("\\p{Cntrl}");
    }
  }
}
