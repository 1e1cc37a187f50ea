package io.github.mgsjaxrs.internal.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.EmptyBody;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Escapes;
import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.internal.url.diagnosis.UrlMismatch;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How much is tried, and what is said where more than one cause fits. */
class DiagnosisTest {

  private static final TextKey KEY = TextKey.salted(SignatureAlgorithm.MD5, "the shared salt ");
  private static final String NOBODYS = "0".repeat(32);

  private static UrlMismatch mismatch(
      SignedRequest request, byte[] entity, String signature, Map<String, TextKey> others) {
    return new UrlMismatch(
        request,
        Optional.ofNullable(entity),
        signature,
        "orders",
        KEY,
        others,
        UrlMismatch.Headers.NONE,
        "mgs.canonical",
        Canonicalization.builder()
            .path(Escapes.DECODED)
            .pathPrefixStrip("/strip")
            .pathPrefixAdd("/add")
            .emptyBody(EmptyBody.NULL)
            .build(),
        Coverage.BODY,
        1000);
  }

  private static String manyParameters(int count) {
    StringBuilder parameters = new StringBuilder();
    for (int i = 0; i < count; i++) {
      parameters.append("&p").append(i).append("=%41+").append(i).append("&P").append(i);
    }
    return parameters.toString();
  }

  @Test
  void triesABoundedNumberOfVariationsWhateverTheRequestIs() {
    Map<String, TextKey> others = new HashMap<>();
    for (int i = 0; i < 500; i++) {
      others.put("key" + i, TextKey.salted(SignatureAlgorithm.MD5, "salt" + i));
    }
    byte[] body = "\ufeff{ \"a\" :\r\n 1,\n \"b\": 2 }\r\n".getBytes(UTF_8);
    SignedRequest request =
        SignedRequest.of(
            "POST", "/%73/b".repeat(50), manyParameters(200), "text/plain; charset=GBK", body);

    Diagnosis diagnosis = mismatch(request, body, NOBODYS, others).diagnose();

    assertThat(diagnosis.matched()).isFalse();
    assertThat(diagnosis.tried()).isBetween(300, 2000);
    assertThat(diagnosis.describe())
        .contains("(" + diagnosis.tried() + " tried)")
        .contains("; not proven, but possible: The path may have been signed with a leading part")
        .doesNotContain("it would match");
  }

  @Test
  void triesNoTwoVariationsTogetherOnALongRequest() {
    byte[] form = manyParameters(100).concat("&long=" + "x".repeat(8192)).getBytes(UTF_8);
    SignedRequest request =
        SignedRequest.of("POST", "/a/b", null, "application/x-www-form-urlencoded", form);

    Diagnosis diagnosis = mismatch(request, form, NOBODYS, Map.of()).diagnose();

    assertThat(diagnosis.tried()).isLessThan(60);
  }

  @Test
  void triesNothingOfTheBodyWhereItIsNotAtHand() {
    byte[] body = "{ }".getBytes(UTF_8);
    SignedRequest request = SignedRequest.of("POST", "/add/orders", null, null, body);
    String signed = "POST\nmZFLkyvTelC5g8XnyQrpOw==\n/add/add/orders"; // MD5 of {}
    String signature = md5(signed + "the shared salt ");

    assertThat(mismatch(request, null, signature, Map.of()).diagnose().matched()).isFalse();
    assertThat(mismatch(request, body, signature, Map.of()).diagnose().findings())
        .extracting(Finding::why)
        .singleElement()
        .asString()
        .contains("without white space");
  }

  @Test
  void leavesOpenThatOnlyTheGatewayKnowsAPartOfThePathWhereNothingElseMatches() {
    SignedRequest request = SignedRequest.of("GET", "/orders", null, null, new byte[0]);
    String signature = md5("GET\n\n/gateway/add/orders" + "the shared salt ");

    Diagnosis diagnosis = mismatch(request, null, signature, Map.of()).diagnose();

    assertThat(diagnosis.matched()).isFalse();
    assertThat(diagnosis.findings())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.setting()).isNull();
              assertThat(found.proven()).isFalse();
              assertThat(found.why())
                  .contains("possible and not proven", "mgs.canonical.path-prefix.add");
            });
  }

  @Test
  void leavesNothingOpenWhereAVariationMatchesOrTheParametersCannotBeRead() {
    SignedRequest known = SignedRequest.of("GET", "/orders", null, null, new byte[0]);
    String signature = md5("get\n\n/add/orders" + "the shared salt ");
    assertThat(mismatch(known, null, signature, Map.of()).diagnose().findings())
        .allMatch(Finding::proven)
        .hasSize(1);
    SignedRequest unreadable = SignedRequest.of("GET", "/orders", "a=%4", null, new byte[0]);
    assertThat(mismatch(unreadable, null, NOBODYS, Map.of()).diagnose().findings()).isEmpty();
  }

  @Test
  void findsNothingForWhatIsNoSignatureOfAnyKey() {
    SignedRequest request = SignedRequest.of("GET", "/orders", null, null, new byte[0]);

    Diagnosis diagnosis = mismatch(request, null, "no signature", Map.of()).diagnose();

    assertThat(diagnosis.findings()).isEmpty();
    assertThat(diagnosis.tried()).isZero();
  }

  private static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
