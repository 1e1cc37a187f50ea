/** Base64, hex, digests, HMACs, and streams into them. */
@NullMarked
package io.github.mgsjaxrs.internal.crypto;

import org.jspecify.annotations.NullMarked;
