/** Base64, hex, and streams into digests. */
@NullMarked
package io.github.mgsjaxrs.internal.crypto;

import org.jspecify.annotations.NullMarked;
