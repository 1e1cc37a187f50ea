/** An application of its own, with the mark on its class. */
@NullMarked
package io.github.mgsjaxrs.conformance.matrix.resources.application;

import org.jspecify.annotations.NullMarked;
