/**
 * What an application names: the annotations, the feature that registers the filters, the verifier
 * and its builder, and the verdicts.
 */
@NullMarked
package io.github.mgsjaxrs;

import org.jspecify.annotations.NullMarked;
