package io.github.mgsjaxrs.crypto;

import java.math.BigInteger;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.raw.Nat256;

/**
 * Multiples of one point B of sm2p256v1, from which any multiple k·B is a sum without a doubling.
 *
 * <p>The scalar k is cut into windows of w bits. For window i the table has the points j·2^(w·i)·B
 * with j = 1 … 2^(w-1); a digit above 2^(w-1) is read as a negative one and a carry into the next
 * window, and a negative digit is the same point with the other y.
 *
 * <p>The points are affine, 16 ints each, x before y, lowest int first. They lie in one array: 148
 * KiB for w = 7, 832 KiB for w = 10.
 */
final class PointTable {

  static final int POINT_INTS = 2 * Sm2Numbers.INTS;

  private static final int SCALAR_BITS = 256;

  final int width;
  final int windows;
  final int[] points;

  /**
   * Computes a table.
   *
   * @param base the point, on the curve and not infinity; its order is the curve's, so that none of
   *     its small multiples is infinity
   * @param width how many bits a window has, 2 to 15
   */
  PointTable(ECPoint base, int width) {
    this.width = width;
    this.windows = SCALAR_BITS / width + 1; // the carry of the last bit needs room too
    int perWindow = 1 << (width - 1);
    this.points = new int[windows * perWindow * POINT_INTS];
    ECPoint unit = base;
    ECPoint[] multiples = new ECPoint[perWindow];
    for (int window = 0; window < windows; window++) {
      multiples[0] = unit;
      for (int j = 1; j < perWindow; j++) {
        multiples[j] = multiples[j - 1].add(unit);
      }
      unit = multiples[perWindow - 1].twice().normalize();
      base.getCurve().normalizeAll(multiples); // one inversion for all
      for (int j = 0; j < perWindow; j++) {
        int offset = offset(window, j + 1);
        write(multiples[j].getAffineXCoord().toBigInteger(), offset);
        write(multiples[j].getAffineYCoord().toBigInteger(), offset + Sm2Numbers.INTS);
      }
    }
  }

  private void write(BigInteger coordinate, int offset) {
    Nat256.copy(Nat256.fromBigInteger(coordinate), 0, points, offset);
  }

  /** Where the point for a digit of a window stands, for digits from 1 to 2^(w-1). */
  int offset(int window, int digit) {
    return ((window << (width - 1)) + digit - 1) * POINT_INTS;
  }

  /** The bits of a window of a scalar, without any carry. */
  int bits(int[] scalar, int window) {
    int from = window * width;
    int index = from >>> 5;
    if (index >= Sm2Numbers.INTS) {
      return 0;
    }
    long both = scalar[index] & 0xffffffffL;
    if (index + 1 < Sm2Numbers.INTS) {
      both |= (long) scalar[index + 1] << 32;
    }
    return (int) (both >>> (from & 31)) & ((1 << width) - 1);
  }
}
