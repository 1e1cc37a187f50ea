package io.github.mgsjaxrs.verifier;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.crypto.Sm2Parameters;
import io.github.mgsjaxrs.koogallery.KooGallerySettings;
import io.github.mgsjaxrs.offline.OfflineSettings;
import io.github.mgsjaxrs.replay.ReplaySettings;
import io.github.mgsjaxrs.rpc.RpcSettings;
import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.settings.Mode;
import io.github.mgsjaxrs.settings.PathScope;
import io.github.mgsjaxrs.settings.SchemeSettings;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that a verifier was built with, but for its keys.
 *
 * @param mode whether requests that do not verify are refused
 * @param pathScope what is protected by path
 * @param coverage what is done about parts that the signature does not cover
 * @param sm2 how SM2 signatures are written and computed
 * @param schemes how requests of each scheme are verified; in the order of the schemes
 * @param replay which requests are refused when they are sent again
 * @param limits the bounds of what a stranger controls
 * @param tempDirectory where large bodies are kept, or null for the JVM's own directory
 * @param responseDetails whether answers carry code, type and detail ({@code mgs.responses.code})
 * @param diagnostics what is logged of a mismatch
 * @param offline what packages are taken ({@code mgs.offline.*})
 */
public record MgsSettings(
    Mode mode,
    PathScope pathScope,
    Coverage coverage,
    Sm2Parameters sm2,
    Map<Scheme, SchemeSettings> schemes,
    ReplaySettings replay,
    Limits limits,
    @Nullable Path tempDirectory,
    boolean responseDetails,
    Diagnostics diagnostics,
    OfflineSettings offline) {

  /** Copies the settings of the schemes, of which none may be missing. */
  public MgsSettings {
    Map<Scheme, SchemeSettings> all = new EnumMap<>(Scheme.class);
    for (Scheme scheme : Scheme.values()) {
      all.put(scheme, Objects.requireNonNull(schemes.get(scheme), scheme::word));
    }
    schemes = Collections.unmodifiableMap(all);
  }

  /**
   * How the string to sign is written ({@code mgs.canonical.*}).
   *
   * @return the settings of {@link Scheme#BACKEND}
   */
  public Canonicalization canonicalization() {
    return of(Scheme.BACKEND, Canonicalization.class);
  }

  /**
   * How calls of clients are verified ({@code mgs.rpc.*}).
   *
   * @return the settings of {@link Scheme#RPC}
   */
  public RpcSettings rpc() {
    return of(Scheme.RPC, RpcSettings.class);
  }

  /**
   * How requests of KooGallery are verified and answered ({@code mgs.koogallery.*}).
   *
   * @return the settings of {@link Scheme#KOOGALLERY}
   */
  public KooGallerySettings kooGallery() {
    return of(Scheme.KOOGALLERY, KooGallerySettings.class);
  }

  private <S extends SchemeSettings> S of(Scheme scheme, Class<S> type) {
    return type.cast(Objects.requireNonNull(schemes.get(scheme)));
  }

  /**
   * The same but for one scheme.
   *
   * @param other how its requests are verified
   * @return settings with this value
   */
  public MgsSettings with(SchemeSettings other) {
    Map<Scheme, SchemeSettings> changed = new EnumMap<>(schemes);
    changed.put(other.scheme(), other);
    return new MgsSettings(
        mode,
        pathScope,
        coverage,
        sm2,
        changed,
        replay,
        limits,
        tempDirectory,
        responseDetails,
        diagnostics,
        offline);
  }

  /** What is logged of a request that does not verify ({@code mgs.diagnostics}). */
  public enum Diagnostics {
    /** The rejection and its reason. */
    OFF,
    /**
     * Also the string to sign, with the values of its parameters masked, and what would have made
     * the signature match.
     */
    LOG,
    /** The same with the values as they are: for test systems, as they are personal data. */
    LOG_VALUES
  }
}
