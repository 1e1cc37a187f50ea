package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.MgsSettings;
import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.protocol.Coverage;
import io.github.mgsjaxrs.protocol.Escaping;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a protected resource asks for besides a right signature.
 *
 * @param admitted sets of key ids: the key has to be in each
 * @param coverage the strictest coverage that is asked for, or {@link Coverage#AS_CONFIGURED}
 */
record Requirement(List<Set<String>> admitted, Coverage coverage) {

  /** Any key, coverage as configured. */
  static final Requirement ANY_KEY = new Requirement(List.of(), Coverage.AS_CONFIGURED);

  Requirement {
    admitted = List.copyOf(admitted);
  }

  static Requirement of(MgsSigned mark) {
    return ofKeys(Set.copyOf(List.of(mark.keys())), mark.coverage());
  }

  static Requirement ofKeys(Set<String> keyIds, Coverage coverage) {
    return new Requirement(keyIds.isEmpty() ? List.of() : List.of(keyIds), coverage);
  }

  Requirement and(Requirement other) {
    List<Set<String>> both = new ArrayList<>(admitted);
    both.addAll(other.admitted);
    return new Requirement(both, coverage.or(other.coverage));
  }

  /** An unlisted key is refused as if unknown, so that nobody learns which keys exist. */
  void requireAdmitted(String keyId) throws RefusalException {
    for (Set<String> keyIds : admitted) {
      if (!keyIds.contains(keyId)) {
        throw new RefusalException(
            Rejection.KEY_UNKNOWN,
            "key '" + Escaping.oneLine(keyId) + "' is not admitted for this resource");
      }
    }
  }

  Coverage coverage(MgsSettings settings) {
    return coverage == Coverage.AS_CONFIGURED ? settings.coverage() : coverage;
  }

  /** For a request that was verified already, with less asked for. */
  void requireMet(Verified verified, MgsSettings settings) throws RefusalException {
    requireAdmitted(verified.keyId());
    SignatureJudge.requireCovered(verified.stringToSign(), coverage(settings));
  }
}
