/** What signs: the gateway's side for tests, and the clients' side. */
@NullMarked
package io.github.mgsjaxrs.client;

import org.jspecify.annotations.NullMarked;
