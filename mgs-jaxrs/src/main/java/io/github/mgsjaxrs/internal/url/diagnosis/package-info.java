/** Explains why a signature of what has a URL in it does not match. Admits nothing. */
@NullMarked
package io.github.mgsjaxrs.internal.url.diagnosis;

import org.jspecify.annotations.NullMarked;
