/** What clients sign for the gateway, as a scheme. */
@NullMarked
package io.github.mgsjaxrs.rpc.internal;

import org.jspecify.annotations.NullMarked;
