/** The signed requests with a known answer, and the keys that they name. */
@NullMarked
package io.github.mgsjaxrs.conformance.vectors;

import org.jspecify.annotations.NullMarked;
