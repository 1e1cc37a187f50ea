package io.github.mgsjaxrs.jersey;

import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.conformance.echo.ApiGatewayEchoes;
import io.github.mgsjaxrs.conformance.suite.SuiteKeys;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.koogallery.KooGallerySettings;
import io.github.mgsjaxrs.offline.OfflineSettings;
import io.github.mgsjaxrs.replay.ReplaySettings;
import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import io.github.mgsjaxrs.verifier.MgsVerifierBuilder;
import java.util.Set;

/** Verifiers with the keys and limits that the suites expect. */
final class TestVerifiers {

  private TestVerifiers() {}

  static MgsVerifierBuilder builder() {
    MgsVerifierBuilder builder = MgsVerifier.builder();
    for (GatewayKey key : SuiteKeys.known()) {
      SignatureAlgorithm algorithm = SignatureAlgorithm.valueOf(key.algorithm());
      if (key.isSalt()) {
        builder.salt(key.id(), algorithm, key.requiredSalt());
      } else {
        builder.publicKey(key.id(), algorithm, key.requiredPublicKey());
      }
    }
    return builder
        .offline(OfflineSettings.DEFAULT.withKeys(SuiteKeys.ofPackages().id()))
        .kooGallery(
            KooGallerySettings.DEFAULT.withKeys(
                SuiteKeys.ofKooGallery().stream().map(GatewayKey::id).toArray(String[]::new)))
        .replay(ReplaySettings.DEFAULT.withGuarded(Set.of()))
        .limits(limits());
  }

  /** The same for the echo application, some of whose paths are protected by the settings alone. */
  static MgsVerifierBuilder echo() {
    return builder().protectBy(Scheme.API_GATEWAY, ApiGatewayEchoes.SCOPE);
  }

  static GatewayKey key(String id) {
    return SuiteKeys.all().stream().filter(key -> key.id().equals(id)).findFirst().orElseThrow();
  }

  static Limits limits() {
    return Limits.defaults()
        .withBody(SuiteKeys.BODY_LIMIT)
        .withMemory(SuiteKeys.MEMORY_LIMIT)
        .withTotalMemory(256L * Limits.MIB);
  }
}
