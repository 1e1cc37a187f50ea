package io.github.mgsjaxrs.keys;

import io.github.mgsjaxrs.crypto.VerificationKey;
import java.util.Optional;

/**
 * Finds the key that a request names in {@code X-Mgs-Proxy-Signature-Secret-Key}.
 *
 * <p>Empty means that the id is unknown here: the request is refused with code 7000. Where the keys
 * cannot be told at the moment, throw {@link KeysUnavailableException}: the request is answered 503
 * and may be sent again. Any other exception is answered 503 as well.
 *
 * <p>It is called once for every signed request, by many threads at a time, with whatever a client
 * wrote into the header: answer from memory, and bound what is kept of unknown ids.
 *
 * <pre>{@code
 * VerificationKey orders = TextKey.salted(SignatureAlgorithm.SM3, salt);
 * KeyResolver keys = id -> id.equals("orders") ? Optional.of(orders) : Optional.empty();
 * }</pre>
 */
@FunctionalInterface
public interface KeyResolver {

  /**
   * The key of this id.
   *
   * @param keyId the id as the client sent it, not empty
   * @return the key, or empty where the id is unknown
   * @throws KeysUnavailableException when nobody can tell now
   */
  Optional<VerificationKey> resolve(String keyId);

  /**
   * The id by which a key is configured, for a resolver that finds one by several spellings: the
   * caller of a verified request has this name, and resources admit keys by it.
   *
   * @param keyId the id as the client sent it
   * @return the configured id; the same as was sent where the key is unknown, or known so
   * @throws KeysUnavailableException when nobody can tell now
   */
  default String configuredId(String keyId) {
    return keyId;
  }
}
