/** Explains why a client's signature does not match. Admits nothing. */
@NullMarked
package io.github.mgsjaxrs.rpc.diagnosis;

import org.jspecify.annotations.NullMarked;
