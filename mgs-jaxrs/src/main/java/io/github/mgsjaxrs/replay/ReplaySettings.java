package io.github.mgsjaxrs.replay;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.internal.request.Escaping;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which requests are refused when they are sent again, and where they are remembered ({@code
 * mgs.replay.*}).
 *
 * <pre>{@code
 * ReplaySettings settings =
 *     ReplaySettings.DEFAULT.withGuarded(Set.of(ReplayScope.KOOGALLERY_V2, ReplayScope.RPC));
 * }</pre>
 *
 * @param guarded the requests that may be sent only once ({@code mgs.replay.guard})
 * @param whenUnavailable what happens to such requests while the cache is down ({@code
 *     mgs.replay.when-unavailable})
 * @param provider the class name of the JCache provider, or null for the one there is ({@code
 *     mgs.replay.provider})
 * @param uri the URI of its cache manager, or null for the provider's own ({@code mgs.replay.uri})
 * @param cache what the names of the caches start with; a dot and the scope's word follow ({@code
 *     mgs.replay.cache})
 */
public record ReplaySettings(
    Set<ReplayScope> guarded,
    WhenUnavailable whenUnavailable,
    @Nullable String provider,
    @Nullable URI uri,
    String cache) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  /** KooGallery's nonces, refused while the cache is down, in the cache of the only provider. */
  public static final ReplaySettings DEFAULT =
      new ReplaySettings(
          Set.of(ReplayScope.KOOGALLERY_V2), WhenUnavailable.REFUSE, null, null, "mgs-replay");

  /** What happens to a guarded request while nobody can tell whether it was sent before. */
  public enum WhenUnavailable {
    /** It is answered 503. */
    REFUSE,
    /** It is served, and could be sent again. */
    ADMIT
  }

  /**
   * Checks the name.
   *
   * @throws MgsConfigurationException if no cache can have such a name
   */
  public ReplaySettings {
    guarded = Set.copyOf(guarded);
    Objects.requireNonNull(whenUnavailable, "whenUnavailable");
    // JCache keeps names that start with java. or javax. for itself
    if (!NAME.matcher(cache).matches() || cache.startsWith("java.") || cache.startsWith("javax.")) {
      throw new MgsConfigurationException(
          "The names of the caches start with '"
              + Escaping.oneLine(cache)
              + "': 1 to 100 letters, digits, dots, hyphens and underscores are needed, a letter or"
              + " digit first, and neither java. nor javax. in front");
    }
  }

  /**
   * Whether such requests may be sent only once.
   *
   * @param scope a kind of request
   * @return whether it is guarded
   */
  public boolean guards(ReplayScope scope) {
    return guarded.contains(scope);
  }

  /**
   * The name of the cache that remembers such requests.
   *
   * @param scope a kind of request
   * @return such as {@code mgs-replay.koogallery-v2}
   */
  public String cacheName(ReplayScope scope) {
    return cache + '.' + scope.word();
  }

  /**
   * Sets {@code mgs.replay.guard}.
   *
   * @param scopes the requests that may be sent only once; empty for none
   * @return settings with this value
   */
  public ReplaySettings withGuarded(Set<ReplayScope> scopes) {
    return new ReplaySettings(scopes, whenUnavailable, provider, uri, cache);
  }

  /**
   * Sets {@code mgs.replay.when-unavailable}.
   *
   * @param choice what happens while the cache is down
   * @return settings with this value
   */
  public ReplaySettings withWhenUnavailable(WhenUnavailable choice) {
    return new ReplaySettings(guarded, choice, provider, uri, cache);
  }

  /**
   * Sets {@code mgs.replay.provider}.
   *
   * @param className the class name of a {@code javax.cache.spi.CachingProvider}
   * @return settings with this value
   */
  public ReplaySettings withProvider(String className) {
    return new ReplaySettings(guarded, whenUnavailable, className, uri, cache);
  }

  /**
   * Sets {@code mgs.replay.uri}.
   *
   * @param manager what the provider calls a cache manager
   * @return settings with this value
   */
  public ReplaySettings withUri(URI manager) {
    return new ReplaySettings(guarded, whenUnavailable, provider, manager, cache);
  }

  /**
   * Sets {@code mgs.replay.cache}.
   *
   * @param prefix what the names of the caches start with
   * @return settings with this value
   */
  public ReplaySettings withCache(String prefix) {
    return new ReplaySettings(guarded, whenUnavailable, provider, uri, prefix);
  }
}
