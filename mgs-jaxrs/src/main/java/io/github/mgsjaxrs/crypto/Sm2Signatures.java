package io.github.mgsjaxrs.crypto;

import java.util.Arrays;
import org.bouncycastle.util.BigIntegers;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bytes of an SM2 signature into r‖s, strictly.
 *
 * <p>Strict DER is a SEQUENCE of two positive INTEGERs, every length definite and in its one byte,
 * no leading zero that the sign does not need, nothing behind. So one pair (r, s) has one DER form.
 */
final class Sm2Signatures {

  static final int COORDINATE_BYTES = 32;
  static final int RAW_BYTES = 2 * COORDINATE_BYTES;

  /** SEQUENCE, INTEGER r and INTEGER s with two bytes of head each, and a sign byte for r and s. */
  static final int MAX_DER_BYTES = RAW_BYTES + 6 + 2;

  private static final byte[] ORDER =
      BigIntegers.asUnsignedByteArray(COORDINATE_BYTES, Sm2Curve.DOMAIN.getN());
  private static final byte[] ZERO = new byte[COORDINATE_BYTES];

  private static final int SEQUENCE = 0x30;
  private static final int INTEGER = 0x02;

  private Sm2Signatures() {}

  /**
   * The raw form of a signature, or null where the bytes are none.
   *
   * <p>Sixty-four bytes may be both. Then they are read as DER, and the raw reading is not tried.
   * That is harmless: whichever reading is taken has to satisfy the equation of the signature, and
   * a signature of the gateway that was sent raw looks like strict DER by chance once in more than
   * 2^40 times.
   */
  static byte @Nullable [] raw(byte[] signature, Sm2Encoding allowed) {
    byte[] raw = null;
    if (allowed != Sm2Encoding.RAW) {
      raw = fromDer(signature);
    }
    if (raw == null && allowed != Sm2Encoding.DER && signature.length == RAW_BYTES) {
      raw = signature;
    }
    if (raw == null || !inRange(raw, 0) || !inRange(raw, COORDINATE_BYTES)) {
      return null;
    }
    return raw;
  }

  private static boolean inRange(byte[] raw, int offset) {
    int end = offset + COORDINATE_BYTES;
    return Arrays.compareUnsigned(raw, offset, end, ZERO, 0, COORDINATE_BYTES) > 0
        && Arrays.compareUnsigned(raw, offset, end, ORDER, 0, COORDINATE_BYTES) < 0;
  }

  private static byte @Nullable [] fromDer(byte[] der) {
    if (der.length < 8
        || der.length > MAX_DER_BYTES
        || der[0] != SEQUENCE
        || der[1] != der.length - 2) {
      return null;
    }
    byte[] raw = new byte[RAW_BYTES];
    int second = integer(der, 2, raw, 0);
    if (second < 0 || integer(der, second, raw, COORDINATE_BYTES) != der.length) {
      return null;
    }
    return raw;
  }

  /** Copies one positive, minimal INTEGER; the offset behind it, or -1 where it is none. */
  private static int integer(byte[] der, int offset, byte[] raw, int target) {
    if (offset + 3 > der.length || der[offset] != INTEGER) {
      return -1;
    }
    int length = der[offset + 1];
    int from = offset + 2;
    int end = from + length;
    if (length < 1 || length > COORDINATE_BYTES + 1 || end > der.length || der[from] < 0) {
      return -1;
    }
    if (der[from] == 0 && length > 1) {
      if (der[from + 1] >= 0) {
        return -1; // a zero that the sign does not need
      }
      from++;
    }
    if (end - from > COORDINATE_BYTES) {
      return -1;
    }
    System.arraycopy(der, from, raw, target + COORDINATE_BYTES - (end - from), end - from);
    return end;
  }
}
