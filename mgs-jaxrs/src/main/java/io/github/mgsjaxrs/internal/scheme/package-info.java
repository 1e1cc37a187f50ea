/** What is the same for every scheme, and the seam between a scheme and what drives a request. */
@NullMarked
package io.github.mgsjaxrs.internal.scheme;

import org.jspecify.annotations.NullMarked;
