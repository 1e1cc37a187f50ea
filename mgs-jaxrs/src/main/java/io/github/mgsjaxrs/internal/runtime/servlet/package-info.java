/** The adapter to servlet containers, and the filter that keeps their bodies. */
@NullMarked
package io.github.mgsjaxrs.internal.runtime.servlet;

import org.jspecify.annotations.NullMarked;
