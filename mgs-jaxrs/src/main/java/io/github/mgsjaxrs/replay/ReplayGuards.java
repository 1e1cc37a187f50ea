package io.github.mgsjaxrs.replay;

import io.github.mgsjaxrs.MgsConfigurationException;
import java.time.Duration;
import java.util.Map;

/**
 * Makes the guard of a verifier, once its settings are known and only if a guarded request can
 * come.
 */
@FunctionalInterface
public interface ReplayGuards {

  /**
   * Makes a guard. One that is {@link AutoCloseable} is closed with its verifier.
   *
   * @param settings {@code mgs.replay.*}
   * @param windows how far a request's time may lie before or behind now, of every scope: a token
   *     has to be remembered for twice as long
   * @return the guard
   * @throws MgsConfigurationException if the settings do not fit what is there
   */
  ReplayGuard with(ReplaySettings settings, Map<ReplayScope, Duration> windows);

  /**
   * Guards in the caches of the JCache provider that {@code mgs.replay.provider} and {@code
   * mgs.replay.uri} tell.
   *
   * @return what makes them
   */
  static ReplayGuards ofProvider() {
    return (settings, windows) -> {
      try {
        return JCacheReplayGuard.ofProvider(settings, windows);
      } catch (NoClassDefFoundError missing) {
        throw new MgsConfigurationException(
            "mgs.replay.guard needs JCache, of which "
                + missing.getMessage()
                + " is not on the class path: add a JCache provider, such as"
                + " com.github.ben-manes.caffeine:jcache for a single node, or set"
                + " mgs.replay.guard=none, and requests can be sent again",
            missing);
      }
    };
  }
}
