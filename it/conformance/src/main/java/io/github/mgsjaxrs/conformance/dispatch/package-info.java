/** Requests that the application itself sends on: by a forward, an include, an async dispatch. */
@NullMarked
package io.github.mgsjaxrs.conformance.dispatch;

import org.jspecify.annotations.NullMarked;
