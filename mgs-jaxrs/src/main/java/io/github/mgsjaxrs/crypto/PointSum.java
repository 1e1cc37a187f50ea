package io.github.mgsjaxrs.crypto;

import org.bouncycastle.math.ec.custom.gm.SM2P256V1Field;
import org.bouncycastle.math.raw.Nat256;

/**
 * A growing sum of points of sm2p256v1; for one thread.
 *
 * <p>The sum is kept in coordinates X, Y, ZZ, ZZZ with x = X/ZZ, y = Y/ZZZ and ZZ³ = ZZZ²
 * (Sutherland's "XYZZ" coordinates in the Explicit-Formulas Database, hyperelliptic.org): adding an
 * affine point takes eight multiplications and two squarings, and nothing is divided until the end,
 * nor there. The field arithmetic is Bouncy Castle's; all results lie in buffers that are made
 * once.
 *
 * <p>Its time depends on the numbers, so it is fit for public ones only.
 */
final class PointSum {

  private static final int INTS = Sm2Numbers.INTS;
  private static final int[] ONE = {1, 0, 0, 0, 0, 0, 0, 0};

  private boolean infinity = true;
  private final int[] x = new int[INTS];
  private final int[] y = new int[INTS];
  private final int[] zz = new int[INTS];
  private final int[] zzz = new int[INTS];

  private final int[] a = new int[INTS];
  private final int[] b = new int[INTS];
  private final int[] c = new int[INTS];
  private final int[] d = new int[INTS];
  private final int[] product = new int[2 * INTS];

  /** Starts again, at infinity. */
  void clear() {
    infinity = true;
  }

  boolean isInfinity() {
    return infinity;
  }

  /** Adds k·B. */
  void add(PointTable multiplesOfB, int[] k) {
    int half = 1 << (multiplesOfB.width - 1);
    int carry = 0;
    for (int window = 0; window < multiplesOfB.windows; window++) {
      int digit = multiplesOfB.bits(k, window) + carry;
      carry = digit > half ? 1 : 0;
      digit -= carry * 2 * half;
      if (digit != 0) {
        add(multiplesOfB.points, multiplesOfB.offset(window, Math.abs(digit)), digit < 0);
      }
    }
  }

  /** Adds the affine point at an offset, or its negative, (x, -y). */
  void add(int[] points, int offset, boolean negative) {
    if (infinity) {
      set(points, offset, negative);
      return;
    }
    // a = U - X and b = S - Y, where U = x·ZZ and S = ±y·ZZZ; for a negative point b = -(S - Y), so
    // that nothing has to be negated
    multiply(points, offset, zz, a);
    SM2P256V1Field.subtract(a, x, a);
    multiply(points, offset + INTS, zzz, b);
    if (negative) {
      SM2P256V1Field.add(b, y, b);
    } else {
      SM2P256V1Field.subtract(b, y, b);
    }
    if (Nat256.isZero(a)) {
      // the same x: the sum was this point, or its negative; who knows the key can bring that about
      if (Nat256.isZero(b)) {
        setTwice(points, offset, negative);
      } else {
        infinity = true;
      }
      return;
    }
    square(a, c); // a²
    multiply(a, c, d); // a³
    multiply(zz, c, zz);
    multiply(zzz, d, zzz);
    multiply(x, c, c); // Q = X·a²
    multiply(y, d, a); // Y·a³
    square(b, x); // X' = b² - a³ - 2Q
    SM2P256V1Field.subtract(x, d, x);
    SM2P256V1Field.subtract(x, c, x);
    SM2P256V1Field.subtract(x, c, x);
    if (negative) {
      SM2P256V1Field.subtract(x, c, c);
    } else {
      SM2P256V1Field.subtract(c, x, c);
    }
    multiply(b, c, y); // Y' = b·(Q - X') - Y·a³
    SM2P256V1Field.subtract(y, a, y);
  }

  private void set(int[] points, int offset, boolean negative) {
    Nat256.copy(points, offset, x, 0);
    Nat256.copy(points, offset + INTS, y, 0);
    if (negative) {
      SM2P256V1Field.negate(y, y);
    }
    Nat256.zero(zz);
    zz[0] = 1;
    Nat256.copy(zz, zzz);
    infinity = false;
  }

  /** Twice an affine point; no point has y = 0, since the order of the curve is odd. */
  private void setTwice(int[] points, int offset, boolean negative) {
    set(points, offset, negative);
    SM2P256V1Field.twice(y, a); // U = 2y
    square(a, zz); // V = U²
    multiply(a, zz, zzz); // W = U·V
    multiply(x, zz, c); // S = x·V
    // M = 3x² + a; the curve's a is -3, so M = 3(x² - 1)
    square(x, b);
    SM2P256V1Field.subtract(b, ONE, b);
    SM2P256V1Field.twice(b, d);
    SM2P256V1Field.add(b, d, b);
    square(b, x); // X' = M² - 2S
    SM2P256V1Field.subtract(x, c, x);
    SM2P256V1Field.subtract(x, c, x);
    multiply(zzz, y, d); // Y' = M·(S - X') - W·y
    SM2P256V1Field.subtract(c, x, c);
    multiply(b, c, y);
    SM2P256V1Field.subtract(y, d, y);
  }

  /** Whether the x of the sum, which must not be infinity, is this element of the field. */
  boolean hasX(int[] affineX) {
    multiply(affineX, zz, a);
    return Nat256.eq(a, x);
  }

  private void multiply(int[] left, int[] right, int[] result) {
    Nat256.mul(left, right, product);
    SM2P256V1Field.reduce(product, result);
  }

  private void multiply(int[] left, int offset, int[] right, int[] result) {
    Nat256.mul(left, offset, right, 0, product, 0);
    SM2P256V1Field.reduce(product, result);
  }

  private void square(int[] number, int[] result) {
    Nat256.square(number, product);
    SM2P256V1Field.reduce(product, result);
  }
}
