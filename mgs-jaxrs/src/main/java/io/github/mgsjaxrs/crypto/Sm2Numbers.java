package io.github.mgsjaxrs.crypto;

import org.bouncycastle.math.raw.Nat256;
import org.bouncycastle.util.Pack;

/**
 * Numbers of 256 bits as eight ints, the lowest first, and arithmetic modulo the order n of
 * sm2p256v1. Nothing is allocated.
 */
final class Sm2Numbers {

  static final int INTS = 8;

  /** n, the order of the curve. */
  static final int[] ORDER = Nat256.fromBigInteger(Sm2Curve.DOMAIN.getN());

  private Sm2Numbers() {}

  /** Reads 32 bytes, the highest first. */
  static void read(byte[] bytes, int offset, int[] number) {
    for (int i = 0; i < INTS; i++) {
      number[i] = Pack.bigEndianToInt(bytes, offset + 4 * (INTS - 1 - i));
    }
  }

  /** Any number of 256 bits modulo n: n is more than its half, so one subtraction is enough. */
  static void reduce(int[] number) {
    if (Nat256.gte(number, ORDER)) {
      Nat256.sub(number, ORDER, number);
    }
  }

  /** a + b modulo n, of numbers below n. */
  static void add(int[] a, int[] b, int[] sum) {
    int carry = Nat256.add(a, b, sum);
    if (carry != 0 || Nat256.gte(sum, ORDER)) {
      Nat256.sub(sum, ORDER, sum);
    }
  }

  /** a - b modulo n, of numbers below n. */
  static void subtract(int[] a, int[] b, int[] difference) {
    if (Nat256.sub(a, b, difference) != 0) {
      Nat256.add(difference, ORDER, difference);
    }
  }
}
