/** Reads settings by name, and tells what is wrong with them. */
@NullMarked
package io.github.mgsjaxrs.internal.settings;

import org.jspecify.annotations.NullMarked;
