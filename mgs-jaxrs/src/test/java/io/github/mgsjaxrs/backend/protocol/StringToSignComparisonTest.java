package io.github.mgsjaxrs.backend.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.Coverage.Uncovered;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Escapes;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Order;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Precedence;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Valueless;
import io.github.mgsjaxrs.properties.PlainRequest;
import io.github.mgsjaxrs.properties.PlainStringToSign;
import java.nio.charset.Charset;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Requests with up to two hundred parameters, whose names are as much alike as they can be, beside
 * the slow second implementation. Always the same requests: the seed is fixed.
 */
class StringToSignComparisonTest {

  private static final Charset GBK = Charset.forName("GBK");
  private static final int[] COUNTS = {0, 1, 2, 3, 5, 8, 9, 16, 17, 33, 64, 200};
  private static final String[] PREFIXES = {"", "", "k", "name.of.the.field[", "\u4f60\u597d", "%"};
  private static final String[] PIECES = {"a", "b", "A", "B", "0", "\u4f60", "-", "=", "+", " "};

  private final Random random = new Random(64_256);

  /** Names in the order in which they are read, and whether one was there before. */
  private static final class Names {
    final Set<String> known = new HashSet<>();
    boolean repeated;

    void add(String name) {
      repeated |= !known.add(name);
    }
  }

  @Test
  void agreesWithTheSlowImplementation() throws Exception {
    Set<Uncovered> met = EnumSet.noneOf(Uncovered.class);
    for (int i = 0; i < 144; i++) {
      Canonicalization choices = choices();
      Names names = new Names();
      boolean form = random.nextBoolean();
      Charset charset = random.nextBoolean() ? GBK : UTF_8;
      int count = COUNTS[i % COUNTS.length];
      int inForm = form ? random.nextInt(count + 1) : 0;
      String prefix = PREFIXES[random.nextInt(PREFIXES.length)];
      String query = parameters(count - inForm, prefix, UTF_8, names);
      String body = parameters(inForm, prefix, charset, names);
      PlainRequest request =
          new PlainRequest("POST", "/p", query, form, charset, body.getBytes(ISO_8859_1));
      StringToSign text = StringToSign.of(request.signed(), choices, count);

      assertThat(text.readings())
          .as("request %d: %s, %s", i, request, choices)
          .isEqualTo(PlainStringToSign.readings(request, choices).orElseThrow());
      assertThat(text.uncovered().contains(Uncovered.REPEATED_PARAMETER))
          .as("request %d: %s, %s", i, request, choices)
          .isEqualTo(names.repeated);
      assertThat(text.uncovered().contains(Uncovered.OTHER_VALUE))
          .as("request %d: %s, %s", i, request, choices)
          .isEqualTo(PlainStringToSign.hasOtherValue(request, choices));
      assertThat(text.uncovered().contains(Uncovered.OTHER_SPELLING))
          .as("request %d: %s, %s", i, request, choices)
          .isEqualTo(PlainStringToSign.hasOtherSpelling(request));
      met.addAll(text.uncovered());
    }
    assertThat(met).contains(Uncovered.OTHER_VALUE, Uncovered.OTHER_SPELLING);
  }

  private Canonicalization choices() {
    return Canonicalization.builder()
        .parameters(random.nextInt(4) == 0 ? Escapes.RAW : Escapes.DECODED)
        .order(random.nextInt(4) == 0 ? Order.CASE_INSENSITIVE : Order.CASE_SENSITIVE)
        .precedence(random.nextBoolean() ? Precedence.FORM : Precedence.QUERY)
        .valueless(random.nextBoolean() ? Valueless.AS_SENT : Valueless.EQUALS)
        .build();
  }

  /** Each with something behind its prefix that others have too, a part of it escaped. */
  private String parameters(int count, String prefix, Charset charset, Names names) {
    StringBuilder sent = new StringBuilder();
    for (int i = 0; i < count; i++) {
      StringBuilder name = new StringBuilder(prefix);
      for (int length = random.nextInt(7); length > 0; length--) {
        name.append(PIECES[random.nextInt(random.nextInt(PIECES.length) + 1)]);
      }
      names.add(name.toString());
      sent.append(i == 0 ? "" : random.nextInt(9) == 0 ? "&&" : "&");
      String written = written(name.toString(), charset);
      int kind = written.isEmpty() ? 0 : random.nextInt(4);
      sent.append(written).append(kind == 3 ? "" : "=");
      sent.append(kind == 0 ? written("\u597d" + i, charset) : kind == 1 ? "v" + i : "");
    }
    return sent.toString();
  }

  private String written(String text, Charset charset) {
    StringBuilder written = new StringBuilder();
    for (String character : text.split("")) {
      boolean plain = character.matches("[a-zA-Z0-9-]") && random.nextInt(5) > 0;
      for (byte b : character.getBytes(charset)) {
        written.append(plain ? character : String.format("%%%02x", b & 0xff));
      }
    }
    return written.toString();
  }
}
