package io.github.mgsjaxrs.internal.scheme;

import io.github.mgsjaxrs.crypto.VerificationKey;

/**
 * A key that a request may be signed with.
 *
 * @param <K> its kind
 * @param id its id
 * @param key the key
 */
public record NamedKey<K extends VerificationKey>(String id, K key) {}
