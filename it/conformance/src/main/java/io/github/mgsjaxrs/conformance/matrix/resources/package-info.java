/**
 * The resources of the matrices: Jakarta REST 3.0 and nothing else. What needs more of a runtime
 * has a package of its own below this one, so that it can be left out.
 */
@NullMarked
package io.github.mgsjaxrs.conformance.matrix.resources;

import org.jspecify.annotations.NullMarked;
