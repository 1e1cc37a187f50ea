/**
 * Quarkus alone: nothing starts there whose deployment is not seen to hold the filters. The
 * container calls these classes; applications do not use them.
 */
@NullMarked
package io.github.mgsjaxrs.internal.proof.quarkus;

import org.jspecify.annotations.NullMarked;
