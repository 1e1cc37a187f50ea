package io.github.mgsjaxrs.conformance.suite;

import static io.github.mgsjaxrs.conformance.suite.GatewayCall.SIGNATURE;

import io.github.mgsjaxrs.conformance.openssl.OpenSsl;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.Header;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Requests with random content, signed on the spot by OpenSSL: served whole as they are, refused
 * after one changed byte anywhere that the signature covers.
 */
public abstract class OpenSslSuite {

  private static final int CALLS_PER_KEY = 12;
  private static final String[] PIECES = {
    "a",
    "B",
    "7",
    "_",
    "-",
    ".",
    "~",
    " ",
    "+",
    "%",
    "=",
    "*",
    "/",
    "?",
    ":",
    "@",
    "'",
    "(",
    "!",
    "\u00e9",
    "\u5f20",
    "\u4e09",
    "\ud83d\ude00",
    "\u3000",
    "\"",
    "<",
    "|",
    "\\",
    "#",
    ",",
    "$"
  };

  /** For the runtime's own class. */
  protected OpenSslSuite() {}

  /**
   * Where the application listens.
   *
   * @return the endpoint
   */
  protected abstract Endpoint endpoint();

  @TestFactory
  Stream<DynamicTest> servesWhatOpenSslSignedAndRefusesItAfterOneChangedByte() {
    return SuiteKeys.all().stream()
        .flatMap(
            key ->
                IntStream.range(0, CALLS_PER_KEY)
                    .mapToObj(
                        seed ->
                            DynamicTest.dynamicTest(
                                key + ", seed " + seed, () -> check(key, seed))));
  }

  @TestFactory
  Stream<DynamicTest> takesSm2SignaturesAsDerAndAsRawPairInEitherCase() {
    return keys("SM2")
        .flatMap(
            key -> {
              GatewayCall call = GatewayCall.to("GET", path("/sm2")).query("q", "1");
              byte[] der = OpenSsl.signSm2(key, call.stringToSign());
              String derHex = HexFormat.of().formatHex(der);
              String rawHex = HexFormat.of().formatHex(raw(der));
              return Stream.of(derHex, upper(derHex), rawHex, upper(rawHex))
                  .map(
                      signature ->
                          DynamicTest.dynamicTest(
                              key + " " + signature,
                              () -> exchange(call, key, signature).isServedWhole(key)));
            });
  }

  @TestFactory
  Stream<DynamicTest> refusesSm2SignaturesThatAreWrittenInAnotherWay() {
    return keys("SM2")
        .flatMap(
            key -> {
              GatewayCall call = GatewayCall.to("GET", path("/sm2")).query("q", "1");
              byte[] der = OpenSsl.signSm2(key, call.stringToSign());
              String derHex = HexFormat.of().formatHex(der);
              String rawHex = HexFormat.of().formatHex(raw(der));
              String zero = "0".repeat(64);
              return Stream.of(
                      derHex + "00",
                      derHex + "0",
                      derHex.substring(1),
                      "0x" + derHex,
                      " 0 " + derHex,
                      "04" + rawHex,
                      rawHex + "00",
                      rawHex.substring(64) + rawHex.substring(0, 64),
                      zero + rawHex.substring(64),
                      rawHex.substring(0, 64) + zero,
                      zero + zero,
                      "f".repeat(128),
                      longForm(derHex))
                  .map(signature -> refused(call, key, signature));
            });
  }

  @TestFactory
  Stream<DynamicTest> refusesRsaSignaturesThatAreNotStrictBase64() {
    GatewayKey key = SuiteKeys.of("RSA");
    GatewayCall call = GatewayCall.to("GET", path("/rsa")).query("q", "1");
    String right = OpenSsl.sign(key, call.stringToSign());
    return Stream.of(
            right.replace("=", ""),
            right.replace('+', '-').replace('/', '_').replace("=", ""),
            right.substring(0, 64) + " " + right.substring(64),
            right.substring(0, 64) + "\t" + right.substring(64),
            right + "=",
            right + "A",
            "!" + right,
            right.substring(0, right.length() - 3) + upToNext(right) + "==")
        .map(signature -> refused(call, key, signature));
  }

  @TestFactory
  Stream<DynamicTest> refusesDigestsInUpperCase() {
    return Stream.of("MD5", "SM3")
        .flatMap(OpenSslSuite::keys)
        .map(
            key -> {
              GatewayCall call = GatewayCall.to("GET", path("/digest")).query("q", "1");
              return refused(call, key, upper(OpenSsl.sign(key, call.stringToSign())));
            });
  }

