/** What is protected: marks on whatever runs, and paths in whatever way they may be read. */
@NullMarked
package io.github.mgsjaxrs.internal.protection;

import org.jspecify.annotations.NullMarked;
