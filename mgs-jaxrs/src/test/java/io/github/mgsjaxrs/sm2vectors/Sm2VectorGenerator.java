package io.github.mgsjaxrs.sm2vectors;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.TWO;
import static java.math.BigInteger.ZERO;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.sm2vectors.Sm2Cases.Case;
import io.github.mgsjaxrs.sm2vectors.Sm2Cases.Group;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ECPoint;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes {@code sm2-signatures.json}. It has no name of a test, so that only this runs it, and it
 * needs OpenSSL 3 on the path:
 *
 * <pre>./mvnw -pl mgs-jaxrs test -Dtest=Sm2VectorGenerator</pre>
 *
 * <p>Everything is derived from fixed numbers: a second run writes the same file. Each case states
 * what it is meant to be; the run fails if the stricter of both judges says otherwise.
 */
class Sm2VectorGenerator {

  private static final Path TARGET = Path.of("src/test/resources/vectors/sm2-signatures.json");
  private static final byte[] DEFAULT_ID = "1234567812345678".getBytes(US_ASCII);
  private static final byte[] MESSAGE = "POST\n\n/test/testSign?a=1&b=2&c=3&d=4".getBytes(UTF_8);

  private final X9ECParameters curve = CustomNamedCurves.getByName("sm2p256v1");
  private final BigInteger n = curve.getN();
  private final BigInteger p = curve.getCurve().getField().getCharacteristic();
  private final Sm2Numbers key =
      new Sm2Numbers(
          curve,
          new BigInteger("3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8", 16),
          DEFAULT_ID);
  private final Sm2Cases cases = new Sm2Cases();

  @TempDir Path directory;