  private void check(GatewayKey key, int seed) {
    Random random = new Random(31L * seed + key.id().hashCode());
    GatewayCall call = call(random, seed);
    Framing framing = new Framing.Chunked(1 + random.nextInt(900));
    RawRequest plain = call.signedWith(key);
    RawRequest signed =
        seed % 4 == 3 && plain.body().length > 0 ? call.signedWith(key, framing) : plain;
    Exchange.of(endpoint(), signed).isServedWhole(key);

    Exchange.of(endpoint(), withAnotherSignature(signed, random)).isRefusedWithCode(7002);
    Exchange.of(endpoint(), signed.target(changedPath(signed.target()))).isRefusedWithCode(7002);
    if (signed.target().contains("=")) {
      Exchange.of(endpoint(), signed.target(signed.target() + "x")).isRefusedWithCode(7002);
    }
    if (signed.body().length > 0) {
      byte[] body = signed.body();
      boolean form = seed % 3 == 1;
      body[form ? body.length - 1 : random.nextInt(body.length)] ^= 1;
      Exchange.of(endpoint(), signed.body(body)).isRefusedWithCode(7002);
    }
  }

  /** Seeds take turns: no body, a form, any other body; POST and PUT. */
  private GatewayCall call(Random random, int seed) {
    String method =
        seed % 3 == 0
            ? List.of("GET", "DELETE", "HEAD", "POST").get(seed / 3 % 4)
            : seed % 2 == 0 ? "PUT" : "POST";
    GatewayCall call = GatewayCall.to(method, path("/random/" + seed + "/%E4%B8%AD"));
    for (int i = random.nextInt(6); i > 0; i--) {
      call.query(name(random), value(random));
    }
    if (seed % 3 == 1) {
      for (int i = random.nextInt(6); i > 0; i--) {
        call.field(name(random), value(random));
      }
      call.field("zz-last", "end7"); // the byte that is changed is a plain one
    } else if (seed % 3 == 2) {
      byte[] body = new byte[1 + random.nextInt(100_000)];
      random.nextBytes(body);
      call.body(random.nextBoolean() ? "application/protobuf" : "application/json", body);
    }
    return call;
  }

  private static RawRequest withAnotherSignature(RawRequest signed, Random random) {
    String right =
        signed.headers().stream()
            .filter(header -> header.name().equals(SIGNATURE))
            .map(Header::value)
            .findFirst()
            .orElseThrow();
    int at = random.nextInt(right.length() - 2); // the last two may be padding
    char other = right.charAt(at) == '1' ? '2' : '1';
    return signed
        .withoutHeader(SIGNATURE)
        .header(SIGNATURE, right.substring(0, at) + other + right.substring(at + 1));
  }

  private static String changedPath(String target) {
    return target.replaceFirst("/random/", "/randon/");
  }

  private DynamicTest refused(GatewayCall call, GatewayKey key, String signature) {
    return DynamicTest.dynamicTest(
        key + " " + signature, () -> exchange(call, key, signature).isRefusedWithCode(7002));
  }

  private Exchange exchange(GatewayCall call, GatewayKey key, String signature) {
    return Exchange.of(
        endpoint(),
        call.request(new Framing.None())
            .header(SIGNATURE, signature)
            .header(GatewayCall.KEY_ID, key.id()));
  }

  /** The same DER with the length of the SEQUENCE in two bytes: valid BER, but not DER. */
  private static String longForm(String derHex) {
    return "3081" + derHex.substring(2);
  }

  /** The last character before the padding, with one of its unused bits set. */
  private static char upToNext(String base64) {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    return alphabet.charAt(alphabet.indexOf(base64.charAt(base64.length() - 3)) + 1);
  }

  private static byte[] raw(byte[] der) {
    byte[] raw = new byte[64];
    int at = 2;
    for (int half = 0; half < 2; half++) {
      int length = der[at + 1];
      int used = Math.min(length, 32);
      System.arraycopy(der, at + 2 + length - used, raw, half * 32 + 32 - used, used);
      at += 2 + length;
    }
    return raw;
  }

  private static String name(Random random) {
    return "n" + text(random);
  }

  private static String value(Random random) {
    return random.nextInt(5) == 0 ? "" : text(random);
  }

  /** Anything but the {@code &} that no string to sign can tell from a separator. */
  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(8); i > 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private static Stream<GatewayKey> keys(String algorithm) {
    return SuiteKeys.all().stream().filter(key -> key.algorithm().equals(algorithm));
  }

  private static String upper(String hex) {
    return hex.toUpperCase(Locale.ROOT);
  }

  private String path(String path) {
    return endpoint().base() + path;
  }
}
