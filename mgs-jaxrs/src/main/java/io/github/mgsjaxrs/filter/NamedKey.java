package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.crypto.VerificationKey;

/**
 * A key that a request may be signed with.
 *
 * @param id its id
 * @param key the key
 */
record NamedKey(String id, VerificationKey key) {}
