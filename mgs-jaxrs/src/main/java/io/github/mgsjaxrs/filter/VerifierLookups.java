package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.MgsVerifier;
import java.util.Optional;
import java.util.ServiceLoader;

/** Asks every installed way of looking for the application's verifier. */
final class VerifierLookups {

  private VerifierLookups() {}

  static Optional<MgsVerifier> find() {
    return ServiceLoader.load(VerifierLookup.class, VerifierLookups.class.getClassLoader()).stream()
        .flatMap(lookup -> lookup.get().find().stream())
        .findFirst();
  }
}
