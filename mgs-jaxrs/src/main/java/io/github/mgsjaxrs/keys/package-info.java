/**
 * Where verification keys come from: a KeyStore, configuration, or a user's own {@link
 * io.github.mgsjaxrs.keys.KeyResolver}.
 */
@NullMarked
package io.github.mgsjaxrs.keys;

import org.jspecify.annotations.NullMarked;
