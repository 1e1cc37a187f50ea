/**
 * Web applications whose settings keep the library's filters away, and what has to come of them.
 */
@NullMarked
package io.github.mgsjaxrs.conformance.lost;

import org.jspecify.annotations.NullMarked;
