/** The echo application as one process: Jersey on Grizzly, with Weld SE and SmallRye Config. */
@NullMarked
package io.github.mgsjaxrs.quickstart;

import org.jspecify.annotations.NullMarked;
