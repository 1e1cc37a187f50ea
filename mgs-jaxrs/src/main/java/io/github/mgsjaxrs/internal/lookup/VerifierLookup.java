package io.github.mgsjaxrs.internal.lookup;

import io.github.mgsjaxrs.verifier.MgsVerifier;
import java.util.Optional;

/**
 * Finds the verifier of the running application where no {@code MgsFeature} was given one; loaded
 * as a service. The CDI module looks for a bean.
 */
@FunctionalInterface
public interface VerifierLookup {

  /**
   * Looks for the verifier of the application that the current thread works for.
   *
   * @return the verifier, or empty if this way of looking knows none
   */
  Optional<MgsVerifier> find();
}
