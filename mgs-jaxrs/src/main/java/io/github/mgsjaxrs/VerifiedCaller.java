package io.github.mgsjaxrs;

import java.security.Principal;

/**
 * Whose signature was found right: the principal of a verified request.
 *
 * <pre>{@code
 * @GET
 * public String whoCalls(@Context SecurityContext security) {
 *   return security.getUserPrincipal() instanceof VerifiedCaller caller ? caller.keyId() : "nobody";
 * }
 * }</pre>
 *
 * <p>It speaks of the gateway, not of the person behind the request. With CDI it can also be
 * injected ({@code @Inject VerifiedCaller}). Read it before switching threads.
 */
public interface VerifiedCaller extends Principal {

  /**
   * The authentication scheme that {@code SecurityContext.getAuthenticationScheme()} names where
   * the gateway signed for a backend.
   *
   * @see io.github.mgsjaxrs.Scheme#authentication()
   */
  String AUTHENTICATION_SCHEME = "MGS-Signature";

  /**
   * The id of the key that the signature was verified with, as the request named it.
   *
   * @return the key id, never empty
   */
  String keyId();

  /**
   * The algorithm of that key.
   *
   * @return the algorithm, which belongs to the key and never to the request
   */
  SignatureAlgorithm algorithm();

  /**
   * The principal's name: the key id.
   *
   * @return the same as {@link #keyId()}
   */
  @Override
  default String getName() {
    return keyId();
  }
}
