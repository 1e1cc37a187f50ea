package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.MgsVerifier;
import io.github.mgsjaxrs.filter.VerifierLookup;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Optional;

/** Finds the verifier among the beans of the running container. */
public final class CdiVerifierLookup implements VerifierLookup {

  /** Called by the service loader. */
  public CdiVerifierLookup() {}

  /** The bean; empty where no container runs, or it has none. */
  @Override
  public Optional<MgsVerifier> find() {
    CDI<Object> container;
    try {
      container = CDI.current();
    } catch (IllegalStateException noContainer) {
      return Optional.empty();
    }
    Instance<MgsVerifier> verifiers = container.select(MgsVerifier.class);
    return verifiers.isUnsatisfied() ? Optional.empty() : Optional.of(verifiers.get());
  }
}
