/** Every way in which an application may give a verifier of its own to the filters. */
@NullMarked
package io.github.mgsjaxrs.conformance.given;

import org.jspecify.annotations.NullMarked;
