package io.github.mgsjaxrs.crypto;

/**
 * Which byte forms of an SM2 signature are taken.
 *
 * <p>The gateway's documentation does not say which one it sends. Both stand for the same pair (r,
 * s), so {@link #BOTH} lets nothing in that a single form would not.
 */
public enum Sm2Encoding {
  /** Strict DER, or raw r‖s. */
  BOTH,
  /** A DER SEQUENCE of the two INTEGERs r and s, at most 72 bytes. */
  DER,
  /** The 64 bytes of r‖s, 32 bytes each, big endian. */
  RAW
}
