/** The text that a client signs for the gateway, and the headers that it stands in. */
@NullMarked
package io.github.mgsjaxrs.rpc.protocol;

import org.jspecify.annotations.NullMarked;
