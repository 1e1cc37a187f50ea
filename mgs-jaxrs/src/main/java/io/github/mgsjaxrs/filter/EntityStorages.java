package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.Limits;
import io.github.mgsjaxrs.MgsSettings;
import io.github.mgsjaxrs.MgsVerifier;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The storages of one web application, one for each verifier (those with equal settings have one
 * together): entities that are read for a servlet filter in front, and those that are read to be
 * verified, share the same limits.
 */
final class EntityStorages {

  /** The attribute of the servlet context under which they are found. */
  static final String ATTRIBUTE = "io.github.mgsjaxrs.servlet.storages";

  private final Map<MgsSettings, EntityStorage> known = new LinkedHashMap<>();
  private @Nullable EntityStorage early;

  /**
   * The storage of one verifier.
   *
   * @param settings the verifier's
   * @return the same one for equal settings
   */
  synchronized EntityStorage of(MgsSettings settings) {
    return known.computeIfAbsent(
        settings, of -> new EntityStorage(of.limits(), of.tempDirectory()));
  }

  /**
   * The storage for who reads before it is known which verifier will be asked: the first one's. A
   * verifier that came with a feature is known from the first request of its application on; what
   * is read until then has the shipped limits, over all such requests together.
   */
  synchronized EntityStorage first() {
    Iterator<EntityStorage> storages = known.values().iterator();
    if (storages.hasNext()) {
      return storages.next();
    }
    // where it cannot be looked for, every request is refused once it reaches the filters
    Optional<MgsSettings> found =
        VerifierLookups.fault().isPresent()
            ? Optional.empty()
            : VerifierLookups.find().map(MgsVerifier::settings);
    if (found.isPresent()) {
      return of(found.get());
    }
    EntityStorage shipped = early;
    if (shipped == null) {
      shipped = new EntityStorage(Limits.defaults(), null);
      early = shipped;
    }
    return shipped;
  }
}
