package io.github.mgsjaxrs.koogallery.internal.diagnosis;

import static io.github.mgsjaxrs.koogallery.internal.diagnosis.KooGalleryFault.BODY;
import static io.github.mgsjaxrs.koogallery.internal.diagnosis.KooGalleryFault.KEY;
import static io.github.mgsjaxrs.koogallery.internal.diagnosis.KooGalleryFault.MILLIS;
import static io.github.mgsjaxrs.koogallery.internal.diagnosis.KooGalleryFault.NONCE;
import static io.github.mgsjaxrs.koogallery.internal.diagnosis.KooGalleryFault.TIME;
import static io.github.mgsjaxrs.koogallery.internal.diagnosis.KooGalleryFault.base64;
import static io.github.mgsjaxrs.koogallery.internal.diagnosis.KooGalleryFault.body;
import static io.github.mgsjaxrs.koogallery.internal.diagnosis.KooGalleryFault.diagnosis;
import static io.github.mgsjaxrs.koogallery.internal.diagnosis.KooGalleryFault.hex;
import static io.github.mgsjaxrs.koogallery.internal.diagnosis.KooGalleryFault.hmac;
import static io.github.mgsjaxrs.koogallery.internal.diagnosis.KooGalleryFault.hmacKey;
import static io.github.mgsjaxrs.koogallery.internal.diagnosis.KooGalleryFault.message;
import static io.github.mgsjaxrs.koogallery.internal.diagnosis.KooGalleryFault.queryWith;
import static io.github.mgsjaxrs.koogallery.internal.diagnosis.KooGalleryFault.queryWithSignature;
import static io.github.mgsjaxrs.koogallery.internal.diagnosis.KooGalleryFault.text;
import static io.github.mgsjaxrs.koogallery.internal.diagnosis.KooGalleryFault.token;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.internal.diagnosis.Diagnosis;
import io.github.mgsjaxrs.koogallery.crypto.AccessKey;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests of KooGallery that were signed in a wrong way, and what is said of each. */
class KooGalleryDiagnosisTest {

  private static final String TIMED = "&timeStamp=" + TIME;
  private static final String RIGHT = "a=1" + TIMED;
  private static final byte[] TOKEN = hmac(KEY + TIME, RIGHT);
  private static final String DIGEST = hex(hmac(KEY, BODY));
  private static final String CANONICAL = KEY + NONCE + MILLIS + DIGEST;
  private static final byte[] SIGNATURE = hmac(KEY, CANONICAL);
  private static final String TOGETHER = "not alone, but together with this: ";

