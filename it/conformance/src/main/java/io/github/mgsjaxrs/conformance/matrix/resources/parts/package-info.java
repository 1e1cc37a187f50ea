/** Multipart forms, which Jakarta REST has since 3.1. */
@NullMarked
package io.github.mgsjaxrs.conformance.matrix.resources.parts;

import org.jspecify.annotations.NullMarked;
