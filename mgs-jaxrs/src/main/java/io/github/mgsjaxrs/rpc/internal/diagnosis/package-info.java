/** Explains why a client's signature does not match. Admits nothing. */
@NullMarked
package io.github.mgsjaxrs.rpc.internal.diagnosis;

import org.jspecify.annotations.NullMarked;
