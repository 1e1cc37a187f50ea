/** Budgets, temporary files, and when they are freed. */
@NullMarked
package io.github.mgsjaxrs.internal.storage;

import org.jspecify.annotations.NullMarked;
