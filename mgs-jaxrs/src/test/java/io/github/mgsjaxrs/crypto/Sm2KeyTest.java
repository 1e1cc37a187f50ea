package io.github.mgsjaxrs.crypto;

import static io.github.mgsjaxrs.crypto.SignatureCheck.MALFORMED;
import static io.github.mgsjaxrs.crypto.SignatureCheck.MISMATCH;
import static io.github.mgsjaxrs.crypto.SignatureCheck.VALID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.testing.CommandLine;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of GM/T 0003.5-2012, annex A, unless a test says otherwise. */
class Sm2KeyTest {

  private static final String X =
      "09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020";
  private static final String Y =
      "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13";
  private static final String R =
      "F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3";
  private static final String S =
      "B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA";
  private static final String N =
      "FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123";
  private static final byte[] MESSAGE = utf8("message digest");
  private static final String DER = "30460221" + "00" + R + "0221" + "00" + S;
  private static final String ZERO = "0".repeat(64);

  private final TextKey key = key(Sm2Encoding.BOTH);

  private static TextKey key(Sm2Encoding encoding) {
    return TextKey.sm2(point(X, Y), new Sm2Parameters(encoding, Sm2Parameters.DEFAULT.userId()));
  }

  private static byte[] point(String x, String y) {
    return HexFormat.of().parseHex("04" + x + y);
  }

  @Test
  void acceptsThePublishedSignatureInEitherEncodingAndCase() {
    for (String form : List.of(DER, R + S)) {
      assertThat(key.check(MESSAGE, form)).isEqualTo(VALID);
      assertThat(key.check(MESSAGE, form.toLowerCase(Locale.ROOT))).isEqualTo(VALID);
      assertThat(
              key.check(
                  MESSAGE, form.substring(0, 40).toLowerCase(Locale.ROOT) + form.substring(40)))
          .isEqualTo(VALID);
      assertThat(key.check(utf8("message digesu"), form)).isEqualTo(MISMATCH);
    }
  }

  @Test
  void acceptsOnlyTheEncodingThatIsAllowed() {
    assertThat(key(Sm2Encoding.DER).check(MESSAGE, DER)).isEqualTo(VALID);
    assertThat(key(Sm2Encoding.DER).check(MESSAGE, R + S)).isEqualTo(MALFORMED);
    assertThat(key(Sm2Encoding.RAW).check(MESSAGE, R + S)).isEqualTo(VALID);
    assertThat(key(Sm2Encoding.RAW).check(MESSAGE, DER)).isEqualTo(MALFORMED);
  }

