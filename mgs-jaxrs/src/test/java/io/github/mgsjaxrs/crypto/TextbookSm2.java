package io.github.mgsjaxrs.crypto;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * The equation of an SM2 signature as GB/T 32918 writes it, on affine points of {@link
 * BigInteger}s: slow, and meant to be read. It shares nothing with the library, not even the
 * curve's numbers.
 */
final class TextbookSm2 {

  static final BigInteger P =
      new BigInteger("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF", 16);
  static final BigInteger A = P.subtract(BigInteger.valueOf(3));
  static final BigInteger N =
      new BigInteger("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123", 16);
  static final Point G =
      new Point(
          new BigInteger("32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7", 16),
          new BigInteger("BC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0", 16));

  private TextbookSm2() {}

  /** An affine point; null is the point at infinity. */
  record Point(BigInteger x, BigInteger y) {}

  static boolean holds(Point key, BigInteger e, BigInteger r, BigInteger s) {
    BigInteger t = r.add(s).mod(N);
    if (r.signum() <= 0 || r.compareTo(N) >= 0 || s.signum() <= 0 || s.compareTo(N) >= 0) {
      return false;
    }
    if (t.signum() == 0) {
      return false;
    }
    Point sum = add(multiply(s, G), multiply(t, key));
    return sum != null && e.add(sum.x()).mod(N).equals(r);
  }

  static @Nullable Point multiply(BigInteger k, Point point) {
    Point result = null;
    for (int bit = k.bitLength() - 1; bit >= 0; bit--) {
      result = add(result, result);
      if (k.testBit(bit)) {
        result = add(result, point);
      }
    }
    return result;
  }

  static @Nullable Point add(@Nullable Point one, @Nullable Point other) {
    if (one == null) {
      return other;
    }
    if (other == null) {
      return one;
    }
    BigInteger slope;
    if (!one.x().equals(other.x())) {
      slope = divide(other.y().subtract(one.y()), other.x().subtract(one.x()));
    } else if (one.y().equals(other.y())) {
      BigInteger three = BigInteger.valueOf(3);
      slope = divide(three.multiply(one.x().pow(2)).add(A), one.y().shiftLeft(1));
    } else {
      return null;
    }
    BigInteger x = slope.pow(2).subtract(one.x()).subtract(other.x()).mod(P);
    return new Point(x, slope.multiply(one.x().subtract(x)).subtract(one.y()).mod(P));
  }

  private static BigInteger divide(BigInteger dividend, BigInteger divisor) {
    return dividend.multiply(divisor.mod(P).modInverse(P)).mod(P);
  }
}
