package io.github.mgsjaxrs.verifier;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.crypto.Sm2Parameters;
import io.github.mgsjaxrs.koogallery.KooGallerySettings;
import io.github.mgsjaxrs.offline.OfflineSettings;
import io.github.mgsjaxrs.replay.ReplaySettings;
import io.github.mgsjaxrs.rpc.RpcSettings;
import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.settings.Mode;
import io.github.mgsjaxrs.settings.PathScope;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * All that a verifier was built with, but for its keys.
 *
 * @param mode whether requests that do not verify are refused
 * @param pathScope what is protected by path
 * @param coverage what is done about parts that the signature does not cover
 * @param canonicalization how the string to sign is written
 * @param sm2 how SM2 signatures are written and computed
 * @param rpc how calls of clients are verified
 * @param kooGallery how requests of KooGallery are verified and answered
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
    Canonicalization canonicalization,
    Sm2Parameters sm2,
    RpcSettings rpc,
    KooGallerySettings kooGallery,
    ReplaySettings replay,
    Limits limits,
    @Nullable Path tempDirectory,
    boolean responseDetails,
    Diagnostics diagnostics,
    OfflineSettings offline) {

  /**
   * The same but for calls of clients.
   *
   * @param other how these are checked
   * @return settings with this value
   */
  public MgsSettings withRpc(RpcSettings other) {
    return new MgsSettings(
        mode,
        pathScope,
        coverage,
        canonicalization,
        sm2,
        other,
        kooGallery,
        replay,
        limits,
        tempDirectory,
        responseDetails,
        diagnostics,
        offline);
  }

  /**
   * The same but for requests of KooGallery.
   *
   * @param other how these are checked
   * @return settings with this value
   */
  public MgsSettings withKooGallery(KooGallerySettings other) {
    return new MgsSettings(
        mode,
        pathScope,
        coverage,
        canonicalization,
        sm2,
        rpc,
        other,
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
