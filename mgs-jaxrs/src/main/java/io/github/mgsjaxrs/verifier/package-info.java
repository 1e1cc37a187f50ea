/** Puts it together: a verifier, its builder, and the settings that make one. */
@NullMarked
package io.github.mgsjaxrs.verifier;

import org.jspecify.annotations.NullMarked;
