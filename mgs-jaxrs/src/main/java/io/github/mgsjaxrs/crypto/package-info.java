/**
 * Digests with a salt, RSA, SM2, and the keys that signatures are checked with. The algorithm
 * belongs to the key.
 */
@NullMarked
package io.github.mgsjaxrs.crypto;

import org.jspecify.annotations.NullMarked;
