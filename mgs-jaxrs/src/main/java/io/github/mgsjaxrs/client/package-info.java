/**
 * The other side, for tests and tools: signs requests as the gateway signs those that it forwards,
 * as a client signs for the gateway, and as KooGallery signs for sellers.
 */
@NullMarked
package io.github.mgsjaxrs.client;

import org.jspecify.annotations.NullMarked;
