package io.github.mgsjaxrs.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request for each way in which a signature is often wrong. What was signed is written by hand,
 * and signed by the JDK's MD5 or by OpenSSL.
 */
public final class WronglySigned {

  private static final Charset GBK = Charset.forName("GBK");
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";
  private static final String SALT = "the shared salt";

  private final Path directory;
  private final CommandLine commands;
  private final List<ExplainedRequest> requests = new ArrayList<>();

  private WronglySigned(Path directory) {
    this.directory = directory;
    this.commands = new CommandLine(directory);
  }

  /** All of them, signed with the help of files in an empty directory. */
  public static List<ExplainedRequest> in(Path directory) {
    WronglySigned requests = new WronglySigned(directory);
    requests.addParameters();
    requests.addPaths();
    requests.addCharsets();
    requests.addKeys();
    requests.addSm2();
    requests.addBodies();
    requests.addTexts();
    requests.addPairs();
    requests.addCoverage();
    return requests.requests;
  }

  private static Map<String, String> settings(String... more) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("mgs.keys.\"orders\".algorithm", "MD5");
    settings.put("mgs.keys.\"orders\".salt", SALT);
    settings.put("mgs.keys.\"refunds\".algorithm", "MD5");
    settings.put("mgs.keys.\"refunds\".salt", "another salt");
    settings.put("mgs.keys.\"team.b/reports\".algorithm", "SM3");
    settings.put("mgs.keys.\"team.b/reports\".salt", SALT);
    settings.put("mgs.keys.\"spaced\".algorithm", "MD5");
    settings.put("mgs.keys.\"spaced\".salt", SALT + " ");
    settings.put("mgs.keys.\"rsa\".public-key", resource("rsa-public.pem"));
    settings.put("mgs.keys.\"sm2\".public-key", resource("sm2-public.pem"));
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return settings;
  }

  private static String resource(String name) {
    try (InputStream in = WronglySigned.class.getResourceAsStream("/vectors/keys/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A request that was signed as MD5 over this text, with the salt of its key. */
  private void add(
      String name,
      String method,
      String target,
      @Nullable String type,
      byte[] body,
      String signed,
      @Nullable String setting,
      String sentence) {
    String signature = md5(signed + SALT);
    add(name, method, target, type, body, "orders", signature, 7002, setting, sentence);
  }

  private void add(
      String name,
      String method,
      String target,
      @Nullable String type,
      byte[] body,
      String keyId,
      String signature,
      int code,
      @Nullable String setting,
      String sentence) {
    requests.add(
        new ExplainedRequest(
            name,
            settings(),
            method,
            target,
            type,
            body,
            keyId,
            signature,
            code,
            setting,
            sentence));
  }

  private void addGet(
      String name, String target, String url, @Nullable String setting, String sentence) {
    add(name, "GET", target, null, new byte[0], "GET\n\n" + url, setting, sentence);
  }

  private void configureLast(String... more) {
    int last = requests.size() - 1;
    requests.set(last, requests.get(last).withSettings(settings(more)));
  }

  private void addParameters() {
    addGet(
        "raw parameters",
        "/raw?b=%E4%BD%A0&a=x%20y",
        "/raw?a=x%20y&b=%E4%BD%A0",
        "mgs.canonical.parameters=raw",
        "The parameters were signed as they were sent");
    addGet(
        "decoded parameters where raw ones are configured",
        "/decoded?b=%E4%BD%A0&a=x%20y",
        "/decoded?a=x y&b=\u4f60",
        "mgs.canonical.parameters=decoded",
        "The parameters were signed decoded");
    configureLast("mgs.canonical.parameters", "raw");
    addGet(
        "a bare name",
        "/bare?k&a=1",
        "/bare?a=1&k",
        "mgs.canonical.valueless=as-sent",
        "was signed as k, not as k=");
    addGet(
        "an order without regard to case",
        "/order?B=1&a=2",
        "/order?a=2&B=1",
        "mgs.canonical.order=case-insensitive",
        "sorted without regard to case");
    add(
        "the form before the query",
        "POST",
        "/both?k=query",
        FORM,
        "k=form".getBytes(UTF_8),
        "POST\n\n/both?k=form",
        "mgs.canonical.parameter-precedence=form",
        "the form's value was signed");
    // nothing else serves two values of one name
    configureLast("mgs.coverage", "protocol");
  }

  private void addPaths() {
    addGet(
        "a decoded path",
        "/path/%E4%BD%A0",
        "/path/\u4f60",
        "mgs.canonical.path=decoded",
        "The path was signed decoded");
    addGet(
        "a leading part too much",
        "/gw/orders?a=1",
        "/orders?a=1",
        "mgs.canonical.path-prefix.strip=/gw",
        "signed without its leading part '/gw'");
    addGet(
        "two leading segments too much",
        "/gw/v1/orders",
        "/orders",
        "mgs.canonical.path-prefix.strip=/gw/v1",
        "signed without its leading part '/gw/v1'");
    addGet(
        "a leading part that only the gateway knows",
        "/orders?a=1",
        "/gateway/orders?a=1",
        null,
        "with a leading part that only the gateway knows, and that a proxy took away: this cannot"
            + " be tried, so it is possible and not proven");
    addGet(
        "the context path missing",
        "/app/orders",
        "/orders",
        null,
        "'/app': if that is the application's context path, whoever signed left it out");
    addGet(
        "a prefix that is configured and wrong",
        "/orders",
        "/orders",
        "mgs.canonical.path-prefix.add=",
        "without the leading part '/wrong' that is configured");
    configureLast("mgs.canonical.path-prefix.add", "/wrong");
  }

  private void addCharsets() {
    String url = "/form?name=\u4f60";
    add(
        "a form in GBK",
        "POST",
        "/form",
        FORM,
        "name=%C4%E3".getBytes(US_ASCII),
        "orders",
        md5("POST\n\n" + url + SALT),
        7001,
        "mgs.canonical.charset=GBK",
        "The form was read in GBK");
    add(
        "a form in GBK that is UTF-8 as well",
        "POST",
        "/form",
        FORM,
        "name=%C4%A3".getBytes(US_ASCII),
        "POST\n\n/form?name=\u6a21", // GBK C4 A3
        "mgs.canonical.charset=GBK",
        "The form was read in GBK");
    add(
        "a body hashed in UTF-8",
        "POST",
        "/transcoded",
        "text/plain; charset=GBK",
        "\u4f60\u597d".getBytes(GBK),
        "POST\n" + contentMd5("\u4f60\u597d") + "\n/transcoded",
        "mgs.canonical.charset-transcoding=true",
        "transcoded from its declared charset to UTF-8");
    add(
        "a body hashed as it is where transcoding is configured",
        "POST",
        "/transcoded",
        "text/plain; charset=GBK",
        "\u4f60\u597d".getBytes(GBK),
        "POST\n" + contentMd5("\u4f60\u597d".getBytes(GBK)) + "\n/transcoded",
        "mgs.canonical.charset-transcoding=false",
        "hashed as it was sent");
    configureLast("mgs.canonical.charset-transcoding", "true");
  }

  private void addKeys() {
    String text = "GET\n\n/keys?a=1";
    addKey(
        "SM3 for MD5",
        "orders",
        sm3(text + SALT),
        "mgs.keys.\"orders\".algorithm=SM3",
        "The salt of key 'orders' was used with SM3, and MD5 is configured");
    addKey(
        "MD5 for SM3",
        "team.b/reports",
        md5(text + SALT),
        "mgs.keys.\"team.b/reports\".algorithm=MD5",
        "was used with MD5, and SM3 is configured");
    addKey(
        "another key",
        "orders",
        md5(text + "another salt"),
        null,
        "names key 'orders' but was signed with key 'refunds'");
    addKey(
        "another key of another algorithm",
        "orders",
        rsa(text),
        null,
        "names key 'orders' but was signed with key 'rsa'");
    addKey(
        "a salt with a line feed",
        "orders",
        md5(text + SALT + "\n"),
        null,
        "The salt of key 'orders' has a line feed at its end where the request was signed");
    addKey(
        "a salt with a carriage return",
        "orders",
        md5(text + SALT + "\r\n"),
        null,
        "The salt of key 'orders' has a carriage return and a line feed at its end");
    addKey(
        "a salt with a space",
        "orders",
        md5(text + SALT + " "),
        null,
        "The salt of key 'orders' has a space at its end");
    addKey(
        "a salt without its space",
        "spaced",
        md5(text + SALT),
        null,
        "The salt of key 'spaced' ends in white space here");
  }

  private void addKey(
      String name, String keyId, String signature, @Nullable String setting, String sentence) {
    add(name, "GET", "/keys?a=1", null, new byte[0], keyId, signature, 7002, setting, sentence);
  }

  private void addSm2() {
    String text = "GET\n\n/keys?a=1";
    String user = "1234567812345678";
    String der = HexFormat.of().formatHex(sm2(text, user));
    String encoding = "the other of the two encodings DER and raw";
    addKey("raw SM2 where only DER is allowed", "sm2", raw(der), "mgs.sm2.encoding=both", encoding);
    configureLast("mgs.sm2.encoding", "der");
    addKey("DER where only raw SM2 is allowed", "sm2", der, "mgs.sm2.encoding=both", encoding);
    configureLast("mgs.sm2.encoding", "raw");
    addKey(
        "the empty SM2 user id",
        "sm2",
        HexFormat.of().formatHex(sm2(text, "")),
        "mgs.sm2.user-id=",
        "made with the empty user id");
    addKey(
        "the documented SM2 user id where another is configured",
        "sm2",
        der,
        "mgs.sm2.user-id=1234567812345678",
        "the user id of the gateway's documentation");
    configureLast("mgs.sm2.user-id", "somebody");
    add(
        "the method in lower case, by SM2",
        "GET",
        "/keys?a=1",
        null,
        new byte[0],
        "sm2",
        HexFormat.of().formatHex(sm2("get\n\n/keys?a=1", user)),
        7002,
        null,
        "The method was signed in lower case");
    add(
        "a leading part that only the gateway knows, by SM2",
        "GET",
        "/keys?a=1",
        null,
        new byte[0],
        "sm2",
        HexFormat.of().formatHex(sm2("GET\n\n/gateway/keys?a=1", user)),
        7002,
        null,
        "with a leading part that only the gateway knows");
    add(
        "a leading part that only the gateway knows, by RSA",
        "GET",
        "/keys?a=1",
        null,
        new byte[0],
        "rsa",
        rsa("GET\n\n/gateway/keys?a=1"),
        7002,
        null,
        "with a leading part that only the gateway knows");
    add(
        "raw parameters, by RSA",
        "GET",
        "/keys?a=%41",
        null,
        new byte[0],
        "rsa",
        rsa("GET\n\n/keys?a=%41"),
        7002,
        "mgs.canonical.parameters=raw",
        "The parameters were signed as they were sent");
  }

  private void addBodies() {
    String form = "a=1&b=2";
    add(
        "a form hashed as a body",
        "POST",
        "/form?c=3",
        FORM,
        form.getBytes(UTF_8),
        "POST\n" + contentMd5(form) + "\n/form?c=3",
        null,
        "The form was hashed as a body");
    add(
        "a form hashed as a body and signed as parameters",
        "POST",
        "/form?c=3",
        FORM,
        form.getBytes(UTF_8),
        "POST\n" + contentMd5(form) + "\n/form?a=1&b=2&c=3",
        null,
        "The form was hashed as a body");
    add(
        "a body hashed on another method",
        "DELETE",
        "/orders",
        JSON,
        "{\"a\":1}".getBytes(UTF_8),
        "DELETE\n" + contentMd5("{\"a\":1}") + "\n/orders",
        null,
        "The body of a DELETE was hashed");
    addPost("a body with a byte order mark", "{}", "\ufeff{}", "with a byte order mark in front");
    addPost("a body without its byte order mark", "\ufeff{}", "{}", "without its byte order mark");
    addPost("\\r\\n for \\n", "a\nb\n", "a\r\nb\r\n", "hashed with \\r\\n for \\n");
    addPost("\\n for \\r\\n", "a\r\nb\r\nc", "a\nb\nc", "hashed with \\n for \\r\\n");
    addPost(
        "JSON written anew",
        "{ \"a b\" : [ 1, \"x \\\" y\" ],\n \"c\" : null }",
        "{\"a b\":[1,\"x \\\" y\"],\"c\":null}",
        "written anew without white space");
    addPost("a line feed behind the body", "{}", "{}\n", "with a line feed behind it");
    addPost("no line feed behind the body", "a b\n", "a b", "without the line end behind it");
    add(
        "a body that was not hashed",
        "POST",
        "/orders",
        JSON,
        "{}".getBytes(UTF_8),
        "POST\n\n/orders",
        null,
        "The body was not hashed");
    add(
        "an empty body hashed as nothing",
        "POST",
        "/orders",
        null,
        new byte[0],
        "POST\n" + contentMd5("") + "\n/orders",
        "mgs.canonical.empty-body=both",
        "hashed as nothing, not as the text null");
    configureLast("mgs.canonical.empty-body", "null");
  }

  private void addPost(String name, String sent, String hashed, String sentence) {
    add(
        name,
        "POST",
        "/orders",
        JSON,
        sent.getBytes(UTF_8),
        "POST\n" + contentMd5(hashed) + "\n/orders",
        null,
        sentence);
  }

  private void addTexts() {
    addGetText(
        "a missing line feed", "GET\n/text?a=1", "The line feed after the empty content MD5 is");
    addGetText("the method in lower case", "get\n\n/text?a=1", "The method was signed in lower");
    addGetText(
        "a trailing line feed", "GET\n\n/text?a=1\n", "A line feed stands behind the string");
    addGetText(
        "a content MD5 of no body",
        "GET\n" + contentMd5("null") + "\n/text?a=1",
        "A content MD5 was signed for a GET without a body");
  }

  private void addGetText(String name, String signed, String sentence) {
    add(name, "GET", "/text?a=1", null, new byte[0], signed, null, sentence);
  }

  private void addPairs() {
    addGet(
        "raw parameters and a leading part too much",
        "/gw/pair?a=%20",
        "/pair?a=%20",
        "mgs.canonical.parameters=raw",
        "(not alone, but together with mgs.canonical.path-prefix.strip=/gw)");
    addGet(
        "raw parameters and a bare name",
        "/pair?k&a=%20",
        "/pair?a=%20&k",
        "mgs.canonical.valueless=as-sent",
        "(not alone, but together with mgs.canonical.parameters=raw)");
    addKey(
        "a salt with a line feed and a trailing line feed",
        "orders",
        md5("GET\n\n/keys?a=1\n" + SALT + "\n"),
        null,
        "(not alone, but together with this: A line feed stands behind the string");
  }

  private void addCoverage() {
    add(
        "a body that a right signature does not cover",
        "DELETE",
        "/orders",
        JSON,
        "{}".getBytes(UTF_8),
        "DELETE\n\n/orders",
        "mgs.coverage=protocol",
        "The signature matches, but does not cover all of the request");
    addGet(
        "a repeated parameter that a right signature does not cover",
        "/orders?a=1&a=2",
        "/orders?a=1",
        "mgs.coverage=body",
        "The signature matches, but does not cover all of the request");
    configureLast("mgs.coverage", "strict");
  }

  private static String md5(String text) {
    return HexFormat.of().formatHex(digest(text.getBytes(UTF_8)));
  }

  private static String contentMd5(String body) {
    return contentMd5(body.getBytes(UTF_8));
  }

  private static String contentMd5(byte[] body) {
    return Base64.getEncoder().encodeToString(digest(body));
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("MD5").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private String sm3(String text) {
    return HexFormat.of()
        .formatHex(commands.openssl("dgst", "-sm3", "-binary", written("text", text)));
  }

  private String rsa(String text) {
    String key = written("rsa.pem", resource("rsa-private.pem"));
    return Base64.getEncoder()
        .encodeToString(commands.openssl("dgst", "-sha1", "-sign", key, written("text", text)));
  }

  /** OpenSSL takes the empty user id where none is given. */
  private byte[] sm2(String text, String userId) {
    List<String> arguments =
        new ArrayList<>(List.of("pkeyutl", "-sign", "-rawin", "-digest", "sm3", "-inkey"));
    arguments.add(written("sm2.pem", resource("sm2-private.pem")));
    arguments.addAll(List.of("-in", written("text", text)));
    if (!userId.isEmpty()) {
      arguments.addAll(List.of("-pkeyopt", "distid:" + userId));
    }
    return commands.openssl(arguments.toArray(new String[0]));
  }

  private String written(String name, String text) {
    try {
      return Files.writeString(directory.resolve(name), text).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** r and s out of their DER, by hand. */
  private static String raw(String derHex) {
    byte[] der = HexFormat.of().parseHex(derHex);
    int rLength = der[3];
    byte[] r = Arrays.copyOfRange(der, 4, 4 + rLength);
    byte[] s = Arrays.copyOfRange(der, 6 + rLength, der.length);
    return padded(r) + padded(s);
  }

  private static String padded(byte[] number) {
    String hex = HexFormat.of().formatHex(number);
    return hex.length() > 64
        ? hex.substring(hex.length() - 64)
        : "0".repeat(64 - hex.length()) + hex;
  }
}
