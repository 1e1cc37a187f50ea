/** The keys that clients sign with. */
@NullMarked
package io.github.mgsjaxrs.rpc.crypto;

import org.jspecify.annotations.NullMarked;
