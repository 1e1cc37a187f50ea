/** An application whose own filter sends requests to other paths than they were sent to. */
@NullMarked
package io.github.mgsjaxrs.conformance.rewriting;

import org.jspecify.annotations.NullMarked;
