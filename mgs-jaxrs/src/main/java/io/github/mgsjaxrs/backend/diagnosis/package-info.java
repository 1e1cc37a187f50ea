/** Explains why a signature of the gateway does not match. Admits nothing. */
@NullMarked
package io.github.mgsjaxrs.backend.diagnosis;

import org.jspecify.annotations.NullMarked;
