/** Resource methods that take a signed package. */
@NullMarked
package io.github.mgsjaxrs.filter.offline;

import org.jspecify.annotations.NullMarked;
