package io.github.mgsjaxrs.rpc.protocol;

import java.util.OptionalLong;

/**
 * The time at which a client signed: milliseconds since 1970, in one of two notations.
 *
 * <pre>{@code
 * RpcTimestamp.millis("1513923563850", Notation.BOTH); // 1513923563850
 * RpcTimestamp.millis("M1yu55A", Notation.BOTH); // 1513923563850
 * }</pre>
 *
 * <p>Both were observed; no page of the gateway's documentation tells them. A number is written in
 * one way only: without a sign, without leading zeros, and not beyond 2<sup>63</sup>-1.
 */
public final class RpcTimestamp {

  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+/";

  /** Which notations are taken. */
  public enum Notation {
    /** Decimal where there are decimal digits only, and base 64 otherwise. */
    BOTH,
    /** Decimal digits. */
    DECIMAL,
    /** Base 64 with the digits {@code 0-9A-Za-z+/}, the most significant one first. */
    BASE64
  }

  private RpcTimestamp() {}

  /**
   * Reads a timestamp.
   *
   * @param written the value of the header, anything a client may send
   * @param notation which notations are taken
   * @return the milliseconds, or empty where it is no such number
   */
  public static OptionalLong millis(String written, Notation notation) {
    return switch (notation) {
      case BOTH -> number(written, isDecimal(written) ? 10 : 64);
      case DECIMAL -> number(written, 10);
      case BASE64 -> number(written, 64);
    };
  }

  private static boolean isDecimal(String written) {
    return written.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static OptionalLong number(String written, int base) {
    if (written.isEmpty() || (written.length() > 1 && written.charAt(0) == '0')) {
      return OptionalLong.empty();
    }
    long number = 0;
    // ends at the first digit too many, so the length needs no bound of its own
    for (int i = 0; i < written.length(); i++) {
      int digit = digit(written.charAt(i));
      if (digit < 0 || digit >= base || number > (Long.MAX_VALUE - digit) / base) {
        return OptionalLong.empty();
      }
      number = number * base + digit;
    }
    return OptionalLong.of(number);
  }

  private static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    if (c >= 'A' && c <= 'Z') {
      return c - 'A' + 10;
    }
    if (c >= 'a' && c <= 'z') {
      return c - 'a' + 36;
    }
    return c == '+' ? 62 : c == '/' ? 63 : -1;
  }

  /**
   * Writes a timestamp.
   *
   * @param millis milliseconds since 1970, not negative
   * @param notation the notation; decimal for {@link Notation#BOTH}
   * @return what {@link #millis} reads
   * @throws IllegalArgumentException if the number is negative
   */
  public static String write(long millis, Notation notation) {
    if (millis < 0) {
      throw new IllegalArgumentException("The timestamp " + millis + " lies before 1970");
    }
    if (notation != Notation.BASE64) {
      return Long.toString(millis);
    }
    StringBuilder backwards = new StringBuilder();
    long rest = millis;
    do {
      backwards.append(DIGITS.charAt((int) (rest & 63)));
      rest >>>= 6;
    } while (rest != 0);
    return backwards.reverse().toString();
  }
}
