/**
 * What every runtime is asked: which resources are protected, which entities and targets arrive.
 */
@NullMarked
package io.github.mgsjaxrs.conformance.matrix;

import org.jspecify.annotations.NullMarked;
