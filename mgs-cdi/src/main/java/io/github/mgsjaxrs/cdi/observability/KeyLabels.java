package io.github.mgsjaxrs.cdi.observability;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Key ids as metrics show them: a bounded number, whatever clients and resolvers come up with. */
final class KeyLabels {

  /** For a request that names no key of the configuration. */
  static final String UNKNOWN = "unknown";

  /** For keys beyond the first {@value #MOST}. */
  static final String OTHER = "other";

  static final int MOST = 100;

  private final Set<String> shown = ConcurrentHashMap.newKeySet();

  String of(@Nullable String keyId) {
    if (keyId == null) {
      return UNKNOWN;
    }
    if (shown.contains(keyId)) {
      return keyId;
    }
    synchronized (shown) {
      if (shown.size() < MOST) {
        shown.add(keyId);
      }
      return shown.contains(keyId) ? keyId : OTHER;
    }
  }
}
