/** What clients sign for the gateway, and the settings for it. */
@NullMarked
package io.github.mgsjaxrs.rpc;

import org.jspecify.annotations.NullMarked;
