/**
 * What the library costs beside other ways to verify the same requests. The other ways are written
 * here, from the documentation of those who offer them.
 */
@NullMarked
package io.github.mgsjaxrs.benchmark;

import org.jspecify.annotations.NullMarked;
