/**
 * The gateway's side, for tests and tools: signs requests as the gateway signs those that it
 * forwards.
 */
@NullMarked
package io.github.mgsjaxrs.client;

import org.jspecify.annotations.NullMarked;
