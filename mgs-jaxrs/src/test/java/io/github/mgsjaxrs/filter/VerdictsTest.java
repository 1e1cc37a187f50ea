package io.github.mgsjaxrs.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.backend.internal.BackendScheme;
import io.github.mgsjaxrs.keys.KeysUnavailableException;
import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.testing.LocalJersey;
import io.github.mgsjaxrs.testing.LocalJersey.Answer;
import io.github.mgsjaxrs.testing.LocalJersey.Call;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The table of rejections: what a client gets, what stands in the log, and that nothing runs. */
class VerdictsTest {

  private static final Limits LIMITS = Limits.defaults().withBody(100).withParameters(3);
  private static final LocalJersey JERSEY =
      LocalJersey.with(
          LocalJersey.twoKeys().limits(LIMITS.withHeader(40)), Orders.class, Catalog.class);

  private static final String GET = "GET\n\n/app/orders";
  private static final String SIGNATURE = BackendScheme.SIGNATURE_HEADER;
  private static final String KEY = BackendScheme.KEY_HEADER;
  private static final String RIGHT = LocalJersey.md5(GET, "orders-1");

  @AfterAll
  static void close() {
    JERSEY.close();
  }

  private static Call get() {
    return JERSEY.call("GET", "/app/orders");
  }

  private static void refused(Answer answer, int status, String slug, String code, String reason) {
    assertThat(answer.text())
        .startsWith("{\"type\":\"urn:mgsjaxrs:rejection:" + slug + "\",\"title\":\"")
        .contains("\"status\":" + status + ",\"detail\":\"")
        .endsWith(code.isEmpty() ? "\"}" : "\",\"code\":" + code + "}");
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers().getFirst("Content-Type")).hasToString("application/problem+json");
    assertThat(answer.headers().getFirst("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.headers().getFirst("WWW-Authenticate"))
        .isEqualTo(status == 401 ? "MGS-Signature" : null);
    assertThat(answer.logged("FINE Refused (" + slug + "): ", reason))
        .as("log: %s", answer.log())
        .isTrue();
  }

  @Test
  void servesWhatIsRightlySignedAndTellsTheCaller() {
    Answer answer = get().signed(GET).send();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text())
        .isEqualTo("orders by MD5 in MGS-Signature, secure false, admin false");
    assertThat(JERSEY.call("GET", "/app/orders/items/7").signed(GET + "/items/7").send().text())
        .isEqualTo("item");
  }

  @Test
  void refusesWithoutASignature() {
    refused(get().send(), 401, "signature-missing", "7014", "there is no X-Mgs-Proxy-Signature");
    refused(
        get().header(SIGNATURE, " ").header(KEY, "orders").send(),
        401,
        "signature-missing",
        "7014",
        "X-Mgs-Proxy-Signature is empty");
  }

  @Test
  void refusesWithoutAKeyId() {
    refused(
        get().header(SIGNATURE, RIGHT).send(),
        401,
        "key-id-missing",
        "7001",
        "there is no X-Mgs-Proxy-Signature-Secret-Key");
    refused(
        get().header(SIGNATURE, RIGHT).header(KEY, "").send(),
        401,
        "key-id-missing",
        "7001",
        "X-Mgs-Proxy-Signature-Secret-Key is empty");
  }

  @Test
  void refusesAHeaderThatIsRepeated() {
    refused(
        get().signed(GET).header(SIGNATURE, "").send(),
        401,
        "header-repeated",
        "7001",
        "X-Mgs-Proxy-Signature was sent more than once");
    refused(
        get().signed(GET).header(KEY, "refunds").send(),
        401,
        "header-repeated",
        "7001",
        "X-Mgs-Proxy-Signature-Secret-Key was sent more than once");
  }

  @Test
  void refusesAHeaderOverItsLimit() {
    refused(
        get().header(SIGNATURE, "a".repeat(41)).header(KEY, "orders").send(),
        400,
        "header-too-long",
        "7001",
        "X-Mgs-Proxy-Signature has 41 characters, mgs.limits.header is 40");
    refused(
        get().header(SIGNATURE, RIGHT).header(KEY, "k".repeat(41)).send(),
        400,
        "header-too-long",
        "7001",
        "X-Mgs-Proxy-Signature-Secret-Key has 41 characters, mgs.limits.header is 40");
    refused(
        get().header(SIGNATURE, "a".repeat(40)).header(KEY, "k".repeat(40)).send(),
        401,
        "key-unknown",
        "7000",
        "no key has the id 'kkk");
  }

  @Test
  void refusesAKeyThatIsUnknownOrNotAdmittedHere() {
    refused(
        get().header(SIGNATURE, RIGHT).header(KEY, "a\tb").send(),
        401,
        "key-unknown",
        "7000",
        "no key has the id 'a\\tb'");
    String text = "GET\n\n/app/orders/only-refunds";
    refused(
        JERSEY.call("GET", "/app/orders/only-refunds").signed(text).send(),
        401,
        "key-unknown",
        "7000",
        "key 'orders' is not admitted for this resource");
    assertThat(JERSEY.call("GET", "/app/orders/only-refunds").signed("refunds", text).send().text())
        .isEqualTo("refunded");
    String marked = "GET\n\n/app/catalog/marked";
    assertThat(JERSEY.call("GET", "/app/catalog/marked").signed("refunds", marked).send().text())
        .isEqualTo("marked");
  }

