package io.github.mgsjaxrs.verifier;

import io.github.mgsjaxrs.Verdict;
import io.github.mgsjaxrs.backend.internal.BackendVerification;
import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import io.github.mgsjaxrs.keys.KeyResolver;
import io.github.mgsjaxrs.keys.ReloadingKeys;
import io.github.mgsjaxrs.replay.DeferredReplayGuard;
import io.github.mgsjaxrs.replay.ReplayGuard;

/** The verifier that the builder builds. */
final class ConfiguredVerifier implements MgsVerifier {

  private final MgsSettings settings;
  private final KeyResolver keys;
  private final ReplayGuard replayGuard;
  private final BackendVerification backend;

  ConfiguredVerifier(MgsSettings settings, KeyResolver keys, ReplayGuard replayGuard) {
    this.settings = settings;
    this.keys = keys;
    this.replayGuard = replayGuard;
    this.backend =
        new BackendVerification(
            settings.canonicalization(),
            settings.limits(),
            settings.coverage(),
            keys,
            settings.offline()::owns);
  }

  @Override
  public Verdict verify(SignedRequest request, String signature, String keyId) {
    return backend.verify(request, signature, keyId);
  }

  @Override
  public MgsSettings settings() {
    return settings;
  }

  @Override
  public KeyResolver keys() {
    return keys;
  }

  @Override
  public ReplayGuard replayGuard() {
    return replayGuard;
  }

  @Override
  public void close() {
    if (keys instanceof ReloadingKeys reloading) {
      reloading.close();
    }
    if (replayGuard instanceof DeferredReplayGuard deferred) {
      deferred.close();
    }
  }
}
