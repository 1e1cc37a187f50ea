/** Faults that are told once a minute, and what report mode would have refused. */
@NullMarked
package io.github.mgsjaxrs.internal.log;

import org.jspecify.annotations.NullMarked;
