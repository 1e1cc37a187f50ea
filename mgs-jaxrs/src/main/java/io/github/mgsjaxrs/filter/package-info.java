/**
 * From a JAX-RS request to a verdict and back: the filters, what they remember of a request, which
 * requests they look at, the entity that is read and given back, and the answer to a rejection.
 */
@NullMarked
package io.github.mgsjaxrs.filter;

import org.jspecify.annotations.NullMarked;
