/** Session beans: for runtimes that have Enterprise Beans. */
@NullMarked
package io.github.mgsjaxrs.conformance.matrix.resources.ejb;

import org.jspecify.annotations.NullMarked;
