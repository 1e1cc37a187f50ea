/** Finds the verifier of an application. */
@NullMarked
package io.github.mgsjaxrs.internal.lookup;

import org.jspecify.annotations.NullMarked;
