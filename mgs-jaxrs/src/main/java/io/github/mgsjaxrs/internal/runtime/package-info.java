/** The adapter to each runtime: what it received, and what it makes of it. */
@NullMarked
package io.github.mgsjaxrs.internal.runtime;

import org.jspecify.annotations.NullMarked;
