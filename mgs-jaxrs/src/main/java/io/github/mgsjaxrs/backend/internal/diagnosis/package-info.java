/** Explains why a signature of the gateway does not match. Admits nothing. */
@NullMarked
package io.github.mgsjaxrs.backend.internal.diagnosis;

import org.jspecify.annotations.NullMarked;
