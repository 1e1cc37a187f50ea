package io.github.mgsjaxrs.crypto;

/**
 * Whether (r, s) signs a message under one key: with e = SM3(Z<sub>A</sub>‖message) and t = r + s,
 * the x of s·G + t·P plus e has to be r, modulo n (GB/T 32918.2, 7.1).
 */
sealed interface Sm2Equation permits BouncyCastleSm2, TableSm2 {

  /**
   * Tells whether the equation holds.
   *
   * @param message the string to sign
   * @param rs r‖s, 32 bytes each, 1 ≤ r, s &lt; n
   */
  boolean holds(byte[] message, byte[] rs);
}
