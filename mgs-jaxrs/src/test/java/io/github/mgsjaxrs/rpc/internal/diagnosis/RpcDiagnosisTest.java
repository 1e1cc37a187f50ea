package io.github.mgsjaxrs.rpc.internal.diagnosis;

import static io.github.mgsjaxrs.SignatureAlgorithm.RPC_HMAC_SHA1;
import static io.github.mgsjaxrs.SignatureAlgorithm.RPC_MD5;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.internal.diagnosis.Diagnosis;
import io.github.mgsjaxrs.internal.diagnosis.Finding;
import io.github.mgsjaxrs.rpc.crypto.HmacEncoding;
import io.github.mgsjaxrs.rpc.crypto.RpcKey;
import io.github.mgsjaxrs.rpc.crypto.RpcParameters;
import io.github.mgsjaxrs.rpc.protocol.RpcTemplate;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls that a client signed in a wrong way, and what is said of each. */
class RpcDiagnosisTest {

  private static final String OPERATION = "Alipay.Mobile.dispatch";
  private static final String BODY =
      "{ \"names\" : [\"\u4f60\u597d\", \"abc\"],\n  \"text\" : \""
          + "0123456789".repeat(9)
          + "??>>\" }\n ";
  private static final String TS = "1700000000000";
  private static final String TS_IN_BASE64 = "OlFvMW0";

