/** What is served once, and what remembers that. JCache stands in classes of that name alone. */
@NullMarked
package io.github.mgsjaxrs.replay;

import org.jspecify.annotations.NullMarked;
