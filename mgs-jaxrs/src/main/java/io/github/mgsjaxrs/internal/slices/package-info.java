/** All schemes of the library: the one place that knows each of them. */
@NullMarked
package io.github.mgsjaxrs.internal.slices;

import org.jspecify.annotations.NullMarked;
