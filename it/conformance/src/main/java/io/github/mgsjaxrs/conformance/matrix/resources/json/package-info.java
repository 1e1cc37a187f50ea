/** An object read from JSON: for runtimes with JSON-B or the like. */
@NullMarked
package io.github.mgsjaxrs.conformance.matrix.resources.json;

import org.jspecify.annotations.NullMarked;