  private record Wrong(
      String name, String body, String ts, String signature, String setting, String sentence) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static String md5(String text) {
    try {
      return hex(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static byte[] hmac(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA1"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static String text(String operation, String data, String ts) {
    return "Operation-Type=" + operation + "&Request-Data=" + data + "&Ts=" + ts;
  }

  private static String base64(String body) {
    return Base64.getEncoder().encodeToString(body.getBytes(UTF_8));
  }

  private static String mime(String body, int length, String end) {
    return Base64.getMimeEncoder(length, end.getBytes(UTF_8)).encodeToString(body.getBytes(UTF_8));
  }

  /** Signed over other data than the body's Base64. */
  private static Wrong data(String name, String data, String sentence) {
    return new Wrong(name, BODY, TS, md5("secret&" + text(OPERATION, data, TS)), null, sentence);
  }

  /** Signed over another body than the one that is sent. */
  private static Wrong body(String name, String signed, String sent, String sentence) {
    String signature = md5("secret&" + text(OPERATION, base64(signed), TS));
    return new Wrong(name, sent, TS, signature, null, sentence);
  }

  private static Wrong joined(String name, String joined, String setting, String sentence) {
    return new Wrong(name, BODY, TS, md5(joined), setting, sentence);
  }

  private static Stream<Wrong> wronglySigned() {
    String right = text(OPERATION, base64(BODY), TS);
    Base64.Encoder url = Base64.getUrlEncoder();
    byte[] bytes = BODY.getBytes(UTF_8);
    return Stream.of(
        data("lines of 64", mime(BODY, 64, "\n"), "a line feed after every 64 characters:"),
        data("lines of 76", mime(BODY, 76, "\r\n"), "line feed after every 76 characters:"),
        data(
            "lines of 76 as Android writes them",
            mime(BODY, 76, "\n") + "\n",
            "a line feed after every 76 characters and at its end"),
        data("a line feed behind", base64(BODY) + "\n", "with a line feed at its end"),
        data("Base64 for URLs", url.encodeToString(bytes), "for URLs, with - and _:"),
        data(
            "Base64 for URLs without padding",
            url.withoutPadding().encodeToString(bytes),
            "for URLs, with - and _, and without padding"),
        data(
            "Base64 without padding",
            Base64.getEncoder().withoutPadding().encodeToString(bytes),
            "without its padding"),
        data("no Base64", BODY, "signed as it is"),
        body(
            "wrapped",
            "[{\"_requestBody\":{\"a\":1}}]",
            "{\"a\":1}",
            "inside of [{\"_requestBody\":…}], and is sent without"),
        body(
            "not wrapped",
            "{\"a\":1}",
            "[{\"_requestBody\":{\"a\":1}}]",
            "without the [{\"_requestBody\":…}] around it"),
        body("JSON written anew", "{\"a\":[1,2]}", "{ \"a\": [1, 2] }", "written anew"),
        body("a byte order mark", "\ufeff{}", "{}", "with a byte order mark in front"),
        body("no byte order mark", "{}", "\ufeff{}", "without its byte order mark"),
        body("line feeds", "{\n}", "{\r\n}", "with \\n for \\r\\n"),
        body("carriage returns", "{\r\n}", "{\n}", "with \\r\\n for \\n"),
        body("a last line feed", "x\n", "x", "with a line feed behind it"),
        body("no last line feed", "x", "x\n", "without the line end behind it"),
        new Wrong(
            "a timestamp in base 64",
            BODY,
            TS,
            md5("secret&" + text(OPERATION, base64(BODY), TS_IN_BASE64)),
            null,
            "in another notation"),
        new Wrong(
            "a decimal timestamp",
            BODY,
            TS_IN_BASE64,
            md5("secret&" + right),
            null,
            "in another notation"),
        new Wrong(
            "an operation type in lower case",
            BODY,
            TS,
            md5("secret&" + text(OPERATION.toLowerCase(Locale.ROOT), base64(BODY), TS)),
            null,
            "in lower case"),
        new Wrong(
            "hex in upper case",
            BODY,
            TS,
            md5("secret&" + right).toUpperCase(Locale.ROOT),
            null,
            "hex in upper case"),
        joined(
            "no ampersand",
            "secret" + right,
            "mgs.rpc.md5-text={secret}{text}",
            "joined in another way"),
        joined(
            "the secret behind",
            right + "secret",
            "mgs.rpc.md5-text={text}{secret}",
            "joined in another way"),
        joined(
            "an ampersand and the secret behind",
            right + "&secret",
            "mgs.rpc.md5-text={text}&{secret}",
            "joined in another way"),
        new Wrong(
            "HMAC-SHA1",
            BODY,
            TS,
            hex(hmac("secret", right)),
            "mgs.keys.\"app\".algorithm=RPC_HMAC_SHA1",
            "RPC_MD5 is configured"),
        joined("a secret with a line feed", "secret\n&" + right, null, "has a line feed at its"),
        joined("another key", "other&" + right, null, "signed with key 'other-app'"),
        new Wrong(
            "lines, and the ampersand left out",
            BODY,
            TS,
            md5("secret" + text(OPERATION, mime(BODY, 64, "\n"), TS)),
            "mgs.rpc.md5-text={secret}{text}",
            "not alone, but together with"),
        new Wrong(
            "lines, and another timestamp",
            BODY,
            TS,
            md5("secret&" + text(OPERATION, mime(BODY, 76, "\n"), TS_IN_BASE64)),
            null,
            "not alone, but together with"));
  }

  private static Diagnosis diagnosis(
      TextKey key, RpcTemplate template, String body, String ts, String signature) {
    return new RpcMismatch(
            template,
            OPERATION,
            ts,
            Optional.of(body.getBytes(UTF_8)),
            signature,
            "app",
            key,
            Map.of(
                "app",
                key,
                "other-app",
                RpcKey.of(RPC_MD5, "other", RpcParameters.DEFAULT),
                "orders",
                TextKey.salted(SignatureAlgorithm.MD5, "other")))
        .diagnose();
  }

  private static TextKey key(String secret) {
    return RpcKey.of(RPC_MD5, secret, RpcParameters.DEFAULT);
  }

  @ParameterizedTest
  @MethodSource("wronglySigned")
  void namesTheCause(Wrong wrong) {
    Diagnosis diagnosis =
        diagnosis(key("secret"), RpcTemplate.DEFAULT, wrong.body(), wrong.ts(), wrong.signature());
    assertThat(diagnosis.findings()).as(diagnosis.describe()).isNotEmpty();
    assertThat(diagnosis.findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.why()).contains(wrong.sentence());
              assertThat(finding.setting()).isEqualTo(wrong.setting());
            });
    assertThat(diagnosis.matched()).isTrue();
    assertThat(diagnosis.describe())
        .doesNotContain(md5("secret&" + text(OPERATION, base64(wrong.body()), wrong.ts())));
  }

  @Test
  void namesWhiteSpaceBehindTheSecret() {
    String signature = md5("secret&" + text(OPERATION, base64(BODY), TS));
    assertThat(diagnosis(key("secret \n"), RpcTemplate.DEFAULT, BODY, TS, signature).findings())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.why()).contains("secret of key 'app' ends in white space"));
  }

  @Test
  void namesTheTemplateAndTheEncoding() {
    String signature = md5("secret&" + text(OPERATION, base64(BODY), TS));
    RpcTemplate other = RpcTemplate.of("{ts}&{request-data}&{operation-type}");
    assertThat(diagnosis(key("secret"), other, BODY, TS, signature).findings())
        .extracting(Finding::setting)
        .containsExactly(
            "mgs.rpc.text=Operation-Type={operation-type}&Request-Data={request-data}&Ts={ts}");
    TextKey hex =
        RpcKey.of(RPC_HMAC_SHA1, "secret", new RpcParameters("{secret}&{text}", HmacEncoding.HEX));
    String inBase64 =
        Base64.getEncoder().encodeToString(hmac("secret", text(OPERATION, base64(BODY), TS)));
    assertThat(diagnosis(hex, RpcTemplate.DEFAULT, BODY, TS, inBase64).findings())
        .extracting(Finding::setting)
        .containsExactly("mgs.rpc.hmac-encoding=both");
  }

  @Test
  void findsNothingWhereNothingExplainsIt() {
    Diagnosis diagnosis = diagnosis(key("secret"), RpcTemplate.DEFAULT, "{}", TS, "0".repeat(32));
    assertThat(diagnosis.findings()).isEmpty();
    assertThat(diagnosis.tried()).isBetween(100, 2000);
    assertThat(
            diagnosis(key("secret"), RpcTemplate.DEFAULT, "x".repeat(9000), TS, "0".repeat(32))
                .tried())
        .isLessThan(100);
    assertThat(diagnosis(key("secret"), RpcTemplate.DEFAULT, "{}", TS, "no signature").tried())
        .isZero();
  }

  @Test
  void triesNothingWithoutTheBody() {
    Diagnosis diagnosis =
        new RpcMismatch(
                RpcTemplate.DEFAULT,
                OPERATION,
                TS,
                Optional.empty(),
                "0".repeat(32),
                "app",
                key("secret"),
                Map.of())
            .diagnose();
    assertThat(diagnosis).isEqualTo(Diagnosis.NONE);
  }
}