  private static Stream<KooGalleryFault> wronglySignedQueries() {
    return Stream.of(
        message("escapes kept", "b=x%20y&a=1", "a=1&b=x%20y" + TIMED, "with the percent escapes"),
        message("a plus sign", "b=x+y%2F", "b=x+y/" + TIMED, "A plus sign was signed that is sent"),
        message("encoded again", "b=x%2520y", "b=x y" + TIMED, "with one more percent-encoding"),
        message("encoded, with +", "b=x%20y", "b=x+y" + TIMED, "with + for a blank"),
        message("encoded, with %20", "b=x+y", "b=x%20y" + TIMED, "with %20 for a blank"),
        message("stripped", "b=%20x", "b=x" + TIMED, "without the blanks at the ends"),
        message("unsorted", "b=2&a=1", "b=2&a=1" + TIMED, "in the order in which they are sent"),
        message("any case", "B=2&a=1", "a=1&B=2" + TIMED, "without regard to case"),
        message("sorted as texts", "a=1&a1=2", "a1=2&a=1" + TIMED, "as texts of name, = and value"),
        message("the last value", "a=1&a=2", "a=2" + TIMED, "the last value was signed"),
        message("all values", "a=1&a=2", "a=1&a=2" + TIMED, "all values were signed"),
        message("no empty ones", "a=1&b=&c=", "a=1" + TIMED, "without a value were not signed"),
        message("a name alone", "a=1&b", "a=1&b" + TIMED, "signed as its name alone"),
        message("authToken", "a=1", "a=1&authToken=" + TIMED, "An empty authToken was signed"),
        message("one more", "a=1&utm=x", RIGHT, "The parameter 'utm' was not signed"),
        message("no time", "a=1", "a=1", "The parameter 'timeStamp' was not signed"),
        message("an ampersand behind", "a=1", RIGHT + "&", "An ampersand stands behind the text"),
        message("a question mark", "a=1", "?" + RIGHT, "A question mark stands in front"),
        hmacKey("the access key alone", KEY, "was the access key alone"),
        hmacKey("the time in front", TIME + KEY, "was timeStamp and the access key behind it"),
        hmacKey("the time alone", TIME, "was timeStamp alone"),
        hmacKey("the key without millis", KEY + "20230403074746", "has the time without millis"),
        token(
            "the time without millis",
            "a=1",
            base64(hmac(KEY + "20230403074746", "a=1&timeStamp=20230403074746")),
            "The time was signed without milliseconds"),
        token(
            "the time of Beijing",
            "a=1",
            base64(hmac(KEY + "20230403154746618", "a=1&timeStamp=20230403154746618")),
            "of UTC+8 in place of UTC"),
        hmacKey("seconds since 1970", KEY + "1680508066", "as seconds since 1970"),
        hmacKey("milliseconds since 1970", KEY + MILLIS, "as milliseconds since 1970"),
        hmacKey("a line feed", KEY + "\n" + TIME, "has a line feed at its end"),
        token("hex", "a=1", hex(TOKEN), "authToken is written in hex"),
        token("hex in upper case", "a=1", hex(TOKEN).toUpperCase(Locale.ROOT), "written in hex"),
        token("hex in Base64", "a=1", base64(hex(TOKEN).getBytes(UTF_8)), "Base64 of the hex text"),
        token("no padding", "a=1", base64(TOKEN).replace("=", ""), "or without its padding"),
        token("quotation marks", "a=1", '"' + base64(TOKEN) + '"', "stands in quotation marks"),
        token("a line end", "a=1", base64(TOKEN) + "\r\n", "has white space around it"),
        token("escaped twice", "a=1", base64(TOKEN).replace("=", "%3D"), "percent-encoded twice"),
        message("two of them", "b=x+y%2F&a=1", "b=x+y/&a=1" + TIMED, TOGETHER + "A plus sign"),
        token(
            "a key and a text",
            "b=2&a=1",
            base64(hmac(KEY, "b=2&a=1" + TIMED)),
            TOGETHER + "The HMAC's key was the access key alone"),
        token(
            "hex and a text",
            "b=2&a=1",
            hex(hmac(KEY + TIME, "b=2&a=1" + TIMED)),
            TOGETHER + "The authToken is written in hex"),
        token(
            "an end of the key and a text",
            "b=2&a=1",
            base64(hmac(KEY + " " + TIME, "b=2&a=1" + TIMED)),
            TOGETHER + "The access key of key 'shop' has a space at its end"));
  }

