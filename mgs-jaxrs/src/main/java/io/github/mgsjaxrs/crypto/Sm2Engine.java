package io.github.mgsjaxrs.crypto;

/**
 * How the equation of an SM2 signature is computed ({@code mgs.sm2.engine}).
 *
 * <p>Both give the same verdicts. Neither runs in constant time, and neither has to: a verification
 * knows no secret.
 */
public enum Sm2Engine {
  /**
   * By tables of multiples of the key's point, more than twice as fast as {@link #BC} and without
   * garbage. A key gets its table of 148 KiB when it has verified 64 signatures; the tables of all
   * keys fill at most a sixteenth of the heap and 37 MiB, and those that were not used for long
   * make room for others. Where it does not pass its test at the start, {@link #BC} is used and a
   * warning is logged.
   */
  FAST,
  /** By Bouncy Castle's own signer, which needs no memory between two signatures. */
  BC
}
