package io.github.mgsjaxrs.crypto;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.TWO;
import static java.math.BigInteger.ZERO;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/** Numbers for the equation of SM2, most of them made by somebody who knows the private key. */
final class Sm2EquationCases {

  private static final BigInteger N = TextbookSm2.N;
  private static final BigInteger E_END = ONE.shiftLeft(256);
  private static final ECPoint G = Sm2Curve.DOMAIN.getG();

  private final Random random;
  private final Consumer<Case> taker;

  Sm2EquationCases(long seed, Consumer<Case> taker) {
    this.random = new Random(seed);
    this.taker = taker;
  }

  /** One question: does (r, s) sign the digest e under this key? */
  record Case(Key key, BigInteger e, BigInteger r, BigInteger s) {

    /** Bouncy Castle's answer, from its own signer, whose digest is made to be e. */
    boolean bouncyCastle() {
      SM2Signer signer = new SM2Signer(PlainDSAEncoding.INSTANCE, new FixedDigest(bytes(e)));
      signer.init(false, new ECPublicKeyParameters(key.point(), Sm2Curve.DOMAIN));
      return signer.verifySignature(rs());
    }

    boolean tables(Sm2Computation computation) {
      return computation.holds(key.table(), bytes(e), rs());
    }

    boolean textbook() {
      TextbookSm2.Point point =
          new TextbookSm2.Point(
              key.point().getAffineXCoord().toBigInteger(),
              key.point().getAffineYCoord().toBigInteger());
      return TextbookSm2.holds(point, e, r, s);
    }

    private byte[] rs() {
      byte[] rs = Arrays.copyOf(bytes(r), 64);
      System.arraycopy(bytes(s), 0, rs, 32, 32);
      return rs;
    }

    @Override
    public String toString() {
      return "key %s e %x r %x s %x".formatted(key.point(), e, r, s);
    }
  }

  /** A public key with its table. */
  record Key(ECPoint point, PointTable table) {
    static Key of(ECPoint point) {
      ECPoint affine = point.normalize();
      return new Key(affine, new PointTable(affine, KeyTable.WIDTH));
    }
  }

  private static byte[] bytes(BigInteger number) {
    return BigIntegers.asUnsignedByteArray(32, number);
  }

  static ECPoint timesG(BigInteger k) {
    return new FixedPointCombMultiplier().multiply(G, k.mod(N)).normalize();
  }

  private BigInteger number(BigInteger end) {
    return new BigInteger(256, random).mod(end);
  }

  private BigInteger scalar() {
    return number(N.subtract(ONE)).add(ONE);
  }

  /** Right signatures, and the same with something changed; the digest also near its bounds. */
  void random(int keys, int signaturesPerKey) {
    List<BigInteger> digests =
        List.of(ZERO, ONE, N.subtract(ONE), N, N.add(ONE), E_END.subtract(ONE));
    for (int k = 0; k < keys; k++) {
      BigInteger d = scalar();
      Key key = Key.of(timesG(d));
      for (int i = 0; i < signaturesPerKey; i++) {
        BigInteger e = i < digests.size() ? digests.get(i) : new BigInteger(256, random);
        BigInteger nonce = scalar();
        BigInteger r = e.add(x(timesG(nonce))).mod(N);
        BigInteger s = nonce.subtract(r.multiply(d)).multiply(ONE.add(d).modInverse(N)).mod(N);
        ask(key, e, r, s);
        switch (i % 4) {
          case 0 -> ask(key, e.flipBit(random.nextInt(256)), r, s);
          case 1 -> ask(key, e, r.flipBit(random.nextInt(256)), s);
          case 2 -> ask(key, e, r, s.flipBit(random.nextInt(256)));
          default -> ask(key, new BigInteger(256, random), scalar(), scalar());
        }
      }
    }
  }

  /** Small and round multiples, so that sums meet the points that are added, or infinity. */
  void knownLogarithms() {
    Set<BigInteger> edges = new LinkedHashSet<>();
    for (int small : new int[] {1, 2, 3, 63, 64, 65, 127, 128, 129, 511, 512, 513, 1023, 1024}) {
      edges.add(BigInteger.valueOf(small));
      edges.add(N.subtract(BigInteger.valueOf(small)));
    }
    for (int power : new int[] {70, 252, 255}) {
      edges.add(ONE.shiftLeft(power));
      edges.add(ONE.shiftLeft(power).subtract(ONE));
    }
    edges.add(N.shiftRight(1));
    edges.add(N.shiftRight(1).add(ONE));
    List<BigInteger> logarithms = new ArrayList<>();
    for (int d : new int[] {1, 2, 8, 64, 128}) {
      logarithms.add(BigInteger.valueOf(d));
      logarithms.add(N.subtract(BigInteger.valueOf(d)));
    }
    logarithms.add(TWO.modInverse(N));
    logarithms.add(ONE.shiftLeft(70));
    for (BigInteger d : logarithms) {
      Key key = Key.of(timesG(d));
      for (BigInteger t : edges) {
        for (BigInteger s : edges) {
          askBothWays(key, s, t, timesG(s.add(t.multiply(d))));
        }
      }
    }
  }

