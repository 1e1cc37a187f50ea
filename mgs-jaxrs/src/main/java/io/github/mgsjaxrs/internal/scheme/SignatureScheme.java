package io.github.mgsjaxrs.internal.scheme;

import io.github.mgsjaxrs.Rejected;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.crypto.VerificationKey;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way of signing requests, as far as it differs from the others: what is read from the request,
 * which text was signed, how the signature is written. {@link RequestVerification} does what is the
 * same for all of them.
 *
 * @param <C> what its requests say of their signature
 * @param <K> what checks its signatures
 */
public interface SignatureScheme<C extends SignatureClaim, K extends VerificationKey> {

  /** Which one it is; keys of others are unknown to it. */
  Scheme name();

  /** What checks its signatures; other keys are unknown to it. */
  Class<K> keyType();

  /** The headers that have to be remembered, that of the signature first; there may be none. */
  List<String> headerNames();

  /** The one of them that names further headers which are signed; null where none does. */
  default @Nullable String listingHeader() {
    return null;
  }

  /**
   * Why a request is refused that has no signature at all. That is what strangers send most, and to
   * throw would cost the server more than the rest of the refusal.
   *
   * @param request the request as it was sent
   * @return the verdict; null where {@link #claim} decides
   */
  default @Nullable Rejected unsigned(RequestSnapshot request) {
    return null;
  }

  /**
   * Reads signature and key id, and refuses whatever headers and query alone show to be wrong.
   *
   * @param request the request as it was sent
   * @return both, each there exactly once
   * @throws RefusalException if one is missing, repeated or too long
   */
  C claim(RequestSnapshot request) throws RefusalException;

  /**
   * Finds the keys that the request may be signed with.
   *
   * @param claim what the request says
   * @param requirement what the resource asks for
   * @param keys where keys are found
   * @return one key or more, in the order in which they are tried
   * @throws RefusalException if there is none, none of the scheme's, or none that is admitted
   */
  default List<NamedKey<K>> keys(C claim, Requirement requirement, KeyLookup keys)
      throws RefusalException {
    String id = keys.configuredId(claim.keyId());
    requirement.requireAdmitted(id);
    return List.of(new NamedKey<>(id, keys.key(id, name(), keyType())));
  }

  /**
   * Refuses what needs no look at the entity.
   *
   * @param admitted a request whose key is known
   * @param requirement what the resource asks for
   * @throws RefusalException if it cannot verify, or must not be served, whatever its entity is
   */
  void requireWorthReading(Admitted<C, K> admitted, Requirement requirement)
      throws RefusalException;

  /** What the entity is fed to while it is read; null if nothing. */
  @Nullable MessageDigest digest(RequestSnapshot request);

  /** Whether an entity that is missing would make a difference to the signature or the resource. */
  boolean readsEntity(RequestSnapshot request);

  /**
   * Rebuilds what was signed, and checks the signature.
   *
   * @param admitted the request
   * @param entity all of its entity
   * @return the verdict that its signature is right
   * @throws RefusalException if it is not
   */
  Verified verify(Admitted<C, K> admitted, ReplayableEntity entity) throws RefusalException;

  /**
   * The charset in which the fields of a form are verified, which is how a resource has to get
   * them.
   *
   * @param request the request
   * @return null where fields are not signed, or it is no form
   * @throws RefusalException if a form cannot be read in any
   */
  default @Nullable Charset formCharset(RequestSnapshot request) throws RefusalException {
    return null;
  }

  /**
   * What signs the answer to a request that was verified.
   *
   * @param key the key that it was signed with
   * @return null where answers are not signed
   */
  default @Nullable AnswerSigner answerSigner(K key) {
    return null;
  }

  /** The answers to what is refused. */
  RejectionResponse responses();
}
