package io.github.mgsjaxrs.crypto;

import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.math.raw.Nat256;

/** The numbers of one verification by tables; made once and used again, by one thread at a time. */
final class Sm2Computation {

  private static final int GENERATOR_WIDTH = 10;
  private static final PointTable GENERATOR =
      new PointTable(Sm2Curve.DOMAIN.getG(), GENERATOR_WIDTH);
  private static final int[] FIELD =
      Nat256.fromBigInteger(Sm2Curve.DOMAIN.getCurve().getField().getCharacteristic());

  private final SM3Digest sm3 = new SM3Digest();
  private final byte[] digest = new byte[sm3.getDigestSize()];
  private final int[] e = new int[Sm2Numbers.INTS];
  private final int[] r = new int[Sm2Numbers.INTS];
  private final int[] s = new int[Sm2Numbers.INTS];
  private final int[] t = new int[Sm2Numbers.INTS];
  private final int[] x = new int[Sm2Numbers.INTS];
  private final PointSum sum = new PointSum();

  /** SM3(Z<sub>A</sub>‖message), until the next call. */
  byte[] digest(byte[] za, byte[] message) {
    sm3.update(za, 0, za.length);
    sm3.update(message, 0, message.length);
    sm3.doFinal(digest, 0);
    return digest;
  }

  /** The equation, for 1 ≤ r, s &lt; n. */
  boolean holds(PointTable key, byte[] messageDigest, byte[] rs) {
    Sm2Numbers.read(messageDigest, 0, e);
    Sm2Numbers.reduce(e);
    Sm2Numbers.read(rs, 0, r);
    Sm2Numbers.read(rs, Sm2Signatures.COORDINATE_BYTES, s);
    Sm2Numbers.add(r, s, t);
    if (Nat256.isZero(t)) {
      return false;
    }
    sum.clear();
    sum.add(GENERATOR, s);
    sum.add(key, t);
    if (sum.isInfinity()) {
      return false;
    }
    // The x has to be r - e modulo n. It is a number below p, and p is more than n: so it is
    // r - e, or r - e + n where that is still below p.
    Sm2Numbers.subtract(r, e, x);
    return sum.hasX(x)
        || (Nat256.addTo(Sm2Numbers.ORDER, x) == 0 && !Nat256.gte(x, FIELD) && sum.hasX(x));
  }
}
