package io.github.mgsjaxrs.internal.enforcement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.Rejected;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.backend.internal.BackendScheme;
import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.filter.Orders;
import io.github.mgsjaxrs.internal.diagnosis.Diagnosis;
import io.github.mgsjaxrs.internal.request.RequestLine;
import io.github.mgsjaxrs.keys.KeyResolver;
import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.testing.LocalJersey;
import io.github.mgsjaxrs.testing.LocalJersey.Answer;
import io.github.mgsjaxrs.verifier.MgsSettings.Diagnostics;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import io.github.mgsjaxrs.verifier.MgsVerifierBuilder;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Requests that are judged for a tool, and refusals that are explained in a server. */
class ExplainedVerdictTest {

  /** Base64(MD5("{}")), by OpenSSL. */
  private static final String JSON = "mZFLkyvTelC5g8XnyQrpOw==";

  private static Map<String, List<String>> headers(String text, String... more) {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("x-mgs-proxy-signature", List.of(LocalJersey.md5(text, "orders-1")));
    headers.put("x-mgs-proxy-signature-secret-key", List.of("orders"));
    for (int i = 0; i < more.length; i += 2) {
      headers.put(more[i], List.of(more[i + 1]));
    }
    return headers;
  }

  private static ExplainedVerdict judged(
      MgsVerifierBuilder verifier,
      String method,
      String query,
      Map<String, List<String>> headers,
      byte[] body) {
    RequestLine target = new RequestLine("/p", query, false);
    return ExplainedVerdict.of(verifier.build(), method, target, headers, body);
  }

  private static Rejection rejection(ExplainedVerdict judged) {
    return ((Rejected) judged.verdict()).rejection();
  }

  private static String text(ExplainedVerdict judged) {
    return Objects.requireNonNull(judged.text());
  }

  @Test
  void isVerifiedAsTheFiltersWould() {
    byte[] json = "{}".getBytes(UTF_8);
    String post = "POST\n" + JSON + "\n/p?a=1";
    ExplainedVerdict right = judged(LocalJersey.twoKeys(), "POST", "a=1", headers(post), json);
    assertThat(right.verdict()).isInstanceOf(Verified.class);
    assertThat(text(right)).isEqualTo(post);
    assertThat(right.diagnosis()).isSameAs(Diagnosis.NONE);
    String form = "POST\n\n/p?a=1&b=2";
    assertThat(
            judged(
                    LocalJersey.twoKeys(),
                    "POST",
                    "a=1",
                    headers(form, "content-type", LocalJersey.FORM, "content-length", "3"),
                    "b=2".getBytes(UTF_8))
                .verdict())
        .isInstanceOf(Verified.class);
  }

  @Test
  void takesNoThreadOfItsOwn() {
    MgsVerifierBuilder verifier = LocalJersey.twoKeys();
    judged(verifier, "GET", "a=1", Map.of(), new byte[0]);
    Set<Thread> before = cleaners();
    for (int i = 0; i < 20; i++) {
      judged(verifier, "GET", "a=" + i, Map.of(), new byte[0]);
    }
    Set<Thread> started = cleaners();
    started.removeAll(before);
    // tests beside this one may start some, but not one for each of these
    assertThat(started).hasSizeLessThan(20);
  }

