package io.github.mgsjaxrs.internal.scheme;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.VerificationKey;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.internal.settings.SettingTable;
import io.github.mgsjaxrs.keys.ReloadingKeys;
import io.github.mgsjaxrs.replay.ReplayScope;
import io.github.mgsjaxrs.replay.ReplaySettings;
import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.settings.SchemeSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One scheme with its settings: all that the rest of the library asks of it. Whoever wants to know
 * something of a scheme asks here, and names no scheme.
 */
public interface SchemeSlice {

  /** Its settings. */
  SchemeSettings settings();

  /**
   * The same scheme with other settings.
   *
   * @throws IllegalArgumentException if they are another class than its own
   */
  SchemeSlice with(SchemeSettings other);

  /**
   * The settings as the class that they have to be.
   *
   * @throws IllegalArgumentException if they are another
   */
  static <S extends SchemeSettings> S own(Class<S> type, SchemeSettings given) {
    if (!type.isInstance(given)) {
      throw new IllegalArgumentException(
          given.getClass().getName()
              + " are no settings of the scheme "
              + given.scheme().word()
              + ": give "
              + type.getName());
    }
    return type.cast(given);
  }

  /** Where its settings are declared. */
  SettingTable<? extends SchemeSettings> table();

  /**
   * What is set of it and has no effect, for a warning at the start.
   *
   * @param coverage of the verifier
   * @return a sentence for each setting
   */
  default List<String> withoutEffect(Coverage coverage) {
    return List.of();
  }

  /** What its mark asks for. */
  MarkMeaning<?> mark();

  /** Who signs its requests, as the README's tables say it after "for". */
  String signer();

  /** What is signed, as the README's tables say it after "by". */
  String signed();

  /** What verifies its requests. */
  RequestVerification<?, ?> verification(SchemeContext context);

  /**
   * The key of a salt, a secret or an access key.
   *
   * @param algorithm one of the scheme's algorithms
   * @param secret in UTF-8
   * @throws IllegalArgumentException if it is empty, or the algorithm takes a public key
   */
  VerificationKey key(SignatureAlgorithm algorithm, byte[] secret);

  /**
   * Refuses to start with keys that do not fit its settings.
   *
   * @param loaded all keys of the verifier
   */
  default void requireKeys(ReloadingKeys loaded) {}

  /** How long its requests have to be remembered, by what they are remembered as. */
  default Map<ReplayScope, Duration> windows() {
    return Map.of();
  }

  /**
   * Whether requests may come that have to be remembered, so that what remembers them is opened at
   * the start.
   *
   * @param replay what is served once
   * @param loaded all keys of the verifier; null where the application resolves them, which may not
   *     be able to answer yet
   */
  default boolean needsGuard(ReplaySettings replay, @Nullable ReloadingKeys loaded) {
    return false;
  }

  /** Whether a request looks like one of its, where no resource says so: for tools. */
  boolean recognizes(CapturedRequest request, Limits limits);

  /** Its settings with a clock that stands at the time of a request, as far as it says one. */
  default SchemeSettings atTheTimeOf(CapturedRequest request, Limits limits) {
    return settings();
  }

  /**
   * The text that the signature of a request should be of, also where the request is refused.
   *
   * @param request the request as it was sent
   * @param body all of its entity
   * @param context what the scheme is verified with
   * @return null where there is none, as a part of it was not sent or cannot be read
   */
  @Nullable WrittenText text(RequestSnapshot request, byte[] body, SchemeContext context);
}
