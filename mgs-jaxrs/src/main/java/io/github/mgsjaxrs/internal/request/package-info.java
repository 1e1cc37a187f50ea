/**
 * Percent escapes, charsets, request lines and headers as they were sent. Pure: no I/O, no clock.
 */
@NullMarked
package io.github.mgsjaxrs.internal.request;

import org.jspecify.annotations.NullMarked;
