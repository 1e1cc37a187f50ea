/** Beans of CDI: for runtimes that have it. */
@NullMarked
package io.github.mgsjaxrs.conformance.matrix.resources.cdi;

import org.jspecify.annotations.NullMarked;
