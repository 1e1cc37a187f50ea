package io.github.mgsjaxrs.verifier;

import io.github.mgsjaxrs.Rejected;
import io.github.mgsjaxrs.Verdict;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import io.github.mgsjaxrs.keys.KeyResolver;
import io.github.mgsjaxrs.replay.ReplayGuard;

/**
 * Verifies requests that the gateway signed.
 *
 * <pre>{@code
 * MgsVerifier verifier =
 *     MgsVerifier.builder()
 *         .salt("orders", SignatureAlgorithm.SM3, System.getenv("ORDERS_SALT"))
 *         .build();
 * resourceConfig.register(new MgsFeature(verifier));
 * }</pre>
 *
 * <p>Instances come from {@link #builder()}, are immutable but for the reload of their keys, and
 * may be used by any number of threads. It is an interface so that CDI can stand a proxy in front
 * of it; applications do not implement it.
 */
public interface MgsVerifier extends AutoCloseable {

  /**
   * Starts building a verifier with the shipped settings and no keys.
   *
   * @return a builder
   */
  static MgsVerifierBuilder builder() {
    return new MgsVerifierBuilder();
  }

  /**
   * Verifies one request outside of JAX-RS, in a gateway's test or a tool, say. The filters do the
   * same and check headers and entity besides.
   *
   * @param request the request as it was sent
   * @param signature the value of the signature header
   * @param keyId the value of the key header
   * @return {@link Verified}, or {@link Rejected} with its reason
   */
  Verdict verify(SignedRequest request, String signature, String keyId);

  /**
   * The settings that this verifier was built with.
   *
   * @return an immutable value
   */
  MgsSettings settings();

  /**
   * The keys that it verifies with.
   *
   * @return the resolver
   */
  KeyResolver keys();

  /**
   * What remembers the requests that may be sent only once ({@code mgs.replay.*}).
   *
   * @return the guard; asked for scopes that are guarded alone
   */
  ReplayGuard replayGuard();

  /**
   * Ends the reload of the keys and closes the replay guard, unless that is the application's own.
   * Requests are still verified, with the keys as they are, but guarded ones are refused.
   */
  @Override
  void close();
}
