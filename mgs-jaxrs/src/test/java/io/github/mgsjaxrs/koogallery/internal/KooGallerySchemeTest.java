package io.github.mgsjaxrs.koogallery.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.backend.internal.BackendScheme;
import io.github.mgsjaxrs.filter.Marketplace;
import io.github.mgsjaxrs.filter.Orders;
import io.github.mgsjaxrs.koogallery.KooGallerySettings;
import io.github.mgsjaxrs.koogallery.KooGallerySettings.Version;
import io.github.mgsjaxrs.koogallery.protocol.KooGalleryTime.Notation;
import io.github.mgsjaxrs.replay.ReplayGuard;
import io.github.mgsjaxrs.replay.ReplayScope;
import io.github.mgsjaxrs.replay.ReplaySettings;
import io.github.mgsjaxrs.replay.ReplaySettings.WhenUnavailable;
import io.github.mgsjaxrs.replay.ReplayUnavailableException;
import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.testing.LocalJersey;
import io.github.mgsjaxrs.testing.LocalJersey.Answer;
import io.github.mgsjaxrs.testing.LocalJersey.Call;
import io.github.mgsjaxrs.verifier.MgsSettings.Diagnostics;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import io.github.mgsjaxrs.verifier.MgsVerifierBuilder;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KooGallerySchemeTest {

  private static final String KEY = "test-access-key";
  private static final String NEXT_KEY = "0123456789abcdef-test-access-key";

  /** 2017-06-21T18:55:32.100Z, the time of the first derived request. */
  private static final long THEN = 1_498_071_332_100L;

  private static final String V1 =
      "p3=3&p1=1&timeStamp=201706211855321&p2=2"
          + "&authToken=nOVVqVzjsW9m9OaFSCyw6ezNdnzs7YQ3OkRUZrset24%3D";

  private static final String BODY =
      "{\"activity\":\"newInstance\",\"businessId\":\"87b94795-0603-4e24-8ae5-69420d60e3c8\","
          + "\"orderId\":\"CS2211181819B4LVS\",\"orderLineId\":\"CS2211181819B4LVS-000001\","
          + "\"testFlag\":\"1\"}";
  private static final long V2_THEN = 1_680_508_066_618L;
  private static final String NONCE =
      "50D83FDECAED6CCD8EF597F2A577950527928BA287D04E6036E92B2806FD17DA";
  private static final String SIGNATURE =
      "271544ACDAC82601D0A6615631C4DB54120D5EA32FC968493C8064281E125C7A";
  private static final String V2 =
      "signature=" + SIGNATURE + "&timestamp=1680508066618&nonce=" + NONCE;

  /** Each request is sent once, unless a test says otherwise. */
  private static final ReplayGuard SEEN = (scope, token) -> true;

  private static final LocalJersey AT_V1 = jersey(keys(at(THEN)));
  private static final LocalJersey AT_V2 = jersey(keys(at(V2_THEN)));

  private static LocalJersey jersey(MgsVerifierBuilder verifier) {
    return LocalJersey.with(verifier, Marketplace.class, Orders.class);
  }

  private static KooGallerySettings at(long millis) {
    return KooGallerySettings.DEFAULT
        .withKeys("current", "next")
        .withClock(Clock.fixed(Instant.ofEpochMilli(millis), ZoneOffset.UTC));
  }

  private static MgsVerifierBuilder keys(KooGallerySettings settings) {
    return MgsVerifier.builder()
        .replayGuard(SEEN)
        .salt("orders", SignatureAlgorithm.MD5, "orders-1")
        .salt("current", SignatureAlgorithm.KOOGALLERY, KEY)
        .salt("next", SignatureAlgorithm.KOOGALLERY, NEXT_KEY)
        .kooGallery(settings)
        .limits(Limits.defaults().withBody(100_000).withHeader(100).withParameters(20));
  }

  @AfterAll
  static void close() {
    AT_V1.close();
    AT_V2.close();
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** A token of version 1, percent-encoded. */
  private static String token(String key, String time, String message) {
    byte[] token = hmac((key + time).getBytes(UTF_8), message);
    return URLEncoder.encode(Base64.getEncoder().encodeToString(token), UTF_8);
  }

  private static String signature(String key, String nonce, String time, String body) {
    byte[] secret = key.getBytes(UTF_8);
    String text = key + nonce + time + HexFormat.of().formatHex(hmac(secret, body));
    return HexFormat.of().formatHex(hmac(secret, text));
  }

  private static String v2(String key, String nonce, String time, String body) {
    return "/app/koogallery?signature="
        + signature(key, nonce, time, body)
        + "&timestamp="
        + time
        + "&nonce="
        + nonce;
  }

  private static Answer get(String query) {
    return AT_V1.call("GET", "/app/koogallery?" + query).send();
  }

  private static Call post(String query) {
    return AT_V2.call("POST", "/app/koogallery?" + query).body(BODY);
  }

  private static void refused(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.text()).startsWith("{\"resultCode\":\"" + code + "\",\"resultMsg\":\"");
    assertThat(answer.headers().getFirst("Content-Type")).hasToString("application/json");
    assertThat(answer.headers().getFirst("WWW-Authenticate"))
        .isEqualTo(status == 401 ? "KooGallery" : null);
    assertThat(answer.headers().getFirst("Body-Sign"))
        .isEqualTo(
            "sign_type=\"HMAC-SHA256\", signature=\""
                + Base64.getEncoder().encodeToString(hmac(KEY.getBytes(UTF_8), answer.text()))
                + "\"");
  }

  @Test
  void servesTheDerivedRequestOfVersionOne() {
    assertThat(get(V1))
        .returns(200, Answer::status)
        .returns("current by KooGallery: 1", Answer::text);
  }

  @Test
  void servesTheDerivedRequestOfVersionTwoWithItsWholeBody() {
    assertThat(post(V2).send())
        .returns(200, Answer::status)
        .returns("current: " + BODY, Answer::text);
    assertThat(post(V2.replace(SIGNATURE, SIGNATURE.toLowerCase(Locale.ROOT))).send())
        .returns(200, Answer::status);
  }

  @Test
  void triesEachKeyWhileOneIsReplaced() {
    String time = "20170621185532000";
    String query = "p1=x&timeStamp=" + time;
    assertThat(get(query + "&authToken=" + token(NEXT_KEY, time, query)).text())
        .isEqualTo("next by KooGallery: x");
    assertThat(
            AT_V2.call("POST", v2(NEXT_KEY, "n", "1680508066618", BODY)).body(BODY).send().text())
        .isEqualTo("next: " + BODY);
  }

  /** Base64 has plus signs, which a form decoder takes for blanks. */
  @Test
  void restoresPlusSignsOfTheTokenThatWereTakenForBlanks() {
    String time = "20170621185532000";
    int seen = 0;
    for (int i = 0; i < 200 && seen < 3; i++) {
      String query = "p1=" + i + "&timeStamp=" + time;
      String token = token(KEY, time, query);
      if (token.contains("%2B")) {
        seen++;
        for (String plus : new String[] {"%2B", "+", "%20"}) {
          assertThat(get(query + "&authToken=" + token.replace("%2B", plus)).status())
              .as(plus)
              .isEqualTo(200);
        }
      }
    }
    assertThat(seen).isEqualTo(3);
  }

  @Test
  void verifiesDecodedParametersAndNotEncodedOnes() {
    String time = "20170621185532000";
    String encoded = "p1=a%2Bb%3D&p2=%E4%B8%AD&timeStamp=" + time;
    String decoded = "p1=a+b=&p2=中&timeStamp=" + time;
    assertThat(get(encoded + "&authToken=" + token(KEY, time, decoded)).text())
        .isEqualTo("current by KooGallery: a+b=");
    refused(get(encoded + "&authToken=" + token(KEY, time, encoded)), 401, "000001");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "p1=1 p1=2",
        "p1=1 p1=1&p9=9",
        "p2=2 p2=",
        "&p2=2 ''",
        "p3=3 P3=3",
        "201706211855321 201706211855322",
        "nOVV nOVW",
        "24%3D 24",
        "24%3D 25%3D",
        "24%3D 24%3D%3D",
        "authToken=n authToken=%20n"
      })
  void refusesAnyOtherQuery(String part, String changed) {
    assertThat(V1).contains(part);
    refused(get(V1.replace(part, changed)), 401, "000001");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "271544 271545",
        "271544 +271544",
        "50D8 50d8",
        "50D8 50D9",
        "5C7A 5C7",
        "5C7A 5C7A00"
      })
  void refusesAnotherSignatureOrNonce(String part, String changed) {
    assertThat(V2).contains(part);
    refused(post(V2.replace(part, changed)).send(), 401, "000001");
  }

  @Test
  void refusesABodyThatWasChanged() {
    for (String body : new String[] {BODY + " ", BODY.replace("newI", "neuI"), "", "{}"}) {
      Call call = AT_V2.call("POST", "/app/koogallery?" + V2);
      refused(call.body(body).send(), 401, "000001");
    }
  }

  /** The text that is signed has nothing between nonce and time. */
  @Test
  void refusesDigitsThatWereMovedBetweenNonceAndTime() {
    String moved = "signature=" + SIGNATURE + "&timestamp=0508066618&nonce=" + NONCE + "168";
    refused(post(moved).send(), 401, "000001");
  }

  @ParameterizedTest
  @CsvSource({
    "authToken=, 401, 000001",
    "timeStamp=, 401, 000001",
    "authToken=x&authToken=y, 401, 000001",
    "timeStamp=x&timeStamp=y, 401, 000001"
  })
  void asksForEachPartOfVersionOneOnce(String instead, int status, String code) {
    String name = instead.substring(0, 9);
    StringBuilder query = new StringBuilder("p1=1");
    for (String each : V1.split("&")) {
      if (!each.startsWith("p1") && !each.startsWith(name)) {
        query.append('&').append(each);
      }
    }
    for (String sent : new String[] {query + "&" + instead, query.toString()}) {
      Answer answer = get(sent);
      refused(answer, status, code);
      assertThat(answer.text()).doesNotContainIgnoringCase("header");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"signature", "timestamp", "nonce"})
  void asksForEachPartOfVersionTwoOnce(String name) {
    StringBuilder query = new StringBuilder();
    String own = "";
    for (String each : V2.split("&")) {
      if (each.startsWith(name)) {
        own = each;
      } else {
        query.append(each).append('&');
      }
    }
    refused(post(query.toString()).send(), 401, "000001");
    refused(post(query + name + "=").send(), 401, "000001");
    refused(post(query + own + "&" + own).send(), 401, "000001");
    assertThat(post(query + own).send().status()).isEqualTo(200);
  }

  @Test
  void boundsWhatAStrangerSends() {
    refused(get(V1.replace("authToken=", "authToken=" + "A".repeat(100))), 400, "000002");
    refused(get(V1 + "&x=1".repeat(20)), 400, "000002");
    refused(get(V1 + "&x=%ff"), 400, "000002");
    Call large = AT_V2.call("POST", "/app/koogallery?" + V2);
    refused(large.body("x".repeat(100_001)).send(), 413, "000002");
    Call announced = AT_V2.call("POST", "/app/koogallery?" + V2);
    refused(announced.header("Content-Length", "100001").send(), 413, "000002");
  }

  @ParameterizedTest
  @CsvSource({"300000, 200", "-300000, 200", "300001, 401", "-300001, 401"})
  void admitsVersionOneWithinItsWindow(long later, int status) {
    try (LocalJersey jersey = jersey(keys(at(THEN + later)))) {
      assertThat(jersey.call("GET", "/app/koogallery?" + V1).send().status()).isEqualTo(status);
    }
  }

  @ParameterizedTest
  @CsvSource({"60000, 200", "-60000, 200", "60001, 401", "-60001, 401"})
  void admitsVersionTwoWithinItsWindow(long later, int status) {
    try (LocalJersey jersey = jersey(keys(at(V2_THEN + later)))) {
      assertThat(jersey.call("POST", "/app/koogallery?" + V2).body(BODY).send().status())
          .isEqualTo(status);
    }
  }

  @Test
  void readsTimestampsInSecondsUnlessTheSettingSaysOtherwise() {
    String seconds = v2(KEY, "n1", "1680508066", BODY);
    assertThat(AT_V2.call("POST", seconds).body(BODY).send().status()).isEqualTo(200);
    try (LocalJersey jersey = jersey(keys(at(V2_THEN).withTimestamp(Notation.MILLIS)))) {
      Answer answer = jersey.call("POST", seconds).body(BODY).send();
      refused(answer, 400, "000002");
      assertThat(answer.logged("'1680508066'", "mgs.koogallery.timestamp is millis")).isTrue();
    }
  }

  @Test
  void admitsOnlyTheVersionsOfTheSetting() {
    try (LocalJersey first = jersey(keys(at(THEN).withVersions(Version.V1)));
        LocalJersey second = jersey(keys(at(THEN).withVersions(Version.V2)))) {
      assertThat(first.call("GET", "/app/koogallery?" + V1).send().status()).isEqualTo(200);
      refused(first.call("POST", "/app/koogallery?" + V2).body(BODY).send(), 401, "000001");
      refused(second.call("GET", "/app/koogallery?" + V1).send(), 401, "000001");
    }
  }

  @Test
  void refusesWhatIsOutsideTheSignatureAsTheCoverageSays() {
    refused(AT_V2.call("PUT", "/app/koogallery?" + V2).body(BODY).send(), 401, "000001");
    refused(post(V2 + "&more=1").send(), 401, "000001");
    refused(AT_V1.call("GET", "/app/koogallery?" + V1).body("more").send(), 401, "000001");
    assertThat(AT_V1.call("HEAD", "/app/koogallery/head?" + V1).send().status()).isEqualTo(401);
    try (LocalJersey jersey = jersey(keys(at(V2_THEN)).coverage(Coverage.PROTOCOL))) {
      Call put = jersey.call("PUT", "/app/koogallery/protocol?" + V2 + "&more=1");
      assertThat(put.body(BODY).send().text()).isEqualTo("protocol " + BODY);
    }
  }

  /** A length of nothing is no body. */
  @Test
  void servesAQueryBesideABodyOfNoBytes() {
    Call call = AT_V1.call("GET", "/app/koogallery?" + V1);
    assertThat(call.body("").send().text()).isEqualTo("current by KooGallery: 1");
  }

  @Test
  void servesHeadBySignedQueriesAloneWhereTheCoverageAdmitsIt() {
    String target = "/app/koogallery/head?";
    try (LocalJersey first = jersey(keys(at(THEN)).coverage(Coverage.PROTOCOL));
        LocalJersey second = jersey(keys(at(V2_THEN)).coverage(Coverage.PROTOCOL))) {
      assertThat(first.call("HEAD", target + V1).send().status()).isEqualTo(204);
      Answer answer = second.call("HEAD", target + V2).send();
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.logged("of version 2, came by HEAD")).isTrue();
    }
  }

  @Test
  void refusesRepeatedParametersUnderStrictCoverageOnly() {
    assertThat(get(V1 + "&p1=9").text()).isEqualTo("current by KooGallery: 1");
    refused(AT_V1.call("GET", "/app/koogallery/strict?" + V1 + "&p1=9").send(), 401, "000001");
    assertThat(AT_V1.call("GET", "/app/koogallery/strict?" + V1).send().text()).isEqualTo("strict");
  }

  @Test
  void admitsTheKeysOfTheResource() {
    String time = "20170621185532000";
    String query = "timeStamp=" + time;
    String next = "?" + query + "&authToken=" + token(NEXT_KEY, time, query);
    assertThat(AT_V1.call("GET", "/app/koogallery/next" + next).send().text()).isEqualTo("next");
    refused(AT_V1.call("GET", "/app/koogallery/next?" + V1).send(), 401, "000001");
    Answer closed = AT_V1.call("GET", "/app/koogallery/nobody?" + V1).send();
    refused(closed, 503, "000005");
    assertThat(closed.logged("mgs.koogallery.keys")).isTrue();
  }

  @Test
  void leavesTheOtherSchemesToThemselves() {
    assertThat(AT_V1.call("GET", "/app/koogallery/open").send().text()).isEqualTo("open");
    assertThat(AT_V1.call("GET", "/app/koogallery/both?" + V1).send().status()).isEqualTo(503);
    // a key of KooGallery opens nothing else, and no other key opens what is KooGallery's
    Call mgs =
        AT_V1
            .call("GET", "/app/koogallery")
            .header(BackendScheme.KEY_HEADER, "orders")
            .header(
                BackendScheme.SIGNATURE_HEADER,
                LocalJersey.md5("GET\n\n/app/koogallery", "orders-1"));
    refused(mgs.send(), 401, "000001");
  }

  @Test
  void protectsByPath() {
    MgsVerifierBuilder verifier = keys(at(THEN)).protectKooGallery("/koogallery/open");
    try (LocalJersey jersey = jersey(verifier)) {
      refused(jersey.call("GET", "/app/koogallery/open").send(), 401, "000001");
      assertThat(jersey.call("GET", "/app/koogallery/open?" + V1).send().text()).isEqualTo("open");
    }
  }

  @Test
  void hidesTheReasonWhereTheSettingSaysSo() {
    try (LocalJersey jersey = jersey(keys(at(THEN)).responseDetails(false))) {
      Answer answer = jersey.call("GET", "/app/koogallery").send();
      refused(answer, 401, "000001");
      assertThat(answer.text()).endsWith("\"resultMsg\":\"Authentication failed.\"}");
    }
  }

  private static MgsVerifierBuilder guarded(long now, ReplayScope... scopes) {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    return keys(at(now))
        .replayGuard((scope, token) -> seen.add(scope + token))
        .replay(ReplaySettings.DEFAULT.withGuarded(Set.of(scopes)));
  }

  @Test
  void servesANonceOnceWhateverElseItIsSignedWith() {
    try (LocalJersey jersey = jersey(guarded(V2_THEN, ReplayScope.KOOGALLERY_V2))) {
      Call first = jersey.call("POST", v2(KEY, "n", "1680508066618", BODY)).body(BODY);
      assertThat(first.send().status()).isEqualTo(200);
      Answer again = jersey.call("POST", v2(KEY, "n", "1680508066618", BODY)).body(BODY).send();
      refused(again, 401, "000001");
      assertThat(again.text()).contains("The request was sent before.");
      Call other = jersey.call("POST", v2(NEXT_KEY, "n", "1680508066", "{}")).body("{}");
      refused(other.send(), 401, "000001");
      Call another = jersey.call("POST", v2(KEY, "m", "1680508066618", BODY)).body(BODY);
      assertThat(another.send().status()).isEqualTo(200);
    }
  }

  @Test
  void remembersNothingThatIsNotRightlySigned() {
    try (LocalJersey jersey = jersey(guarded(V2_THEN, ReplayScope.KOOGALLERY_V2))) {
      Call wrong = jersey.call("POST", v2(KEY, "n", "1680508066618", "{}")).body(BODY);
      refused(wrong.send(), 401, "000001");
      Call right = jersey.call("POST", v2(KEY, "n", "1680508066618", BODY)).body(BODY);
      assertThat(right.send().status()).isEqualTo(200);
    }
  }

  /** At 1771771771 s, three digits can be moved from the time to the nonce. */
  @Test
  void servesASignatureOnceWhereDigitsCanBeMovedFromTimeToNonce() {
    String sent = v2(KEY, "n", "1771771771771", BODY);
    String moved =
        sent.replace("timestamp=1771771771771&nonce=n", "timestamp=1771771771&nonce=n177");
    // signed is the nonce, and then the time: n1771771771771 in both
    for (String[] order : new String[][] {{sent, moved}, {moved, sent}}) {
      try (LocalJersey jersey = jersey(guarded(1_771_771_771_771L, ReplayScope.KOOGALLERY_V2))) {
        assertThat(jersey.call("POST", order[0]).body(BODY).send().status()).isEqualTo(200);
        refused(jersey.call("POST", order[1]).body(BODY).send(), 401, "000001");
      }
    }
  }

  @Test
  void servesATokenOfVersionOneOnceWhereThatIsAskedFor() {
    try (LocalJersey jersey = jersey(guarded(THEN, ReplayScope.KOOGALLERY_V1))) {
      assertThat(jersey.call("GET", "/app/koogallery?" + V1).send().status()).isEqualTo(200);
      refused(jersey.call("GET", "/app/koogallery?" + V1).send(), 401, "000001");
    }
    for (int i = 0; i < 2; i++) {
      assertThat(get(V1).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({"REFUSE, 503", "ADMIT, 200"})
  void refusesWhileNobodyCanTellUnlessTheSettingSaysOtherwise(WhenUnavailable choice, int status) {
    MgsVerifierBuilder verifier =
        keys(at(V2_THEN))
            .replayGuard(
                (scope, token) -> {
                  throw new ReplayUnavailableException("The cache is down", null);
                })
            .replay(ReplaySettings.DEFAULT.withWhenUnavailable(choice));
    try (LocalJersey jersey = jersey(verifier)) {
      Answer answer = jersey.call("POST", "/app/koogallery?" + V2).body(BODY).send();
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.logged("mgs.replay.when-unavailable")).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "OFF, signed is, signed is",
    "LOG, access key with p1=***&p2=***&p3=***&timeStamp=***, access key with n1680508066618 and",
    "LOG_VALUES, access key with p1=personal&p2=2&p3=3&timeStamp=20, access key with n168050806661"
  })
  void writesWhatShouldHaveBeenSignedAsTheSettingSays(
      Diagnostics choice, String first, String second) {
    try (LocalJersey v1 = jersey(keys(at(THEN)).diagnostics(choice));
        LocalJersey v2 = jersey(keys(at(V2_THEN)).diagnostics(choice))) {
      String query = V1.replace("p1=1", "p1=personal");
      Answer ofQuery = v1.call("GET", "/app/koogallery?" + query).send();
      Answer ofBody = v2.call("POST", v2(KEY, "n", "1680508066618", "{}")).body(BODY).send();
      boolean written = choice != Diagnostics.OFF;
      assertThat(ofQuery.logged(first)).isEqualTo(written);
      assertThat(ofBody.logged(second)).isEqualTo(written);
      assertThat(ofQuery.logged("personal")).isEqualTo(choice == Diagnostics.LOG_VALUES);
    }
  }

  @Test
  void neverLogsTheKeyOrTheValues() {
    Answer answer = get(V1.replace("p1=1", "p1=personal"));
    assertThat(answer.logged("authToken matches with none of the keys [current, next]")).isTrue();
    assertThat(answer.log()).noneMatch(line -> line.contains(KEY) || line.contains("personal"));
  }
}
