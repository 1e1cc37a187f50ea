/**
 * What the gateway signs for a backend: the string to sign, from the request as it was sent. Pure:
 * no I/O, no clock.
 */
@NullMarked
package io.github.mgsjaxrs.backend.protocol;

import org.jspecify.annotations.NullMarked;
