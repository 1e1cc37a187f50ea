/**
 * Proves that the filters are in front of each entry into Jakarta REST, in servlet containers. What
 * is not proven is closed.
 */
@NullMarked
package io.github.mgsjaxrs.internal.proof;

import org.jspecify.annotations.NullMarked;
