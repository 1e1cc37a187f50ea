package io.github.mgsjaxrs.apigatewayvectors;

import static io.github.mgsjaxrs.apigatewayvectors.OpenSslDigests.base64;
import static io.github.mgsjaxrs.apigatewayvectors.OpenSslDigests.digest;
import static io.github.mgsjaxrs.apigatewayvectors.OpenSslDigests.hmac;
import static io.github.mgsjaxrs.apigatewayvectors.OpenSslDigests.utf8;
import static io.github.mgsjaxrs.apigatewayvectors.VectorRequest.SECRET;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Signatures that are written in another way, or computed in one, none of which is the right. */
final class SignatureCases {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  /** Of a request whose signature has both characters in which the two alphabets differ. */
  private static final String TEXT = "GET\n\nx-user:alice\n/apigw/signature?n=";

  private final String target;
  private final String text;
  private final String right;

  private SignatureCases() {
    int number = 0;
    String signature;
    do {
      signature = OpenSslDigests.hmacSha256(SECRET, TEXT + ++number);
    } while (!signature.contains("+") || !signature.contains("/"));
    target = "/apigw/signature?n=" + number;
    text = TEXT + number;
    right = signature;
  }

  static List<VectorRequest> all() {
    return new SignatureCases().cases();
  }

  private List<VectorRequest> cases() {
    return Stream.of(Stream.of(sent().named("signature")), written(), computed())
        .flatMap(cases -> cases)
        .toList();
  }

  private Stream<VectorRequest> written() {
    byte[] bytes = hmac("-sha256", SECRET, text);
    String hex = HexFormat.of().formatHex(bytes);
    int last = right.length() - 2;
    char unused = ALPHABET.charAt(ALPHABET.indexOf(right.charAt(last)) + 1);
    return Stream.of(
        signature("signature-in-hex", hex),
        signature("signature-in-upper-case-hex", hex.toUpperCase(Locale.ROOT)),
        signature("signature-in-the-url-safe-alphabet", right.replace('+', '-').replace('/', '_')),
        signature("signature-without-padding", right.replace("=", "")),
        signature("signature-with-more-padding", right + "="),
        signature("signature-with-padding-in-front", "=" + right.replace("=", "")),
        signature("signature-with-unused-bits-set", right.substring(0, last) + unused + "="),
        signature(
            "signature-with-a-blank-inside", right.substring(0, 20) + " " + right.substring(20)),
        signature("signature-with-an-escaped-plus", right.replace("+", "%2B")),
        signature("signature-with-a-plus-decoded", right.replace('+', ' ')),
        signature("signature-in-quotation-marks", '"' + right + '"'),
        signature("two-signatures-in-one-header", right + "," + right),
        signature("signature-with-more-behind", right + "AAAA"),
        signature("signature-in-another-case", right.toLowerCase(Locale.ROOT)),
        signature("signature-cut-off", right.substring(0, 40)),
        signature("signature-of-the-first-16-bytes", base64(Arrays.copyOf(bytes, 16))),
        signature("signature-with-another-first-bit", changed(bytes, 0)),
        signature("signature-with-another-last-bit", changed(bytes, 31)),
        signature("signature-of-zeros", base64(new byte[32])),
        signature("not-a-signature", "!not-base64-nor-hex!"));
  }

  private Stream<VectorRequest> computed() {
    return Stream.of(
        signature(
            "signature-by-the-secret-of-another-key",
            OpenSslDigests.hmacSha256(ApiGatewayVectorGenerator.OTHER_SECRET, text)),
        signature("signature-by-the-key-id", OpenSslDigests.hmacSha256("DemoKey1", text)),
        signature("signature-by-hmac-sha1", base64(hmac("-sha1", SECRET, text))),
        signature("signature-by-hmac-sha512", base64(hmac("-sha512", SECRET, text))),
        signature("signature-by-sha256-of-text-and-secret", plain("-sha256", text + SECRET)),
        signature(
            "signature-of-mgs-by-md5",
            HexFormat.of().formatHex(digest("-md5", utf8(text + SECRET)))),
        signature(
            "signature-of-mgs-by-sm3",
            HexFormat.of().formatHex(digest("-sm3", utf8(text + SECRET)))),
        signature("signature-by-md5-in-base64", plain("-md5", text + SECRET)),
        signature("signature-of-the-text-and-a-line-feed", of(text + "\n")),
        signature("signature-of-the-text-with-carriage-returns", of(text.replace("\n", "\r\n"))),
        signature("signature-of-the-text-in-lower-case", of(text.toLowerCase(Locale.ROOT))),
        signature("signature-of-the-text-without-the-empty-line", of(text.replace("\n\n", "\n"))),
        VectorRequest.of("POST", "/apigw/ping")
            .signed("POST\n" + OpenSslDigests.md5("null") + "\n/apigw/ping")
            .refused(7002)
            .named("no-body-signed-as-mgs-does"),
        VectorRequest.of("POST", "/apigw/ping")
            .signed("POST\n" + OpenSslDigests.md5("") + "\n/apigw/ping")
            .refused(7002)
            .named("no-body-signed-as-empty-bytes"),
        VectorRequest.of("POST", "/apigw/orders")
            .json("{}")
            .signed("POST\n\n/apigw/orders")
            .refused(7002)
            .named("body-that-is-not-signed"),
        VectorRequest.of("POST", "/apigw/orders")
            .json("{}")
            .signed(
                "POST\n" + HexFormat.of().formatHex(digest("-md5", utf8("{}"))) + "\n/apigw/orders")
            .refused(7002)
            .named("body-signed-with-its-md5-in-hex"),
        VectorRequest.of("GET", "/apigw/orders")
            .signed("get\n\n/apigw/orders")
            .refused(7002)
            .named("method-signed-in-lower-case"));
  }

  private static String of(String other) {
    return OpenSslDigests.hmacSha256(SECRET, other);
  }

  private static String plain(String digest, String message) {
    return base64(digest(digest, utf8(message)));
  }

  private static String changed(byte[] bytes, int at) {
    byte[] other = bytes.clone();
    other[at] ^= 1;
    return base64(other);
  }

  private VectorRequest signature(String name, String signature) {
    return sent().signature(signature).refused(7002).named(name);
  }

  private VectorRequest sent() {
    return VectorRequest.of("GET", target).header("X-User", "alice").listing("X-User").signed(text);
  }
}