  @Test
  void writesTheVectors() throws IOException, InterruptedException {
    published();
    messages();
    lengths();
    specialNonces();
    ranges();
    related();
    encodings();
    truncations();
    flippedBytes();
    digests();
    userIds();
    keys();
    Sm2Judges judges = new Sm2Judges(directory);
    List<String> surprises = cases.judge(judges);
    assertThat(surprises).isEmpty();
    Files.writeString(TARGET, cases.json(judges.openSslVersion()), UTF_8);
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  static byte[] der(BigInteger r, BigInteger s) {
    try {
      return new DERSequence(
              new org.bouncycastle.asn1.ASN1Encodable[] {new ASN1Integer(r), new ASN1Integer(s)})
          .getEncoded("DER");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] raw(BigInteger r, BigInteger s) {
    byte[] raw = new byte[64];
    copy(r, raw, 32);
    copy(s, raw, 64);
    return raw;
  }

  private static void copy(BigInteger number, byte[] target, int end) {
    byte[] bytes = number.toByteArray();
    int from = bytes.length == 33 ? 1 : 0;
    System.arraycopy(bytes, from, target, end - bytes.length + from, bytes.length - from);
  }

  private boolean fits(BigInteger number) {
    return number.signum() >= 0 && number.bitLength() <= 256;
  }

  /** The number as DER and, where it fits, as r‖s. */
  private void both(Group group, String comment, byte[] message, BigInteger[] rs, boolean valid) {
    group.add(new Case(comment, message, der(rs[0], rs[1]), false, valid));
    if (fits(rs[0]) && fits(rs[1])) {
      group.add(new Case(comment + ", raw", message, raw(rs[0], rs[1]), true, valid));
    }
  }

  private Group group(String name) {
    return cases.group(name, key.subjectPublicKeyInfo(), DEFAULT_ID);
  }

  private void published() {
    Group group = group("published: GM/T 0003.5-2012, annex A");
    BigInteger r =
        new BigInteger("F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3", 16);
    BigInteger s =
        new BigInteger("B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA", 16);
    both(group, "the published signature", utf8("message digest"), pair(r, s), true);
    both(group, "of another message", utf8("message digesu"), pair(r, s), false);
    both(group, "r and s exchanged", utf8("message digest"), pair(s, r), false);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  private static BigInteger[] pair(BigInteger r, BigInteger s) {
    return new BigInteger[] {r, s};
  }

  private void messages() {
    Group group = group("messages around the block length of SM3");
    for (int length : new int[] {0, 1, 31, 32, 54, 55, 56, 63, 64, 65, 119, 120, 128, 1000, 9000}) {
      byte[] message = new byte[length];
      for (int i = 0; i < length; i++) {
        message[i] = (byte) (i * 7 + length);
      }
      both(group, length + " bytes", message, key.sign(message, length + 1000), true);
    }
    both(
        group,
        "text beyond ASCII",
        utf8("GET\n\n/\u4f60\u597d?k=\uD83D\uDE00"),
        key.sign(utf8("GET\n\n/\u4f60\u597d?k=\uD83D\uDE00"), 7),
        true);
  }

  /** Numbers with leading zeros, and with and without a sign byte in DER. */
  private void lengths() {
    Group group = group("lengths of r and s");
    Map<String, BigInteger[]> found = new LinkedHashMap<>();
    for (int nonce = 1; found.size() < 10 && nonce < 60_000; nonce++) {
      BigInteger[] rs = key.sign(MESSAGE, nonce);
      found.putIfAbsent("r has " + size(rs[0]) + " bytes and s has " + size(rs[1]), rs);
    }
    new TreeMap<>(found)
        .forEach(
            (comment, rs) -> {
              both(group, comment, MESSAGE, rs, true);
              both(group, comment + ", of another message", utf8("another"), rs, false);
            });
    BigInteger[] rs = found.values().iterator().next();
    byte[] raw = raw(rs[0], rs[1]);
    group.add(new Case("raw with a zero in front", MESSAGE, hex("00" + text(raw)), true, false));
    group.add(new Case("raw with a zero behind", MESSAGE, hex(text(raw) + "00"), true, false));
    group.add(
        new Case(
            "raw with zeros in front of r and s",
            MESSAGE,
            hex("00" + text(raw).substring(0, 64) + "00" + text(raw).substring(64)),
            true,
            false));
    group.add(
        new Case(
            "raw without its last byte", MESSAGE, hex(text(raw).substring(0, 126)), true, false));
    group.add(new Case("r alone", MESSAGE, hex(text(raw).substring(0, 64)), true, false));
    group.add(new Case("raw twice", MESSAGE, hex(text(raw) + text(raw)), true, false));
    group.add(new Case("nothing at all", MESSAGE, new byte[0], true, false));
    group.add(new Case("64 zeros", MESSAGE, new byte[64], true, false));
  }

  private static String size(BigInteger number) {
    return number.toByteArray().length + "";
  }

  private static String text(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private void specialNonces() {
    Group group = group("special nonces");
    Map<String, BigInteger> nonces = new LinkedHashMap<>();
    nonces.put("k = 1", ONE);
    nonces.put("k = 2", TWO);
    nonces.put("k = 3", BigInteger.valueOf(3));
    nonces.put("k = n - 1", n.subtract(ONE));
    nonces.put("k = n - 2", n.subtract(TWO));
    nonces.put("k = (n + 1) / 2", n.add(ONE).shiftRight(1));
    nonces.put("k = 2^255", ONE.shiftLeft(255));
    nonces.put("k = d", key.secret());
    nonces.put("k = n - d", n.subtract(key.secret()));
    nonces.put("k = 1 + d", key.secret().add(ONE));
    nonces.forEach(
        (comment, k) -> both(group, comment, MESSAGE, key.signWith(key.digest(MESSAGE), k), true));
  }

  /** Every pair of numbers at the edges of the range. */
  private void ranges() {
    Group group = group("r and s at the edges of 1 to n - 1");
    Map<String, BigInteger> numbers = new LinkedHashMap<>();
    numbers.put("0", ZERO);
    numbers.put("1", ONE);
    numbers.put("n - 1", n.subtract(ONE));
    numbers.put("n", n);
    numbers.put("n + 1", n.add(ONE));
    numbers.put("p", p);
    numbers.put("2^256 - 1", ONE.shiftLeft(256).subtract(ONE));
    numbers.put("2^256", ONE.shiftLeft(256));
    numbers.put("-1", ONE.negate());
    numbers.put("-n", n.negate());
    numbers.forEach(
        (nameR, r) ->
            numbers.forEach(
                (nameS, s) ->
                    both(group, "r = " + nameR + ", s = " + nameS, MESSAGE, pair(r, s), false)));
  }

  /** Pairs that have something to do with a right one, or with the equation. */
  private void related() {
    Group group = group("numbers related to a right signature");
    BigInteger[] right = key.sign(MESSAGE, 42);
    BigInteger r = right[0];
    BigInteger s = right[1];
    both(group, "the right one", MESSAGE, right, true);
    Map<String, BigInteger[]> pairs = new LinkedHashMap<>();
    pairs.put("r = 0", pair(ZERO, s));
    pairs.put("s = 0", pair(r, ZERO));
    pairs.put("r = n", pair(n, s));
    pairs.put("s = n", pair(r, n));
    pairs.put("r + n", pair(r.add(n), s));
    pairs.put("s + n", pair(r, s.add(n)));
    pairs.put("both + n", pair(r.add(n), s.add(n)));
    pairs.put("r + 2n", pair(r.add(n.shiftLeft(1)), s));
    pairs.put("r + 2^256", pair(r.add(ONE.shiftLeft(256)), s));
    pairs.put("s + 2^256", pair(r, s.add(ONE.shiftLeft(256))));
    pairs.put("r - n", pair(r.subtract(n), s));
    pairs.put("s - n", pair(r, s.subtract(n)));
    pairs.put("-r", pair(r.negate(), s));
    pairs.put("-s", pair(r, s.negate()));
    pairs.put("n - r", pair(n.subtract(r), s));
    pairs.put("n - s, which ECDSA would take", pair(r, n.subtract(s)));
    pairs.put("both subtracted from n", pair(n.subtract(r), n.subtract(s)));
    pairs.put("r + 1", pair(r.add(ONE), s));
    pairs.put("s + 1", pair(r, s.add(ONE)));
    pairs.put("r - 1", pair(r.subtract(ONE), s));
    pairs.put("s - 1", pair(r, s.subtract(ONE)));
    pairs.put("inverse of s", pair(r, s.modInverse(n)));
    pairs.put("exchanged", pair(s, r));
    pairs.put("r + s = n: t is zero", pair(r, n.subtract(r)));
    pairs.put("r + s = n, r = 1", pair(ONE, n.subtract(ONE)));
    pairs.put("r + s = n, s = 1", pair(n.subtract(ONE), ONE));
    pairs.put("r + s = n with the s of a right one", pair(n.subtract(s), s));
    pairs.put("r + s = 2n, r and s beyond the range", pair(n.add(ONE), n.subtract(ONE)));
    BigInteger t = r.add(s).mod(n);
    pairs.put("t in place of r", pair(t, s));
    pairs.put("t in place of s", pair(r, t));
    BigInteger e = key.digest(MESSAGE);
    pairs.put("r without the digest", pair(r.subtract(e).mod(n), s));
    pairs.put("r is the digest", pair(e.mod(n), s));
    // sG + tP is the point at infinity: t = -s/d
    for (BigInteger anyS : List.of(ONE, TWO, s, n.subtract(ONE))) {
      BigInteger infinite = anyS.negate().multiply(key.secret().modInverse(n)).mod(n);
      pairs.put(
          "sG + tP is infinity, s has "
              + anyS.bitLength()
              + " bits"
              + (anyS.testBit(0) ? "" : ", even"),
          pair(infinite.subtract(anyS).mod(n), anyS));
    }
    // sG equals tP: the addition has to double
    BigInteger doubled = s.multiply(key.secret().modInverse(n)).mod(n);
    pairs.put("sG equals tP", pair(doubled.subtract(s).mod(n), s));
    pairs.forEach((comment, rs) -> both(group, comment, MESSAGE, rs, false));
  }

  private void encodings() {
    Group group = group("encodings of a right signature in DER and BER");
    BigInteger[] rs = longest();
    String r = "00" + String.format("%064x", rs[0]);
    String s = "00" + String.format("%064x", rs[1]);
    Map<String, String> forms = new LinkedHashMap<>();
    forms.put("length of the sequence in long form", "308146 0221" + r + "0221" + s);
    forms.put("length of the sequence in two bytes", "30820046 0221" + r + "0221" + s);
    forms.put("length of the sequence in four bytes", "308400000046 0221" + r + "0221" + s);
    forms.put("length of r in long form", "3047 028121" + r + "0221" + s);
    forms.put("length of s in long form", "3047 0221" + r + "028121" + s);
    forms.put("length of r in two bytes", "3048 02820021" + r + "0221" + s);
    forms.put("length of s in two bytes", "3048 0221" + r + "02820021" + s);
    forms.put("indefinite length", "3080 0221" + r + "0221" + s + "0000");
    forms.put("indefinite length without its end", "3080 0221" + r + "0221" + s);
    forms.put("indefinite length with garbage behind", "3080 0221" + r + "0221" + s + "00000500");
    forms.put("r of indefinite length", "3048 0280" + r + "0000 0221" + s);
    forms.put("length of the sequence too small", "3045 0221" + r + "0221" + s);
    forms.put("length of the sequence too large", "3047 0221" + r + "0221" + s);
    forms.put("length of the sequence zero", "3000 0221" + r + "0221" + s);
    forms.put("length of the sequence 2^31 - 1", "30847fffffff 0221" + r + "0221" + s);
    forms.put("length of the sequence 2^32 - 1", "3084ffffffff 0221" + r + "0221" + s);
    forms.put("length of the sequence 2^40 - 1", "3085ffffffffff 0221" + r + "0221" + s);
    forms.put("length of the sequence 2^64 - 1", "3088ffffffffffffffff 0221" + r + "0221" + s);
    forms.put("length byte ff", "30ff 0221" + r + "0221" + s);
    forms.put("length of r too small", "3046 0220" + r + "0221" + s);
    forms.put("length of r too large", "3046 0222" + r + "0221" + s);
    forms.put("length of s too small", "3046 0221" + r + "0220" + s);
    forms.put("length of s too large", "3046 0221" + r + "0222" + s);
    forms.put("length of r 2^32 - 1", "304a 0284ffffffff" + r + "0221" + s);
    forms.put("length of s 2^32 - 1", "304a 0221" + r + "0284ffffffff" + s);
    forms.put("r with a zero too many", "3047 022200" + r + "0221" + s);
    forms.put("s with a zero too many", "3047 0221" + r + "022200" + s);
    forms.put("both with a zero too many", "3048 022200" + r + "022200" + s);
    forms.put("r with ff in front", "3047 0222ff" + r + "0221" + s);
    forms.put("r without its sign byte", "3045 0220" + r.substring(2) + "0221" + s);
    forms.put("s without its sign byte", "3045 0221" + r + "0220" + s.substring(2));
    forms.put("both without sign byte", "3044 0220" + r.substring(2) + "0220" + s.substring(2));
    forms.put("r empty", "3025 0200 0221" + s);
    forms.put("s empty", "3025 0221" + r + "0200");
    forms.put("both empty", "3004 0200 0200");
    forms.put("r missing", "3023 0221" + s);
    forms.put("s missing", "3023 0221" + r);
    forms.put("empty sequence", "3000");
    forms.put("sequence of indefinite length, empty", "30800000");
    forms.put("a third number", "3049 0221" + r + "0221" + s + "020101");
    forms.put("a null behind s", "3048 0221" + r + "0221" + s + "0500");
    forms.put("a null in front of r", "3048 0500 0221" + r + "0221" + s);
    forms.put("a zero behind s, counted", "3047 0221" + r + "0221" + s + "00");
    forms.put("a zero behind the sequence", "3046 0221" + r + "0221" + s + "00");
    forms.put("a null behind the sequence", "3046 0221" + r + "0221" + s + "0500");
    forms.put("two zeros behind the sequence", "3046 0221" + r + "0221" + s + "0000");
    forms.put("two signatures", ("3046 0221" + r + "0221" + s).repeat(2));
    forms.put("a zero in front of the sequence", "00 3046 0221" + r + "0221" + s);
    forms.put("sequence in a sequence", "3048 3046 0221" + r + "0221" + s);
    forms.put("sequence in an octet string", "0448 3046 0221" + r + "0221" + s);
    forms.put("sequence in a bit string", "034900 3046 0221" + r + "0221" + s);
    forms.put("r in a sequence of its own", "3048 3023 0221" + r + "0221" + s);
    for (String tag : List.of("00", "01", "10", "31", "70", "b0", "ff", "a0", "24")) {
      forms.put("tag " + tag + " in place of the sequence", tag + "46 0221" + r + "0221" + s);
    }
    for (String tag : List.of("00", "01", "03", "04", "05", "06", "0a", "22", "42", "82", "ff")) {
      forms.put("tag " + tag + " in place of r's", "3046 " + tag + "21" + r + "0221" + s);
      forms.put("tag " + tag + " in place of s's", "3046 0221" + r + tag + "21" + s);
    }
    forms.put("tag of the sequence in long form", "3f10 46 0221" + r + "0221" + s);
    forms.put("r as a real number", "3028 090380fe01 0221" + s);
    forms.put("r true", "3026 0101ff 0221" + s);
    forms.put("numbers as octet strings", "3044 0420" + r.substring(2) + "0420" + s.substring(2));
    group.add(new Case("the right one", MESSAGE, hex("3046 0221" + r + "0221" + s), false, true));
    forms.forEach(
        (comment, form) -> group.add(new Case(comment, MESSAGE, hex(form), false, false)));
    group.add(
        new Case(
            "the DER form as its own hex text",
            MESSAGE,
            text(hex("3046 0221" + r + "0221" + s)).getBytes(US_ASCII),
            false,
            false));
    group.add(
        new Case(
            "in C1 order of an encryption: 04 in front",
            MESSAGE,
            hex("04" + r.substring(2) + s.substring(2)),
            false,
            false));
  }

  /** One in which r and s both need a sign byte. */
  private BigInteger[] longest() {
    for (int nonce = 1; ; nonce++) {
      BigInteger[] rs = key.sign(MESSAGE, nonce);
      if (rs[0].testBit(255) && rs[1].testBit(255)) {
        return rs;
      }
    }
  }

  private void truncations() {
    Group group = group("a right signature, cut off");
    BigInteger[] rs = longest();
    String der = text(der(rs[0], rs[1]));
    for (int bytes = 1; bytes < der.length() / 2; bytes += bytes < 8 ? 1 : 5) {
      group.add(
          new Case(
              "after " + bytes + " bytes",
              MESSAGE,
              hex(der.substring(0, 2 * bytes)),
              false,
              false));
    }
  }

  private void flippedBytes() {
    Group group = group("a right signature with one bit changed");
    BigInteger[] rs = longest();
    byte[] der = der(rs[0], rs[1]);
    for (int i = 0; i < der.length; i++) {
      byte[] changed = der.clone();
      changed[i] ^= (byte) (1 << i % 8);
      group.add(new Case("bit " + i % 8 + " of byte " + i, MESSAGE, changed, false, false));
    }
    byte[] raw = raw(rs[0], rs[1]);
    for (int i = 0; i < raw.length; i += 9) {
      byte[] changed = raw.clone();
      changed[i] ^= (byte) (1 << i % 8);
      group.add(new Case("raw, bit " + i % 8 + " of byte " + i, MESSAGE, changed, true, false));
    }
  }

  private void digests() {
    Group group = group("other digests than SM3 of Z and the message");
    BigInteger k = key.nonce(77);
    both(group, "SM3 of the message without Z", MESSAGE, key.signWith(key.sm3(MESSAGE), k), false);
    both(
        group,
        "SM3 of the digest",
        MESSAGE,
        key.signWith(key.sm3(raw(ZERO, key.digest(MESSAGE))), k),
        false);
    both(
        group,
        "SHA-256 of Z and the message",
        MESSAGE,
        key.signWith(key.sha256(MESSAGE), k),
        false);
    both(
        group,
        "digest cut to 248 bits",
        MESSAGE,
        key.signWith(key.digest(MESSAGE).shiftRight(8), k),
        false);
    both(group, "digest zero", MESSAGE, key.signWith(ZERO, k), false);
    both(group, "ECDSA on the curve of SM2", MESSAGE, key.ecdsa(key.digest(MESSAGE), k), false);
    both(
        group,
        "a line feed behind the message",
        MESSAGE,
        key.signWith(key.digest(utf8(new String(MESSAGE, UTF_8) + "\n")), k),
        false);
    both(
        group,
        "by another key",
        MESSAGE,
        new Sm2Numbers(curve, BigInteger.valueOf(4711), DEFAULT_ID).sign(MESSAGE, 5),
        false);
  }

  private void userIds() {
    Map<String, byte[]> ids = new LinkedHashMap<>();
    ids.put("of GM/T 0009", DEFAULT_ID);
    ids.put("ALICE123@YAHOO.COM", utf8("ALICE123@YAHOO.COM"));
    ids.put("empty", new byte[0]);
    ids.put("of one byte", utf8("1"));
    ids.put("with its last digit changed", utf8("1234567812345679"));
    ids.put("in Chinese", utf8("\u7528\u6237"));
    // one byte more is right by the standard, and more than OpenSSL takes
    ids.put("of 8190 bytes", utf8("x".repeat(8190)));
    ids.forEach(
        (signedWith, signing) -> {
          BigInteger[] rs = new Sm2Numbers(curve, key.secret(), signing).sign(MESSAGE, 11);
          ids.forEach(
              (checkedWith, checking) -> {
                // every pair but those of two that are long to write
                if (checking.length < 100 || signing.length > 100) {
                  Group group =
                      cases.group("user id " + checkedWith, key.subjectPublicKeyInfo(), checking);
                  both(
                      group,
                      "signed with the user id " + signedWith,
                      MESSAGE,
                      rs,
                      signedWith.equals(checkedWith));
                }
              });
        });
  }

  private void keys() {
    BigInteger[] rs = key.sign(MESSAGE, 3);
    String x = String.format("%064x", key.x());
    String y = String.format("%064x", key.y());
    named("uncompressed", "04" + x + y, rs, true);
    named(
        "with its y changed by one",
        "04" + x + String.format("%064x", key.y().add(ONE)),
        rs,
        false);
    named("with x and y exchanged", "04" + y + x, rs, false);
    named("whose point is (0, 0)", "04" + "00".repeat(64), rs, false);
    named("whose point is (0, 1)", "04" + "00".repeat(63) + "01", rs, false);
    named("whose x is p", "04" + String.format("%064x", p) + y, rs, false);
    named("whose x and y are 2^256 - 1", "04" + "ff".repeat(64), rs, false);
    named("whose y is p - y", "04" + x + String.format("%064x", p.subtract(key.y())), rs, false);
    named("at infinity", "00", rs, false);
    named("at infinity, with 65 bytes", "00".repeat(65), rs, false);
    named("without a point", "", rs, false);
    named("without its last byte", "04" + x + y.substring(2), rs, false);
    named("with a byte behind", "04" + x + y + "00", rs, false);
    named("without its format byte", x + y, rs, false);
    named("of format 05", "05" + x + y, rs, false);
    named("of format 02 with x and y", "02" + x + y, rs, false);
    named("compressed", (key.y().testBit(0) ? "03" : "02") + x, rs, true);
    named("compressed to the other y", (key.y().testBit(0) ? "02" : "03") + x, rs, false);
    named("in the hybrid form", (key.y().testBit(0) ? "07" : "06") + x + y, rs, true);
    named(
        "in the hybrid form of the other y", (key.y().testBit(0) ? "06" : "07") + x + y, rs, false);
    named("compressed, of an x that has no y", "02" + withoutPoint(), rs, false);
    twist();
    foreign("P-256", X9ObjectIdentifiers.prime256v1, "P-256");
    foreign("secp256k1", new ASN1ObjectIdentifier("1.3.132.0.10"), "secp256k1");
    foreign("WAPI's curve", GMObjectIdentifiers.wapip192v1, "wapip192v1");
    algorithms(rs);
    explicit(rs);
    secrets();
  }

  private void named(String name, String point, BigInteger[] rs, boolean valid) {
    Group group =
        cases.group(
            "key " + name,
            Sm2Numbers.subjectPublicKeyInfo(GMObjectIdentifiers.sm2p256v1, hex(point)),
            DEFAULT_ID);
    both(group, "signature of the key as it should be", MESSAGE, rs, valid);
  }

  private String withoutPoint() {
    BigInteger x = key.x();
    while (true) {
      x = x.add(ONE);
      BigInteger square =
          x.modPow(BigInteger.valueOf(3), p)
              .add(curve.getCurve().getA().toBigInteger().multiply(x))
              .add(curve.getCurve().getB().toBigInteger())
              .mod(p);
      if (!square.modPow(p.subtract(ONE).shiftRight(1), p).equals(ONE)) {
        return String.format("%064x", x);
      }
    }
  }

  /** Points of y² = x³ + ax + b' for another b', with a signature that fits them. */
  private void twist() {
    org.bouncycastle.math.ec.ECCurve other =
        new org.bouncycastle.math.ec.ECCurve.Fp(
            p, curve.getCurve().getA().toBigInteger(), weakB(), null, null);
    ECPoint point = other.createPoint(ONE, ONE);
    Group group =
        cases.group(
            "key of a curve with another b",
            Sm2Numbers.subjectPublicKeyInfo(GMObjectIdentifiers.sm2p256v1, point.getEncoded(false)),
            DEFAULT_ID);
    both(group, "any signature", MESSAGE, key.sign(MESSAGE, 3), false);
    both(group, "r = s = 1", MESSAGE, pair(ONE, ONE), false);
  }

  /** So that (1, 1) lies on it: b' = 1 - 1 - a. */
  private BigInteger weakB() {
    return curve.getCurve().getA().toBigInteger().negate().mod(p);
  }

  private void foreign(String name, ASN1ObjectIdentifier oid, String curveName) {
    X9ECParameters parameters = CustomNamedCurves.getByName(curveName);
    if (parameters == null) {
      parameters = org.bouncycastle.asn1.gm.GMNamedCurves.getByName(curveName);
    }
    Sm2Numbers other = new Sm2Numbers(parameters, BigInteger.valueOf(987_654_321), DEFAULT_ID);
    Group group =
        cases.group(
            "key on " + name, Sm2Numbers.subjectPublicKeyInfo(oid, other.point()), DEFAULT_ID);
    both(group, "right by the rules of SM2 on that curve", MESSAGE, other.sign(MESSAGE, 8), false);
    both(
        group,
        "right by ECDSA with SM3 on that curve",
        MESSAGE,
        other.ecdsa(other.sm3(MESSAGE), BigInteger.valueOf(12_345)),
        false);
    Group mislabelled =
        cases.group(
            "key on " + name + " that says it were on sm2p256v1",
            Sm2Numbers.subjectPublicKeyInfo(GMObjectIdentifiers.sm2p256v1, other.point()),
            DEFAULT_ID);
    both(mislabelled, "right on that curve", MESSAGE, other.sign(MESSAGE, 8), false);
    Group reverse =
        cases.group(
            "key on sm2p256v1 that says it were on " + name,
            Sm2Numbers.subjectPublicKeyInfo(oid, key.point()),
            DEFAULT_ID);
    both(reverse, "right on sm2p256v1", MESSAGE, key.sign(MESSAGE, 3), false);
  }

  private void algorithms(BigInteger[] rs) {
    byte[] right = key.subjectPublicKeyInfo();
    other("with a byte behind it", hex(text(right) + "00"), rs);
    other("without its last byte", hex(text(right).substring(0, text(right).length() - 2)), rs);
    other("that is empty", new byte[0], rs);
    other("that is its point alone", key.point(), rs);
    other(
        "of the algorithm ECDH",
        spki(new ASN1ObjectIdentifier("1.3.132.1.12"), GMObjectIdentifiers.sm2p256v1, key.point()),
        rs);
    other(
        "of the algorithm RSA",
        spki(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE, key.point()),
        rs);
    other(
        "of the algorithm sm2p256v1",
        spki(GMObjectIdentifiers.sm2p256v1, DERNull.INSTANCE, key.point()),
        rs);
    other(
        "without a curve",
        spki(X9ObjectIdentifiers.id_ecPublicKey, DERNull.INSTANCE, key.point()),
        rs);
  }

  private void other(String name, byte[] encoded, BigInteger[] rs) {
    both(cases.group("key " + name, encoded, DEFAULT_ID), "right on sm2p256v1", MESSAGE, rs, false);
  }

  private static byte[] spki(
      ASN1ObjectIdentifier algorithm,
      org.bouncycastle.asn1.ASN1Encodable parameters,
      byte[] point) {
    try {
      return new DERSequence(
              new org.bouncycastle.asn1.ASN1Encodable[] {
                new DERSequence(new org.bouncycastle.asn1.ASN1Encodable[] {algorithm, parameters}),
                new DERBitString(point)
              })
          .getEncoded("DER");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The curve written out: its own, and one whose generator was chosen to fit the key. */
  private void explicit(BigInteger[] rs) {
    byte[] written =
        spki(
            X9ObjectIdentifiers.id_ecPublicKey,
            new X9ECParameters(
                curve.getCurve(), new X9ECPoint(curve.getG(), false), n, curve.getH()),
            key.point());
    both(
        cases.group("key that writes its curve out", written, DEFAULT_ID),
        "right on sm2p256v1",
        MESSAGE,
        rs,
        true);
    // the generator is the key itself, so that everybody knows the secret: it is 1
    ECPoint generator = key.publicPoint();
    X9ECParameters chosen =
        new X9ECParameters(curve.getCurve(), new X9ECPoint(generator, false), n, curve.getH());
    Sm2Numbers forged = new Sm2Numbers(chosen, ONE, DEFAULT_ID);
    both(
        cases.group(
            "key that writes out a curve whose generator is the key",
            spki(X9ObjectIdentifiers.id_ecPublicKey, chosen, forged.point()),
            DEFAULT_ID),
        "right for whoever chose the generator",
        MESSAGE,
        forged.sign(MESSAGE, 2),
        false);
  }

  private void secrets() {
    Map<String, BigInteger> secrets = new LinkedHashMap<>();
    secrets.put("1", ONE);
    secrets.put("2", TWO);
    secrets.put("3", BigInteger.valueOf(3));
    secrets.put("n - 2", n.subtract(TWO));
    secrets.put("n - 3", n.subtract(BigInteger.valueOf(3)));
    secrets.put("(n - 1) / 2", n.shiftRight(1));
    secrets.put("2^128", ONE.shiftLeft(128));
    secrets.put("2^255", ONE.shiftLeft(255));
    secrets.forEach(
        (name, secret) -> {
          Sm2Numbers special = new Sm2Numbers(curve, secret, DEFAULT_ID);
          Group group =
              cases.group("key of the secret " + name, special.subjectPublicKeyInfo(), DEFAULT_ID);
          both(group, "right", MESSAGE, special.sign(MESSAGE, 9), true);
          both(group, "of another message", utf8("another"), special.sign(MESSAGE, 9), false);
        });
    // 1 + d has no inverse: this key can sign nothing
    byte[] minusOne =
        Sm2Numbers.subjectPublicKeyInfo(
            GMObjectIdentifiers.sm2p256v1, curve.getG().negate().normalize().getEncoded(false));
    Group group = cases.group("key of the secret n - 1", minusOne, DEFAULT_ID);
    both(group, "any signature", MESSAGE, key.sign(MESSAGE, 3), false);
    both(group, "r = s = 1", MESSAGE, pair(ONE, ONE), false);
    both(group, "s = 0", MESSAGE, pair(ONE, ZERO), false);
  }
}
