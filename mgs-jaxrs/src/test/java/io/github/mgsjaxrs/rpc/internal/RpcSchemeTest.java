package io.github.mgsjaxrs.rpc.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.backend.internal.BackendScheme;
import io.github.mgsjaxrs.filter.Calls;
import io.github.mgsjaxrs.filter.Catalog;
import io.github.mgsjaxrs.filter.Orders;
import io.github.mgsjaxrs.rpc.RpcSettings;
import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.testing.LocalJersey;
import io.github.mgsjaxrs.testing.LocalJersey.Answer;
import io.github.mgsjaxrs.testing.LocalJersey.Call;
import io.github.mgsjaxrs.verifier.MgsVerifierBuilder;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RpcSchemeTest {

  private static final String OPERATION = "alipay.mobile.ic.dispatch";
  private static final String BODY = "[{\"_requestBody\":{\"userName\":\"\",\"userId\":0}}]";
  private static final long NOW = 1_700_000_000_000L;

  /** MD5 of {@code secret&Operation-Type=…}, computed by OpenSSL. */
  private static final String MD5 = "700c8099636c5cc3db25cd0537240589";

  private static final LocalJersey JERSEY = LocalJersey.with(keys(), Calls.class, Orders.class);

  private static MgsVerifierBuilder keys() {
    return LocalJersey.twoKeys()
        .salt("app-1", SignatureAlgorithm.RPC_MD5, "secret")
        .salt("app-2", SignatureAlgorithm.RPC_HMAC_SHA1, "secret")
        .rpc(RpcSettings.DEFAULT.withClock(at(NOW)))
        .limits(Limits.defaults().withBody(100_000).withHeader(100));
  }

  private static Clock at(long millis) {
    return Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
  }

  @AfterAll
  static void close() {
    JERSEY.close();
  }

  private static Call call(LocalJersey jersey, String path, String signature) {
    return jersey
        .call("POST", path)
        .header("AppId", "app-1")
        .header("Operation-Type", OPERATION)
        .header("signType", "0")
        .header("Ts", NOW)
        .header("Sign", signature)
        .body(BODY);
  }

  private static Answer derived(LocalJersey jersey, String path) {
    return call(jersey, path, MD5).send();
  }

  private static String signature(String operation, String ts, byte[] body) {
    String text =
        "secret&Operation-Type="
            + operation
            + "&Request-Data="
            + Base64.getEncoder().encodeToString(body)
            + "&Ts="
            + ts;
    return LocalJersey.md5(text, "");
  }

  private static Call unsigned() {
    return JERSEY.call("POST", "/app/mgw").body(BODY);
  }

  private static void refused(Answer answer, int status, String code, String slug) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.text()).contains("urn:mgsjaxrs:rejection:" + slug + "\"");
    assertThat(String.valueOf(answer.headers().getFirst("Result-Status"))).isEqualTo(code);
    assertThat(answer.headers().getFirst("Tips")).isNotNull();
    assertThat(answer.headers().getFirst("WWW-Authenticate"))
        .isEqualTo(status == 401 ? "MGS-RPC-Signature" : null);
  }

  @Test
  void servesTheDerivedCallWithItsWholeBody() {
    Answer answer = derived(JERSEY, "/app/mgw");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("app-1 by MGS-RPC-Signature: " + BODY);
    assertThat(answer.headers()).doesNotContainKey("Result-Status");
  }

  @Test
  void readsTheTimestampInBase64() {
    // the same instant, and another text: the timestamp is signed as it is written
    Call call =
        unsigned()
            .header("AppId", "app-1")
            .header("Operation-Type", OPERATION)
            .header("signType", "md5")
            .header("Ts", "OlFvMW0");
    assertThat(call.header("Sign", signature(OPERATION, "OlFvMW0", BODY.getBytes(UTF_8))).send())
        .returns(200, Answer::status);
  }

  @ParameterizedTest
  @CsvSource({
    "Sign, 7014, signature-missing",
    "AppId, 7001, key-id-missing",
    "Ts, 7007, timestamp-missing",
    "Operation-Type, 7001, header-missing",
    "signType, 7001, header-missing"
  })
  void asksForEachHeaderOnce(String header, String code, String slug) {
    for (List<Object> values :
        List.of(List.<Object>of(), List.<Object>of(" "), List.<Object>of("1", "2"))) {
      Call call = unsigned();
      for (List<String> each :
          List.of(
              List.of("Sign", MD5),
              List.of("AppId", "app-1"),
              List.of("Ts", "" + NOW),
              List.of("Operation-Type", OPERATION),
              List.of("signType", "0"))) {
        call.header(
            each.get(0),
            each.get(0).equals(header) ? values.toArray() : each.subList(1, 2).toArray());
      }
      boolean repeated = values.size() == 2;
      refused(call.send(), 401, repeated ? "7001" : code, repeated ? "header-repeated" : slug);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sign", "AppId", "Ts", "Operation-Type", "signType"})
  void boundsEachHeader(String header) {
    Call call = unsigned();
    for (String each : List.of("Sign", "AppId", "Ts", "Operation-Type", "signType")) {
      call.header(each, each.equals(header) ? "1".repeat(101) : "1");
    }
    refused(call.send(), 400, "7001", "header-too-long");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 200",
    "300000, 200",
    "-300000, 200",
    "300001, 401",
    "-300001, 401",
    "1699999999999, 401"
  })
  void takesATimestampWithinTheWindowAndNotBeyond(long later, int status) {
    try (LocalJersey jersey =
        LocalJersey.with(keys().rpc(RpcSettings.DEFAULT.withClock(at(NOW + later))), Calls.class)) {
      Answer answer = derived(jersey, "/app/mgw");
      assertThat(answer.status()).isEqualTo(status);
      if (status == 401) {
        refused(answer, 401, "7003", "timestamp-expired");
        assertThat(answer.logged("mgs.rpc.window is PT5M")).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.7e12", "9223372036854775808", "01700000000000"})
  void refusesTimestampsThatAreNoNumber(String ts) {
    refused(
        unsigned()
            .header("AppId", "app-1")
            .header("Operation-Type", OPERATION)
            .header("signType", "0")
            .header("Ts", ts)
            .header("Sign", MD5)
            .send(),
        400,
        "7001",
        "timestamp-malformed");
  }

  @Test
  void refusesWhatWasChangedAfterSigning() {
    for (String changed : List.of(MD5.toUpperCase(Locale.ROOT), MD5.substring(1), "x")) {
      refused(call(JERSEY, "/app/mgw", changed).send(), 401, "7002", "signature-mismatch");
    }
    Answer otherBody =
        JERSEY
            .call("POST", "/app/mgw")
            .header("AppId", "app-1")
            .header("Operation-Type", OPERATION)
            .header("signType", "0")
            .header("Ts", NOW)
            .header("Sign", MD5)
            .body(BODY.replace('0', '1'))
            .send();
    refused(otherBody, 401, "7002", "signature-mismatch");
    Answer otherTime =
        unsigned()
            .header("AppId", "app-1")
            .header("Operation-Type", OPERATION)
            .header("signType", "0")
            .header("Ts", NOW + 1)
            .header("Sign", MD5)
            .send();
    refused(otherTime, 401, "7002", "signature-mismatch");
  }

  /** MD5 of a secret and a text can be continued without the secret. */
  @ParameterizedTest
  @ValueSource(strings = {"a&b", "a b", "a\u0080", "\u4e2d"})
  void refusesOperationTypesThatCouldHoldMoreThanAName(String operation) {
    refused(
        unsigned()
            .header("AppId", "app-1")
            .header("Operation-Type", operation)
            .header("signType", "0")
            .header("Ts", NOW)
            .header("Sign", signature(operation, "" + NOW, BODY.getBytes(UTF_8)))
            .send(),
        401,
        "7002",
        "signature-mismatch");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "HMAC-SHA1", "2", "md5 ", "rsa"})
  void comparesTheSignTypeWithTheAlgorithmOfTheKey(String signType) {
    Answer answer =
        unsigned()
            .header("AppId", "app-1")
            .header("Operation-Type", OPERATION)
            .header("signType", signType)
            .header("Ts", NOW)
            .header("Sign", MD5)
            .send();
    if (signType.equals("md5 ")) {
      assertThat(answer.status()).isEqualTo(200);
    } else {
      refused(answer, 401, "7002", "signature-mismatch");
    }
  }

  @Test
  void doesWithoutASignTypeWhereTheSettingSaysSo() {
    RpcSettings optional = RpcSettings.DEFAULT.withClock(at(NOW)).withSignTypeRequired(false);
    try (LocalJersey jersey = LocalJersey.with(keys().rpc(optional), Calls.class)) {
      Answer answer =
          jersey
              .call("POST", "/app/mgw")
              .header("AppId", "app-1")
              .header("Operation-Type", OPERATION)
              .header("Ts", NOW)
              .header("Sign", MD5)
              .body(BODY)
              .send();
      assertThat(answer.status()).isEqualTo(200);
    }
  }

  @Test
  void takesNoKeyOfTheOtherScheme() {
    Answer backendKey =
        unsigned()
            .header("AppId", "orders")
            .header("Operation-Type", OPERATION)
            .header("signType", "0")
            .header("Ts", NOW)
            .header("Sign", MD5)
            .send();
    refused(backendKey, 401, "7000", "key-unknown");
    assertThat(backendKey.logged("mgs.keys", "algorithm says what a key is for")).isTrue();
    Answer rpcKey =
        JERSEY
            .call("GET", "/app/orders")
            .header(BackendScheme.SIGNATURE_HEADER, LocalJersey.md5("GET\n\n/app/orders", "secret"))
            .header(BackendScheme.KEY_HEADER, "app-1")
            .send();
    assertThat(rpcKey.status()).isEqualTo(401);
    assertThat(rpcKey.text()).contains("key-unknown");
    assertThat(rpcKey.headers()).doesNotContainKey("Result-Status");
  }

  @Test
  void takesNoSignatureOfTheOtherScheme() {
    Answer backend = JERSEY.call("POST", "/app/mgw").signed("POST\n\n/app/mgw").send();
    refused(backend, 401, "7014", "signature-missing");
    Answer rpc = call(JERSEY, "/app/orders", MD5).send();
    assertThat(rpc.status()).isEqualTo(401);
    assertThat(rpc.text()).contains("signature-missing");
  }

  @Test
  void refusesAQueryAndOtherMethodsAsNeitherIsSigned() {
    refused(derived(JERSEY, "/app/mgw?a=1"), 401, "7002", "not-covered");
    Call get =
        JERSEY
            .call("GET", "/app/mgw/get")
            .header("AppId", "app-1")
            .header("Operation-Type", OPERATION)
            .header("signType", "0")
            .header("Ts", NOW)
            .header("Sign", signature(OPERATION, "" + NOW, new byte[0]));
    assertThat(get.send().text()).isEqualTo("got");
    try (LocalJersey jersey =
        LocalJersey.with(keys().protectRpc("/mgw/*", Set.of()), Calls.class)) {
      refused(derived(jersey, "/app/mgw?a=1"), 401, "7002", "not-covered");
    }
  }

  @Test
  void servesAnOperationAtItsResourceAlone() {
    assertThat(derived(JERSEY, "/app/mgw/dispatch").text()).isEqualTo("dispatched " + BODY);
    refused(derived(JERSEY, "/app/mgw/other"), 401, "7002", "not-covered");
    Answer unnamed = derived(JERSEY, "/app/mgw/strict");
    refused(unnamed, 401, "7002", "not-covered");
    assertThat(unnamed.logged("names no operation type")).isTrue();
  }

  @Test
  void admitsTheKeysOfTheResource() {
    refused(derived(JERSEY, "/app/mgw/keyed"), 401, "7000", "key-unknown");
  }

  @Test
  void closesWhatIsUnderTwoSchemes() {
    Answer answer = derived(JERSEY, "/app/mgw/both");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.logged("protected by several schemes")).isTrue();
    assertThat(JERSEY.call("POST", "/app/mgw/both").signed("POST\n\n/app/mgw/both").send())
        .returns(503, Answer::status);
    try (LocalJersey jersey = LocalJersey.with(keys().protect("/mgw/*"), Calls.class)) {
      assertThat(derived(jersey, "/app/mgw").status()).isEqualTo(401);
      assertThat(jersey.call("GET", "/app/mgw/get").signed("GET\n\n/app/mgw/get").send())
          .returns(503, Answer::status);
    }
  }

  @Test
  void leavesOpenWhatIsExempt() {
    assertThat(JERSEY.call("GET", "/app/mgw/open").send().text()).isEqualTo("open");
  }

  @Test
  void protectsByPathBeforeMatching() {
    MgsVerifierBuilder byPath = keys().protectRpc("/orders/*", Set.of(OPERATION));
    try (LocalJersey jersey = LocalJersey.with(byPath, Catalog.class, Calls.class)) {
      refused(
          jersey.call("POST", "/app/orders/nowhere").body(BODY).send(),
          401,
          "7014",
          "signature-missing");
      assertThat(derived(jersey, "/app/orders/nowhere").status()).isEqualTo(404);
      refused(
          jersey
              .call("POST", "/app/orders/nowhere")
              .header("AppId", "app-1")
              .header("Operation-Type", "another")
              .header("signType", "0")
              .header("Ts", NOW)
              .header("Sign", signature("another", "" + NOW, BODY.getBytes(UTF_8)))
              .body(BODY)
              .send(),
          401,
          "7002",
          "not-covered");
    }
  }

  @Test
  void asksOnceMoreForWhatTheMarkWantsBehindTheWayThere() {
    MgsVerifierBuilder byPath = keys().protectRpc("/mgw/*", Set.of());
    try (LocalJersey jersey = LocalJersey.with(byPath, Calls.class)) {
      assertThat(derived(jersey, "/app/mgw").status()).isEqualTo(200);
      refused(derived(jersey, "/app/mgw/other"), 401, "7002", "not-covered");
      refused(derived(jersey, "/app/mgw/strict"), 401, "7002", "not-covered");
      refused(derived(jersey, "/app/mgw/keyed"), 401, "7000", "key-unknown");
    }
    try (LocalJersey jersey =
        LocalJersey.with(
            keys().coverage(Coverage.STRICT).protectRpc("/mgw/*", Set.of()), Calls.class)) {
      refused(derived(jersey, "/app/mgw/dispatch"), 401, "7002", "not-covered");
    }
  }

  @Test
  void readsNoEntityThatTheHeadersRefuse() {
    Call call =
        JERSEY
            .call("POST", "/app/mgw")
            .header("AppId", "app-1")
            .header("Operation-Type", OPERATION)
            .header("signType", "0")
            .header("Ts", NOW - 300_001)
            .header("Sign", MD5)
            .header("Content-Length", 3);
    refused(
        call.stream(
                new ByteArrayInputStream(new byte[3]) {
                  @Override
                  public synchronized int read(byte[] target, int from, int count) {
                    throw new AssertionError("read");
                  }

                  @Override
                  public synchronized int read() {
                    throw new AssertionError("read");
                  }
                })
            .send(),
        401,
        "7003",
        "timestamp-expired");
  }

  @Test
  void tellsNothingWhereCodesAreHidden() {
    try (LocalJersey jersey = LocalJersey.with(keys().responseDetails(false), Calls.class)) {
      Answer answer = jersey.call("POST", "/app/mgw").send();
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.headers()).doesNotContainKeys("Result-Status", "Tips");
      assertThat(answer.text()).doesNotContain("7014");
    }
  }

  @Test
  void verifiesABodyThatLiesInAFile() {
    byte[] large = "x".repeat(90_000).getBytes(UTF_8);
    try (LocalJersey jersey =
        LocalJersey.with(keys().limits(Limits.defaults().withMemory(1024)), Calls.class)) {
      Answer answer =
          jersey
              .call("POST", "/app/mgw")
              .header("AppId", "app-1")
              .header("Operation-Type", OPERATION)
              .header("signType", "0")
              .header("Ts", NOW)
              .header("Sign", signature(OPERATION, "" + NOW, large))
              .body(large)
              .send();
      assertThat(answer.text()).endsWith("x".repeat(90_000));
    }
  }
}