  @Test
  void refusesEveryFlippedBitOfTheRawForm() {
    byte[] bytes = HexFormat.of().parseHex(R + S);
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      byte[] changed = bytes.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(key.check(MESSAGE, HexFormat.of().formatHex(changed)))
          .as("bit %d", bit)
          .isIn(MISMATCH, MALFORMED);
    }
  }

  @Test
  void refusesEveryFlippedBitOfTheDerForm() {
    byte[] bytes = HexFormat.of().parseHex(DER);
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      byte[] changed = bytes.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(key.check(MESSAGE, HexFormat.of().formatHex(changed)))
          .as("bit %d", bit)
          .isIn(MISMATCH, MALFORMED);
    }
  }

  static List<String> malformed() {
    String der = DER.toLowerCase(Locale.ROOT);
    return List.of(
        "",
        " ",
        "30",
        "3000",
        der.substring(1),
        der.substring(2),
        der.substring(0, der.length() - 1),
        der.substring(0, der.length() - 2),
        // trailing bytes, counted by the sequence or not
        der + "00",
        "3047" + der.substring(4) + "00",
        // long-form and indefinite lengths
        "308146" + der.substring(4),
        "30820046" + der.substring(4),
        "3080" + der.substring(4) + "0000",
        "3047" + "028121" + "00" + R + "0221" + "00" + S,
        "3047" + "0221" + "00" + R + "028121" + "00" + S,
        // a zero that is not needed, r first, then s
        "3047" + "0222" + "0000" + R + "0221" + "00" + S,
        "3047" + "0221" + "00" + R + "0222" + "0000" + S,
        "3044" + "0220" + "00" + R.substring(2) + "0220" + S,
        "3027" + "0202" + "0001" + "0221" + "00" + S,
        // negative, because the sign byte is missing
        "3045" + "0220" + R + "0221" + "00" + S,
        "3045" + "0221" + "00" + R + "0220" + S,
        // other tags
        "3146" + der.substring(4),
        "3046" + "0321" + "00" + R + "0221" + "00" + S,
        "3046" + "0221" + "00" + R + "0421" + "00" + S,
        // one integer, three integers, an empty one
        "3023" + "0221" + "00" + R,
        "3049" + "0221" + "00" + R + "0221" + "00" + S + "020101",
        "3025" + "0221" + "00" + R + "0200",
        "3025" + "0200" + "0221" + "00" + S,
        // r or s of 0, of n, above n
        "3026" + "020100" + "0221" + "00" + S,
        "3026" + "0221" + "00" + R + "020100",
        "3046" + "0221" + "00" + N + "0221" + "00" + S,
        "3046" + "0221" + "00" + R + "0221" + "00" + N,
        "3046" + "0221" + "00" + "F".repeat(64) + "0221" + "00" + S,
        "3046" + "0221" + "01" + R + "0221" + "00" + S,
        ZERO + S,
        R + ZERO,
        ZERO + ZERO,
        N + S,
        R + N,
        "F".repeat(64) + S,
        R + "F".repeat(64),
        // raw of another length
        R + S.substring(2),
        R + S + "00",
        "00" + R + "00" + S,
        // no hex
        R + " " + S.substring(1),
        " " + DER,
        DER + "\n",
        "0x" + R + S,
        "\uFF16" + R.substring(1) + S,
        "G".repeat(128),
        "\u0000".repeat(128),
        "a".repeat(4096));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void toldMalformedIsWhatIsNoStrictEncoding(String headerValue) {
    assertThat(key.check(MESSAGE, headerValue)).isEqualTo(MALFORMED);
  }

  @Test
  void takesTheSmallestAndTheGreatestNumbersForASignature() {
    BigInteger greatest = new BigInteger(N, 16).subtract(BigInteger.ONE);
    String last = greatest.toString(16);
    String one = "0".repeat(63) + "1";

    assertThat(key.check(MESSAGE, one + one)).isEqualTo(MISMATCH);
    assertThat(key.check(MESSAGE, "3006020101020101")).isEqualTo(MISMATCH);
    assertThat(key.check(MESSAGE, last + one)).isEqualTo(MISMATCH); // r + s = n
    assertThat(key.check(MESSAGE, last + last)).isEqualTo(MISMATCH);
  }

  /** 64 bytes that are strict DER, of r and s with 29 bytes each, and raw r‖s as well. */
  @Test
  void readsSixtyFourBytesThatAreBothAsDer() {
    String both = "303E" + "021D" + "11".repeat(29) + "021D" + "22".repeat(29);
    byte[] bytes = HexFormat.of().parseHex(both);

    assertThat(bytes).hasSize(64);
    assertThat(Sm2Signatures.raw(bytes, Sm2Encoding.BOTH))
        .asHexString()
        .isEqualTo("000000" + "11".repeat(29) + "000000" + "22".repeat(29));
    assertThat(Sm2Signatures.raw(bytes, Sm2Encoding.RAW)).isEqualTo(bytes);
    assertThat(key.check(MESSAGE, both)).isEqualTo(MISMATCH);
  }

  @Tag("openssl")
  @ParameterizedTest
  @ValueSource(strings = {"1234567812345678", "ALICE123@YAHOO.COM", "", "网关"})
  void acceptsWhatOpenSslSignedWithTheUserId(String userId, @TempDir Path directory)
      throws Exception {
    PublicKey made = generate(directory, "SM2");
    String signature = sign(directory, userId);

    assertThat(sm2(made, userId).check(MESSAGE, signature)).isEqualTo(VALID);
    assertThat(sm2(made, userId + "0").check(MESSAGE, signature)).isEqualTo(MISMATCH);
  }

  private static TextKey sm2(PublicKey key, String userId) {
    return TextKey.sm2(key, new Sm2Parameters(Sm2Encoding.DER, userId));
  }

  private static PublicKey generate(Path directory, String curve) throws Exception {
    CommandLine commands = new CommandLine(directory);
    commands.openssl(
        "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:" + curve, "-out", "ec.pem");
    byte[] der = commands.openssl("pkey", "-in", "ec.pem", "-pubout", "-outform", "DER");
    return KeyFactory.getInstance("EC", new BouncyCastleProvider())
        .generatePublic(new X509EncodedKeySpec(der));
  }

  private static String sign(Path directory, String userId) throws Exception {
    Files.write(directory.resolve("signed"), MESSAGE);
    String hexId = HexFormat.of().formatHex(utf8(userId));
    return HexFormat.of()
        .formatHex(
            new CommandLine(directory)
                .openssl(
                    "pkeyutl",
                    "-sign",
                    "-rawin",
                    "-digest",
                    "sm3",
                    "-inkey",
                    "ec.pem",
                    "-in",
                    "signed",
                    "-pkeyopt",
                    "hexdistid:" + hexId));
  }

  @Tag("openssl")
  @Test
  void acceptsManySignaturesOfOpenSsl(@TempDir Path directory) throws Exception {
    TextKey made = TextKey.sm2(generate(directory, "SM2"), Sm2Parameters.DEFAULT);
    for (int i = 0; i < 20; i++) {
      assertThat(made.check(MESSAGE, sign(directory, "1234567812345678"))).isEqualTo(VALID);
    }
  }

  @Test
  void boundsTheUserIdByItsSixteenBitLength() {
    assertThat(new Sm2Parameters(Sm2Encoding.BOTH, "盐".repeat(2730) + "x").userId()).hasSize(2731);
    assertThatThrownBy(() -> new Sm2Parameters(Sm2Encoding.BOTH, "盐".repeat(2730) + "xy"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("8192 bytes")
        .hasMessageContaining("mgs.sm2.user-id");
  }

  @Tag("openssl")
  @ParameterizedTest
  @ValueSource(strings = {"secp256k1", "prime256v1", "secp384r1"})
  void refusesAKeyOnAnotherCurve(String curve, @TempDir Path directory) throws Exception {
    PublicKey other = generate(directory, curve);

    assertThatThrownBy(() -> TextKey.sm2(other, Sm2Parameters.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sm2p256v1");
  }

  @Test
  void refusesKeysOfTheJdkThatAreNotSm2() throws Exception {
    KeyPairGenerator ec = KeyPairGenerator.getInstance("EC");
    ec.initialize(new ECGenParameterSpec("secp256r1"));
    PublicKey p256 = ec.generateKeyPair().getPublic();
    PublicKey ed25519 = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();

    assertThatThrownBy(() -> TextKey.sm2(p256, Sm2Parameters.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("256 bits");
    assertThatThrownBy(() -> TextKey.sm2(ed25519, Sm2Parameters.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("EdDSA");
  }

  @Test
  void tellsTheCurveByItsNumbers() {
    ECPublicKey plain = new PlainKey(point(), numbers(3, 1));

    assertThat(TextKey.sm2(plain, Sm2Parameters.DEFAULT).check(MESSAGE, DER)).isEqualTo(VALID);
  }

  @Test
  void refusesAnotherCurveOfTheSameField() {
    assertThatThrownBy(
            () -> TextKey.sm2(new PlainKey(point(), numbers(4, 1)), Sm2Parameters.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> TextKey.sm2(new PlainKey(point(), numbers(3, 2)), Sm2Parameters.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TextKey.sm2(new PlainKey(point(), null), Sm2Parameters.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesThePointAtInfinity() {
    assertThatThrownBy(
            () ->
                TextKey.sm2(
                    new PlainKey(ECPoint.POINT_INFINITY, numbers(3, 1)), Sm2Parameters.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("infinity");
  }

  private static ECPoint point() {
    return new ECPoint(new BigInteger(X, 16), new BigInteger(Y, 16));
  }

  /** The curve of GB/T 32918.5 with a = p - minusA; 3 and cofactor 1 are right. */
  private static ECParameterSpec numbers(int minusA, int cofactor) {
    BigInteger p =
        new BigInteger("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF", 16);
    EllipticCurve curve =
        new EllipticCurve(
            new ECFieldFp(p),
            p.subtract(BigInteger.valueOf(minusA)),
            new BigInteger("28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93", 16));
    ECPoint generator =
        new ECPoint(
            new BigInteger("32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7", 16),
            new BigInteger("BC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0", 16));
    return new ECParameterSpec(curve, generator, new BigInteger(N, 16), cofactor);
  }

  static List<byte[]> noPoints() {
    byte[] offTheCurve = point(X, Y);
    offTheCurve[64] ^= 1;
    byte[] compressed = point(X, Y);
    compressed[0] = 3;
    byte[] hybrid = point(X, Y);
    hybrid[0] = 7;
    List<byte[]> none = new ArrayList<>();
    none.add(new byte[0]);
    none.add(new byte[1]);
    none.add(new byte[65]);
    none.add(offTheCurve);
    none.add(compressed);
    none.add(hybrid);
    none.add(HexFormat.of().parseHex(X + Y));
    none.add(HexFormat.of().parseHex("04" + X + Y + "00"));
    none.add(HexFormat.of().parseHex("04" + ZERO + ZERO));
    none.add(HexFormat.of().parseHex("04" + "F".repeat(128)));
    return none;
  }

  @ParameterizedTest
  @MethodSource("noPoints")
  void refusesBytesThatAreNoUncompressedPointOfTheCurve(byte[] bytes) {
    assertThatThrownBy(() -> TextKey.sm2(bytes, Sm2Parameters.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("point");
  }

  @Test
  void answersManyThreadsAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Boolean>> checks = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        boolean right = i % 2 == 0;
        byte[] signed = right ? MESSAGE : utf8("other " + i);
        checks.add(() -> key.check(signed, DER) == (right ? VALID : MISMATCH));
      }
      for (Future<Boolean> answer : threads.invokeAll(checks)) {
        assertThat(answer.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @ParameterizedTest
  @EnumSource
  void showsTheAlgorithmOnly(Sm2Encoding encoding) {
    assertThat(key(encoding)).hasToString("VerificationKey[SM2]");
    assertThat(key(encoding).algorithm()).isEqualTo(SignatureAlgorithm.SM2);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A key of no provider. */
  private record PlainKey(ECPoint w, ECParameterSpec spec) implements ECPublicKey {

    private static final long serialVersionUID = 1L;

    @Override
    public ECPoint getW() {
      return w;
    }

    @Override
    public ECParameterSpec getParams() {
      return spec;
    }

    @Override
    public String getAlgorithm() {
      return "EC";
    }

    @Override
    public String getFormat() {
      return null;
    }

    @Override
    public byte[] getEncoded() {
      return null;
    }
  }
}
