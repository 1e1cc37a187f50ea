/** Documents that RESTEasy reads by GET, past all filters, before it patches them. */
@NullMarked
package io.github.mgsjaxrs.conformance.patch;

import org.jspecify.annotations.NullMarked;
