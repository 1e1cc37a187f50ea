/**
 * The signature algorithms of the gateway, of its clients and of KooGallery, and the keys to check
 * them with.
 *
 * <p>Nothing here knows about requests: a {@link io.github.mgsjaxrs.crypto.VerificationKey} says
 * whether a header value is the signature of a string to sign.
 */
@NullMarked
package io.github.mgsjaxrs.crypto;

import org.jspecify.annotations.NullMarked;
