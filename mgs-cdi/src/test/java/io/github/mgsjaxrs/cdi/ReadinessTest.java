package io.github.mgsjaxrs.cdi;

import static io.github.mgsjaxrs.cdi.Application.settings;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.VerificationKey;
import io.github.mgsjaxrs.keys.KeyResolver;
import io.github.mgsjaxrs.keys.KeySet;
import io.github.mgsjaxrs.keys.KeysUnavailableException;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadinessTest {

  @ApplicationScoped
  static class VaultKeys implements KeyResolver {
    private boolean sealed;

    void seal() {
      sealed = true;
    }

    @Override
    public Optional<VerificationKey> resolve(String keyId) {
      if (sealed) {
        throw new KeysUnavailableException(
            "https://vault.example says no", new java.net.ConnectException("token=s3cret"));
      }
      return Optional.empty();
    }
  }

  @Dependent
  static class NoKeys {
    @Produces
    @ApplicationScoped
    MgsVerifier verifier() {
      return MgsVerifier.builder().keys(KeySet.of(Map.of())).build();
    }
  }

  @Dependent
  static class OwnVerifier {
    @Produces
    @ApplicationScoped
    MgsVerifier verifier() {
      return MgsVerifier.builder().salt("own", SignatureAlgorithm.SM3, "salt").build();
    }
  }

  @Test
  void isUpWithTheNumberOfKeysAndTheirAge() {
    try (Application application =
        Application.start(
            settings(
                "mgs.keys.orders.algorithm", "MD5",
                "mgs.keys.orders.salt", "salt",
                "mgs.keys.refunds.algorithm", "SM3",
                "mgs.keys.refunds.salt", "salt"))) {
      HealthCheckResponse answer = Readiness.of(application);
      assertThat(answer.getStatus()).isEqualTo(Status.UP);
      assertThat(answer.getData().orElseThrow())
          .containsOnlyKeys("keys", "secondsSinceLoad", "lastReload")
          .containsEntry("keys", 2L)
          .containsEntry("lastReload", "none");
      assertThat((Long) answer.getData().orElseThrow().get("secondsSinceLoad")).isBetween(0L, 600L);
    }
  }

  @Test
  void staysUpWhenAReloadFailsAndNamesTheCauseByClassAlone(@TempDir Path directory)
      throws Exception {
    Path store = directory.resolve("mgs.p12");
    Keytool.importText(store, "orders", "the orders salt");
    try (Application application =
        Application.start(
            settings(
                "mgs.keystore.location",
                store.toString(),
                "mgs.keystore.password",
                Keytool.PASSWORD,
                "mgs.keys.orders.algorithm",
                "MD5",
                "mgs.keys.reload-interval",
                "PT0.05S"))) {
      Files.delete(store);
      HealthCheckResponse failed = Readiness.awaitReload(application, "failed");
      assertThat(failed.getStatus()).isEqualTo(Status.UP);
      assertThat(failed.getData().orElseThrow())
          .containsEntry("keys", 1L)
          .containsEntry("failure", "NoSuchFileException");

      Path renewed = directory.resolve("renewed.p12");
      Keytool.importText(renewed, "orders", "another salt");
      Files.move(renewed, store, ATOMIC_MOVE);
      HealthCheckResponse mended = Readiness.awaitReload(application, "succeeded");
      assertThat(mended.getData().orElseThrow()).doesNotContainKey("failure");
    }
  }

  @Test
  void isDownWhileTheApplicationsOwnKeysAreUnavailable() {
    try (Application application = Application.start(Map.of(), VaultKeys.class)) {
      HealthCheckResponse up = Readiness.of(application);
      assertThat(up.getStatus()).isEqualTo(Status.UP);
      assertThat(up.getData()).isEmpty();

      application.container().select(VaultKeys.class).get().seal();
      HealthCheckResponse down = Readiness.of(application);
      assertThat(down.getStatus()).isEqualTo(Status.DOWN);
      assertThat(down.getData().orElseThrow())
          .containsOnlyKeys("failure")
          .containsEntry("failure", "ConnectException");
    }
  }

  @Test
  void isDownWithoutAnyKey() {
    try (Application application = Application.start(Map.of(), NoKeys.class)) {
      HealthCheckResponse answer = Readiness.of(application);
      assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
      assertThat(answer.getData().orElseThrow()).containsOnlyKeys("keys").containsEntry("keys", 0L);
    }
  }

  @Test
  void countsTheKeysOfAVerifierOfTheApplicationsOwn() {
    try (Application application = Application.start(Map.of(), OwnVerifier.class)) {
      HealthCheckResponse answer = Readiness.of(application);
      assertThat(answer.getStatus()).isEqualTo(Status.UP);
      assertThat(answer.getData().orElseThrow()).containsOnlyKeys("keys").containsEntry("keys", 1L);
    }
  }
}