  /** The last point that is added equals the sum before it, or its negative. */
  void equalAndOppositePoints(int keys) {
    for (int k = 0; k < keys; k++) {
      BigInteger d = scalar();
      Key key = Key.of(timesG(d));
      for (int window = 1; window <= 36; window++) {
        BigInteger last =
            BigInteger.valueOf(1 + random.nextInt(window < 36 ? 63 : 7))
                .shiftLeft(KeyTable.WIDTH * window);
        BigInteger before = new BigInteger(KeyTable.WIDTH * window - 1, random);
        BigInteger t = last.add(before);
        for (BigInteger sum : List.of(last, last.negate(), ZERO)) {
          // s·G + before·P = sum·P, or (the third) the whole is infinity
          BigInteger s =
              sum.signum() == 0 ? t.negate().multiply(d) : sum.subtract(before).multiply(d);
          askBothWays(key, s.mod(N), t, timesG(s.add(t.multiply(d))));
        }
      }
    }
  }

  /** Sums whose x is n or more: no random point has one, so the key is made for the point. */
  void greatX(int points) {
    BigInteger x = N;
    for (int found = 0; found < points; x = x.add(ONE)) {
      ECPoint sum = point(x);
      if (sum == null) {
        continue;
      }
      found++;
      BigInteger s = scalar();
      BigInteger t = scalar();
      Key key = Key.of(sum.subtract(timesG(s)).multiply(t.modInverse(N)));
      askBothWays(key, s, t, sum);
    }
    // and just below n, where r - e is near n and r - e + n is more than the field has
    x = N.subtract(ONE);
    for (int found = 0; found < points; x = x.subtract(ONE)) {
      ECPoint sum = point(x);
      if (sum != null) {
        found++;
        BigInteger s = scalar();
        BigInteger t = scalar();
        askBothWays(Key.of(sum.subtract(timesG(s)).multiply(t.modInverse(N))), s, t, sum);
      }
    }
  }

  private static ECPoint point(BigInteger x) {
    byte[] compressed = new byte[33];
    compressed[0] = 2;
    System.arraycopy(bytes(x), 0, compressed, 1, 32);
    try {
      return Sm2Curve.DOMAIN.getCurve().decodePoint(compressed);
    } catch (IllegalArgumentException notOnTheCurve) {
      return null;
    }
  }

  /** r and s at their bounds, with every digest near its bounds. */
  void bounds() {
    List<BigInteger> numbers =
        List.of(ONE, TWO, N.subtract(ONE), N.subtract(TWO), N.shiftRight(1), ONE.shiftLeft(255));
    List<BigInteger> digests =
        List.of(ZERO, ONE, N.subtract(ONE), N, N.add(ONE), E_END.subtract(ONE));
    Key key = Key.of(timesG(scalar()));
    for (BigInteger r : numbers) {
      for (BigInteger s : numbers) {
        digests.forEach(e -> ask(key, e, r, s));
      }
    }
  }

  /** Asks with the digest that makes it right, unless the sum is infinity, and with a wrong one. */
  private void askBothWays(Key key, BigInteger s, BigInteger t, ECPoint sum) {
    BigInteger r = t.subtract(s).mod(N);
    if (sum.isInfinity()) {
      ask(key, r, r, s);
      return;
    }
    BigInteger e = r.subtract(x(sum)).mod(N);
    ask(key, e, r, s);
    ask(key, e.add(ONE), r, s);
  }

  private static BigInteger x(ECPoint affine) {
    return affine.getAffineXCoord().toBigInteger();
  }

  /** The engines are asked only what strict decoding lets through. */
  private void ask(Key key, BigInteger e, BigInteger r, BigInteger s) {
    if (r.signum() > 0 && r.compareTo(N) < 0 && s.signum() > 0 && s.compareTo(N) < 0) {
      taker.accept(new Case(key, e, r, s));
    }
  }

  /** A digest that is known before anything is hashed. */
  private static final class FixedDigest implements Digest {
    private final byte[] result;

    FixedDigest(byte[] result) {
      this.result = result;
    }

    @Override
    public String getAlgorithmName() {
      return "fixed";
    }

    @Override
    public int getDigestSize() {
      return new SM3Digest().getDigestSize();
    }

    @Override
    public void update(byte in) {}

    @Override
    public void update(byte[] in, int offset, int length) {}

    @Override
    public int doFinal(byte[] out, int offset) {
      System.arraycopy(result, 0, out, offset, result.length);
      return result.length;
    }

    @Override
    public void reset() {}
  }
}
