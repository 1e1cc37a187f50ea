/**
 * Jakarta REST's entry: the feature, the filters and interceptors that it registers, and their
 * name-bound twins.
 */
@NullMarked
package io.github.mgsjaxrs.filter;

import org.jspecify.annotations.NullMarked;