  private static Stream<KooGalleryFault> wronglySignedBodies() {
    String front = KEY + NONCE + MILLIS;
    return Stream.of(
        body("JSON written anew", "{\"a\":[1,2]}", "{ \"a\": [1, 2] }", "written anew"),
        body("a byte order mark", "\ufeff{}", "{}", "with a byte order mark in front"),
        body("no byte order mark", "{}", "\ufeff{}", "without its byte order mark"),
        body("line feeds", "{\n}", "{\r\n}", "with \\n for \\r\\n"),
        body("carriage returns", "{\r\n}", "{\n}", "with \\r\\n for \\n"),
        body("a last line feed", "x\n", "x", "with a line feed behind it"),
        body("no last line feed", "x", "x\n", "without the line end behind it"),
        body("an empty body", "", BODY, "An empty body was signed"),
        text("upper case", front + DIGEST.toUpperCase(Locale.ROOT), "written in upper-case hex"),
        text("a digest in Base64", front + base64(hmac(KEY, BODY)), "HMAC-SHA256 was written in B"),
        text("SHA-256", front + hex(sha256(BODY)), "by SHA-256 without the access key"),
        text("the body itself", front + BODY, "The body was signed as it is"),
        text("no body", front, "The body was not signed"),
        text("the time first", KEY + MILLIS + NONCE + DIGEST, "in front of the nonce"),
        text("no time", KEY + NONCE + DIGEST, "The timestamp was not signed"),
        text("no nonce", KEY + MILLIS + DIGEST, "The nonce was not signed"),
        text("seconds", KEY + NONCE + "1680508066" + DIGEST, "timestamp was signed in seconds"),
        text("as version 1", KEY + NONCE + TIME + DIGEST, "signed as version 1 writes it"),
        text(
            "a nonce in lower case",
            KEY + NONCE.toLowerCase(Locale.ROOT) + MILLIS + DIGEST,
            "The nonce was signed in another case"),
        text("no access key", NONCE + MILLIS + DIGEST, "without the access key in it"),
        text("the access key behind", NONCE + MILLIS + DIGEST + KEY, "at the end of the text"),
        new KooGalleryFault(
            "Base64",
            queryWithSignature(base64(SIGNATURE)),
            BODY,
            "signature is written in Base64"),
        new KooGalleryFault(
            "a nonce with a plus sign",
            queryWithSignature(hex(hmac(KEY, KEY + "a+b" + MILLIS + DIGEST))).replace(NONCE, "a+b"),
            BODY,
            "A plus sign of the nonce was signed"),
        new KooGalleryFault(
            "milliseconds",
            queryWithSignature(hex(hmac(KEY, KEY + NONCE + "1680508066000" + DIGEST)))
                .replace(MILLIS, "1680508066"),
            BODY,
            "The timestamp was signed in milliseconds"),
        text(
            "two of them",
            KEY + MILLIS + NONCE + DIGEST.toUpperCase(Locale.ROOT),
            TOGETHER + "The body's HMAC-SHA256 was written in upper-case hex"),
        new KooGalleryFault(
            "Base64 and a text",
            queryWithSignature(base64(hmac(KEY, NONCE + MILLIS + DIGEST))),
            BODY,
            TOGETHER + "The signature is written in Base64"));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @ParameterizedTest
  @MethodSource({"wronglySignedQueries", "wronglySignedBodies"})
  void namesTheCauseAndNothingSecret(KooGalleryFault fault) {
    Diagnosis diagnosis = fault.diagnosis(KEY);
    assertThat(diagnosis.matched()).as(diagnosis.describe()).isTrue();
    assertThat(diagnosis.findings())
        .as(diagnosis.describe())
        .hasSizeLessThan(3)
        .anySatisfy(finding -> assertThat(finding.why()).contains(fault.sentence()));
    assertThat(diagnosis.tried()).isBetween(1, 2000);
    assertThat(diagnosis.describe())
        .doesNotContain(KEY, base64(TOKEN))
        .doesNotContainIgnoringCase(hex(TOKEN))
        .doesNotContainIgnoringCase(hex(SIGNATURE))
        .doesNotContainIgnoringCase(DIGEST);
  }

  @Test
  void tellsMillisecondsThatWereNotPadded() {
    String sent = "202304030747467"; // seven milliseconds, or seven tenths of a second
    String signed = "20230403074746007";
    String token = base64(hmac(KEY + signed, "a=1&timeStamp=" + signed));
    KooGalleryFault fault = token("", "a=1", token, "");
    Diagnosis diagnosis =
        new KooGalleryFault("", fault.query().replace(TIME, sent), "", "").diagnosis(KEY);
    assertThat(diagnosis.describe()).contains("signed with milliseconds of three digits");
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "test-access-key\t|ends in white space here",
        " test-access-key|starts with white space here",
        "\"test-access-key\"|stands in quotation marks here",
        "'test-access-key'|stands in quotation marks here",
        "dGVzdC1hY2Nlc3Mta2V5|was decoded from Base64 where it was signed"
      })
  void namesWhatIsWrongWithTheConfiguredKey(String configured, String sentence) {
    for (KooGalleryFault right :
        List.of(
            token("version 1", "a=1", base64(TOKEN), ""),
            new KooGalleryFault("version 2", queryWithSignature(hex(SIGNATURE)), BODY, ""))) {
      Diagnosis diagnosis = right.diagnosis(configured);
      assertThat(diagnosis.findings())
          .singleElement()
          .satisfies(
              finding ->
                  assertThat(finding.why()).contains("access key of key 'shop' " + sentence));
      assertThat(diagnosis.describe()).doesNotContain(configured.strip(), KEY);
    }
  }

  private static Map<String, AccessKey> keys(String... idsAndKeys) {
    Map<String, AccessKey> keys = new LinkedHashMap<>();
    for (int i = 0; i < idsAndKeys.length; i += 2) {
      keys.put(idsAndKeys[i], AccessKey.of(idsAndKeys[i + 1]));
    }
    return keys;
  }

