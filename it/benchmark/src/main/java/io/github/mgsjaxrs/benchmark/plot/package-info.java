/** Curves as vector graphics, and tables for a page of text. */
@NullMarked
package io.github.mgsjaxrs.benchmark.plot;

import org.jspecify.annotations.NullMarked;
