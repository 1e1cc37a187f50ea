/**
 * The words that resources name: the marks, verdicts and callers, coverage, schemes and algorithms.
 * The feature stands in the package {@code filter}, the verifier and its builder in {@code
 * verifier}. Packages called {@code internal} are no part of the interface.
 */
@NullMarked
package io.github.mgsjaxrs;

import org.jspecify.annotations.NullMarked;