  @Test
  void namesAKeyThatIsNotListed() {
    Map<String, AccessKey> all = keys("shop", "another", "next,2", KEY);
    for (String query :
        List.of(queryWith("a=1", base64(TOKEN)), queryWithSignature(hex(SIGNATURE)))) {
      assertThat(diagnosis(query, BODY, keys("shop", "another"), all, List.of("shop")).findings())
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.setting()).isEqualTo("mgs.koogallery.keys=shop,next\\,2");
                assertThat(finding.why())
                    .contains("signed with key 'next,2', which mgs.koogallery.keys does not list");
              });
    }
  }

  @Test
  void namesAKeyThatTheResourceDoesNotAdmit() {
    Map<String, AccessKey> all = keys("shop", "another", "next", KEY);
    String query = queryWith("a=1", base64(TOKEN));
    assertThat(
            diagnosis(query, "", keys("shop", "another"), all, List.of("shop", "next")).findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.setting()).isNull();
              assertThat(finding.why()).contains("'next', which the resource does not admit");
            });
  }

  @Test
  void triesEveryKeyWithEveryVariation() {
    Map<String, AccessKey> two = keys("shop", "another", "next", KEY);
    for (KooGalleryFault fault :
        wronglySignedQueries()
            .filter(fault -> List.of("unsorted", "two of them").contains(fault.name()))
            .toList()) {
      assertThat(diagnosis(fault.query(), "", two, two, List.of("shop", "next")).describe())
          .contains(fault.sentence());
    }
  }

  private static String many(int parameters) {
    return IntStream.range(0, parameters)
        .mapToObj(i -> "B" + i + "=x%2Fy+" + i + "&b" + i)
        .collect(Collectors.joining("&"));
  }

  @Test
  void findsNothingWhereNothingExplainsItAndTriesABoundedNumber() {
    String token = base64(new byte[32]);
    String signature = "00".repeat(32);
    Map<String, AccessKey> one = keys("shop", KEY);
    Map<String, AccessKey> eight =
        keys("1", "a", "2", "b", "3", "c", "4", "d", "5", "e", "6", "f", "7", "g", "8", "h");
    Map<String, AccessKey> hundreds = new LinkedHashMap<>(eight);
    IntStream.range(0, 500).forEach(i -> hundreds.put("other-" + i, AccessKey.of("key " + i)));
    List<String> listed = List.of("shop");

    Diagnosis first = diagnosis(queryWith("a=1&b=2", token), "", one, one, listed);
    assertThat(first.findings()).isEmpty();
    assertThat(first.tried()).isBetween(100, 2000);
    Diagnosis second = diagnosis(queryWithSignature(signature), BODY, one, one, listed);
    assertThat(second.findings()).isEmpty();
    assertThat(second.tried()).isBetween(100, 2000);
    assertThat(diagnosis(queryWith(many(30), token), "", eight, hundreds, listed).tried())
        .isEqualTo(2000);
    assertThat(diagnosis(queryWithSignature(signature), BODY, eight, hundreds, listed).tried())
        .isBetween(1000, 2000);
    assertThat(diagnosis(queryWith(many(32), token), "", one, one, listed).tried()).isLessThan(80);
    String longValue = "a=" + "x".repeat(9000);
    assertThat(diagnosis(queryWith(longValue, token), "", one, one, listed).tried()).isLessThan(60);
    assertThat(diagnosis(queryWithSignature(signature), "x".repeat(9000), one, one, listed).tried())
        .isLessThan(60);
  }

  @Test
  void triesNothingWhereThereIsNoSignatureOrItCannotBeComputed() {
    Map<String, AccessKey> keys = keys("shop", KEY);
    String bytes = base64(new byte[20]);
    for (String query :
        List.of(
            "",
            queryWith("a=1", ""),
            queryWith("a=1", bytes),
            queryWith("a=1", "no signature"),
            queryWithSignature("no signature"),
            queryWithSignature("g".repeat(64)),
            queryWith("a=%", base64(TOKEN)))) {
      assertThat(diagnosis(query, BODY, keys, keys, List.of("shop"))).isEqualTo(Diagnosis.NONE);
    }
    KooGalleryMismatch withoutBody =
        new KooGalleryMismatch(
            queryWithSignature(hex(SIGNATURE)),
            Optional.empty(),
            keys,
            List.of("shop"),
            keys,
            1000);
    assertThat(withoutBody.diagnose()).isEqualTo(Diagnosis.NONE);
    assertThat(withoutBody.toString()).contains("shop").doesNotContain(NONCE, KEY);
    assertThat(
            diagnosis(
                    queryWith("a=1", Base64.getEncoder().encodeToString(TOKEN)),
                    "",
                    Map.of(),
                    keys,
                    List.of("shop"))
                .tried())
        .isZero();
  }
}
