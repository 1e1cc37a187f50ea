/** The adapter to Quarkus REST. */
@NullMarked
package io.github.mgsjaxrs.internal.runtime.quarkus;

import org.jspecify.annotations.NullMarked;
