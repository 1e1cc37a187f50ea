/** HTTP/1.1 over a plain socket: what is sent is exactly what the caller wrote down. */
@NullMarked
package io.github.mgsjaxrs.conformance.wire;

import org.jspecify.annotations.NullMarked;
