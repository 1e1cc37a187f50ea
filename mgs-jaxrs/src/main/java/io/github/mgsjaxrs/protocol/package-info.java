/**
 * The protocol alone: what the gateway signs, rebuilt from what a request holds. It knows neither
 * JAX-RS nor input and output nor a clock, so that every rule of it can be tested with plain
 * values.
 */
@NullMarked
package io.github.mgsjaxrs.protocol;

import org.jspecify.annotations.NullMarked;
