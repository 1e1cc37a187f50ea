/** The gateway's signature for a backend, as a scheme. */
@NullMarked
package io.github.mgsjaxrs.backend.internal;

import org.jspecify.annotations.NullMarked;