  @Test
  void refusesABodyOverTheLimit() {
    refused(
        JERSEY.call("POST", "/app/orders").signed("x").header("Content-Length", 101).send(),
        413,
        "body-too-large",
        "",
        "101 bytes are announced, mgs.limits.body is 100");
    refused(
        JERSEY
            .call("POST", "/app/orders")
            .signed("x")
            .header("Transfer-Encoding", "chunked")
            .stream(new ByteArrayInputStream(new byte[101]))
            .send(),
        413,
        "body-too-large",
        "",
        "more bytes came, mgs.limits.body is 100");
  }

  @Test
  void refusesABodyThatIsNotCoveredBeforeItIsRead() {
    InputStream never =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("it was read");
          }
        };
    refused(
        JERSEY
            .call("DELETE", "/app/orders")
            .signed("DELETE\n\n/app/orders")
            .header("Content-Length", 1)
            .stream(never)
            .send(),
        401,
        "not-covered",
        "7002",
        "the signature does not cover a body on a method whose body is not signed");
    String text = "DELETE\n\n/app/orders/lenient";
    assertThat(JERSEY.call("DELETE", "/app/orders/lenient").signed(text).body("it").send().text())
        .isEqualTo("deleted it");
    assertThat(
            JERSEY
                .call("DELETE", "/app/orders")
                .signed("DELETE\n\n/app/orders")
                .body("")
                .send()
                .text())
        .isEqualTo("deleted ");
  }

  @Test
  void refusesWhatIsNotCoveredWhereAllHasToBe() {
    String text = "GET\n\n/app/orders/strict?a=1";
    refused(
        JERSEY.call("GET", "/app/orders/strict?a=1&a=2").signed(text).send(),
        401,
        "not-covered",
        "7002",
        "a parameter that stands there more than once");
    assertThat(JERSEY.call("GET", "/app/orders/strict?a=1").signed(text).send().text())
        .isEqualTo("strictly");
    assertThat(
            JERSEY
                .call("GET", "/app/orders?a=1&a=2")
                .signed("GET\n\n/app/orders?a=1")
                .send()
                .status())
        .isEqualTo(200);
    try (LocalJersey strict =
        LocalJersey.with(LocalJersey.twoKeys().coverage(Coverage.STRICT), Orders.class)) {
      refused(
          strict.call("GET", "/app/orders?a=1&a=2").signed("GET\n\n/app/orders?a=1").send(),
          401,
          "not-covered",
          "7002",
          "mgs.coverage");
    }
  }

  @Test
  void refusesParametersThatAreBrokenOrTooMany() {
    refused(
        JERSEY.call("GET", "/app/orders?a=%FF").signed(GET).send(),
        400,
        "parameters-malformed",
        "7001",
        "a parameter is not valid in UTF-8");
    refused(
        JERSEY.call("GET", "/app/orders?a&b&c&d").signed(GET).send(),
        400,
        "parameters-too-many",
        "7001",
        "more than 3 parameters");
  }

  @Test
  void refusesASignatureThatDoesNotMatchOrIsNone() {
    refused(
        get().signed(GET + "?").send(),
        401,
        "signature-mismatch",
        "7002",
        "the MD5 signature of key 'orders' does not match");
    refused(
        get().header(SIGNATURE, RIGHT.toUpperCase(Locale.ROOT)).header(KEY, "orders").send(),
        401,
        "signature-mismatch",
        "7002",
        "the MD5 signature of key 'orders' is malformed");
  }

  @Test
  void isUnavailableWhileTheKeysCannotBeTold() {
    boolean[] sealed = {true};
    MgsVerifier verifier =
        MgsVerifier.builder()
            .keys(
                id -> {
                  if (sealed[0]) {
                    throw new KeysUnavailableException("sealed");
                  }
                  return Optional.empty();
                })
            .build();
    try (LocalJersey jersey = LocalJersey.with(verifier, Orders.class)) {
      Answer answer = jersey.call("GET", "/app/orders").signed(GET).send();
      refused(answer, 503, "unavailable", "", "the keys are not available");
      assertThat(answer.logged("SEVERE The verification keys are not available")).isTrue();
      sealed[0] = false;
      assertThat(
              jersey
                  .call("GET", "/app/orders")
                  .signed(GET)
                  .send()
                  .logged("INFO The verification keys are available again"))
          .isTrue();
    }
  }

  @Test
  void tellsNothingWhereDetailsAreHidden() {
    try (LocalJersey bare =
        LocalJersey.with(LocalJersey.twoKeys().responseDetails(false), Orders.class)) {
      Answer answer = bare.call("GET", "/app/orders").send();
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.text()).isEqualTo("{\"title\":\"Unauthorized\",\"status\":401}");
      assertThat(answer.headers().getFirst("WWW-Authenticate")).isEqualTo("MGS-Signature");
    }
  }
}
