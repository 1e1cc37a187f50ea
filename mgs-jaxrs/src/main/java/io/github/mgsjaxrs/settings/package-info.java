/**
 * Settings as values: where they come from, the limits, which paths are protected, what is done
 * with what is refused.
 */
@NullMarked
package io.github.mgsjaxrs.settings;

import org.jspecify.annotations.NullMarked;