  private static Set<Thread> cleaners() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("Cleaner-"))
        .collect(Collectors.toCollection(HashSet::new));
  }

  @Test
  void hasItsTextThoughItIsRefused() {
    byte[] json = "{}".getBytes(UTF_8);
    ExplainedVerdict unsigned = judged(LocalJersey.twoKeys(), "POST", "a=1", Map.of(), json);
    assertThat(rejection(unsigned)).isEqualTo(Rejection.SIGNATURE_MISSING);
    assertThat(text(unsigned)).isEqualTo("POST\n" + JSON + "\n/p?a=1");
    ExplainedVerdict uncovered =
        judged(LocalJersey.twoKeys(), "DELETE", "", headers("x", "content-length", "2"), json);
    assertThat(rejection(uncovered)).isEqualTo(Rejection.NOT_COVERED);
    assertThat(text(uncovered)).isEqualTo("DELETE\n\n/p");
    ExplainedVerdict form =
        judged(
            LocalJersey.twoKeys(),
            "POST",
            "a=1",
            headers("x", "content-type", LocalJersey.FORM),
            "b=2".getBytes(UTF_8));
    assertThat(text(form)).isEqualTo("POST\n\n/p?a=1&b=2");
    assertThat(rejection(form)).isEqualTo(Rejection.SIGNATURE_MISMATCH);
    ExplainedVerdict broken = judged(LocalJersey.twoKeys(), "GET", "%", headers("x"), new byte[0]);
    assertThat(rejection(broken)).isEqualTo(Rejection.PARAMETERS_MALFORMED);
    assertThat(broken.stringToSign()).isNull();
  }

  @Test
  void isRefusedByItsHeadersAsTheFiltersWould() {
    byte[] json = "{}".getBytes(UTF_8);
    String text = "POST\n" + JSON + "\n/p";
    MgsVerifierBuilder keys = LocalJersey.twoKeys();
    assertThat(rejection(judged(keys, "POST", null, headers(text, "content-length", "3"), json)))
        .isEqualTo(Rejection.ENTITY_INCOMPLETE);
    assertThat(
            judged(
                    keys,
                    "POST",
                    null,
                    headers(text, "content-length", "3", "content-encoding", "gzip"),
                    json)
                .verdict())
        .isInstanceOf(Verified.class);
    assertThat(
            rejection(
                judged(
                    keys,
                    "POST",
                    null,
                    headers(text, "content-length", "3", "content-encoding", " Identity"),
                    json)))
        .isEqualTo(Rejection.ENTITY_INCOMPLETE);
    assertThat(
            rejection(
                judged(keys, "POST", null, headers(text, "transfer-encoding", "x"), new byte[0])))
        .isEqualTo(Rejection.SIGNATURE_MISMATCH);
  }

  @Test
  void isTranscodedWhereTold() {
    MgsVerifierBuilder transcoding =
        LocalJersey.twoKeys()
            .canonicalization(Canonicalization.builder().charsetTranscoding(true).build());
    byte[] gbk = "\u4f60".getBytes(Charset.forName("GBK"));
    String utf8 =
        text(judged(LocalJersey.twoKeys(), "POST", null, Map.of(), "\u4f60".getBytes(UTF_8)));
    Map<String, List<String>> headers = headers(utf8, "content-type", "text/plain;charset=GBK");
    assertThat(judged(transcoding, "POST", null, headers, gbk).verdict())
        .isInstanceOf(Verified.class);
    ExplainedVerdict unsigned =
        judged(
            transcoding,
            "POST",
            null,
            Map.of("content-type", List.of("text/plain;charset=GBK")),
            gbk);
    assertThat(text(unsigned)).isEqualTo(utf8);
    byte[] invalid = {(byte) 0xff};
    assertThat(judged(transcoding, "POST", null, headers, invalid).stringToSign()).isNull();
    assertThat(text(judged(transcoding, "POST", null, headers, new byte[0])))
        .isEqualTo("POST\nN6YlnMDB2uKZp4Zkid/wvQ==\n/p");
  }

  @Test
  void isExplainedWithBodiesOfAnySizeThatStayInMemory() {
    byte[] body = new byte[3_000];
    String other = "POST\n1B2M2Y8AsgTpgAmY7PhCfg==\n/p";
    MgsVerifierBuilder small = LocalJersey.twoKeys().limits(Limits.defaults().withMemory(0));
    ExplainedVerdict judged = judged(small, "POST", null, headers(other), body);
    assertThat(rejection(judged)).isEqualTo(Rejection.SIGNATURE_MISMATCH);
    assertThat(((Rejected) judged.verdict()).reason()).doesNotContain("string to sign");
    ExplainedVerdict explained =
        judged(small, "GET", "a=1", headers("GET\n\n/p?a=1\n"), new byte[0]);
    assertThat(explained.diagnosis().findings()).isNotEmpty();
  }

  @Test
  void showsValuesOfParametersOnlyWhereTold() {
    for (Diagnostics choice : List.of(Diagnostics.LOG, Diagnostics.LOG_VALUES)) {
      try (LocalJersey jersey =
          LocalJersey.with(LocalJersey.twoKeys().diagnostics(choice), Orders.class)) {
        Answer answer = jersey.call("GET", "/app/orders?a=1").signed("x").send();
        assertThat(answer.logged("string to sign: GET\\n\\n/app/orders?a=1"))
            .isEqualTo(choice == Diagnostics.LOG_VALUES);
        assertThat(answer.logged("string to sign: GET\\n\\n/app/orders?a=***"))
            .isEqualTo(choice == Diagnostics.LOG);
      }
    }
  }

  private static Answer explained(MgsVerifierBuilder verifier, String text, byte[] body) {
    try (LocalJersey jersey =
        LocalJersey.with(verifier.diagnostics(Diagnostics.LOG), Orders.class)) {
      return jersey.call("PUT", "/app/orders").signed(text).body(body).send();
    }
  }

  @Test
  void triesNoVariationsOfABodyThatLiesInAFile() {
    byte[] body = new byte[2_000];
    Answer inMemory = explained(LocalJersey.twoKeys(), "x", body);
    assertThat(inMemory.logged("no variation of the request or the key matches")).isTrue();
    assertThat(inMemory.logged("too large to try variations")).isFalse();
    Limits noMemory = Limits.defaults().withMemory(1_000);
    assertThat(
            explained(LocalJersey.twoKeys().limits(noMemory), "x", body)
                .logged("(the body is too large to try variations of it)"))
        .isTrue();
  }

  @Test
  void triesNoVariationsOfABodyOfMoreThanAServerKeepsInMemoryByDefault() {
    Limits much = Limits.defaults().withMemory(2 * Limits.MIB).withTotalMemory(8L * Limits.MIB);
    assertThat(
            explained(LocalJersey.twoKeys().limits(much), "x", new byte[256 * 1024])
                .logged("too large to try variations"))
        .isFalse();
    assertThat(
            explained(LocalJersey.twoKeys().limits(much), "x", new byte[256 * 1024 + 1])
                .logged("too large to try variations"))
        .isTrue();
  }

  @Test
  void explainsSixtyMismatchesAndThenSaysThatItDoesNot() {
    try (LocalJersey jersey =
        LocalJersey.with(LocalJersey.twoKeys().diagnostics(Diagnostics.LOG), Orders.class)) {
      String not = "not diagnosed, as too many were in the last minute";
      for (int i = 0; i < 3; i++) {
        assertThat(jersey.call("GET", "/app/orders").signed("x").send().logged(not)).isFalse();
      }
      boolean met = false;
      for (int i = 0; i < 200 && !met; i++) {
        met = jersey.call("GET", "/app/orders").signed("x").send().logged(not);
      }
      assertThat(met).isTrue();
    }
  }

  @Test
  void triesTheOtherKeysUnlessNobodyCanListThem() {
    String text = "GET\n\n/app/orders";
    for (boolean own : new boolean[] {false, true}) {
      MgsVerifierBuilder verifier = LocalJersey.twoKeys().diagnostics(Diagnostics.LOG);
      if (own) {
        KeyResolver keys = LocalJersey.twoKeys().build().keys();
        verifier =
            MgsVerifier.builder()
                .keys(id -> Optional.of(keys.resolve(id).orElseThrow()))
                .diagnostics(Diagnostics.LOG);
      }
      try (LocalJersey jersey = LocalJersey.with(verifier, Orders.class)) {
        Answer answer =
            jersey
                .call("GET", "/app/orders")
                .header(BackendScheme.SIGNATURE_HEADER, LocalJersey.md5(text, "refunds-1"))
                .header(BackendScheme.KEY_HEADER, "orders")
                .send();
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.logged("would match otherwise", "refunds")).isEqualTo(!own);
      }
    }
  }

  @Test
  void explainsNothingOfARefusalThatHasNothingToDoWithTheSignature() {
    try (LocalJersey jersey =
        LocalJersey.with(LocalJersey.twoKeys().diagnostics(Diagnostics.LOG), Orders.class)) {
      String query = "a&".repeat(1_001);
      Answer many = jersey.call("GET", "/app/orders?" + query).signed("x").send();
      assertThat(many.status()).isEqualTo(400);
      assertThat(many.logged("more than 1000 parameters")).isTrue();
      assertThat(many.logged("no variation")).isFalse();
    }
  }
}
