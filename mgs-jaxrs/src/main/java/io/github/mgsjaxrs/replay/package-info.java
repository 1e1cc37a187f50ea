/**
 * Remembers what was sent, so that a request that somebody recorded is refused when it is sent
 * again.
 */
@NullMarked
package io.github.mgsjaxrs.replay;

import org.jspecify.annotations.NullMarked;
