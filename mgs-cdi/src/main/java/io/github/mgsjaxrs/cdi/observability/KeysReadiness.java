package io.github.mgsjaxrs.cdi.observability;

import io.github.mgsjaxrs.keys.KeyResolver;
import io.github.mgsjaxrs.keys.KeySet;
import io.github.mgsjaxrs.keys.ReloadingKeys;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * Tells MicroProfile Health whether there are keys to verify with: the readiness check {@code
 * mgs-keys}.
 *
 * <p>DOWN where the verifier cannot be had, where it has no key, or where its {@link KeyResolver}
 * throws when it is asked for the id {@value #PROBE}: signed requests would be answered 503 or
 * refused. UP otherwise. A failed reload leaves it UP, as the keys of before stay in force, and
 * names its cause by class: one broken file would take every instance out of service at once.
 *
 * <p>It says: {@code keys}, how many there are; {@code secondsSinceLoad}, since the keys in force
 * were read; {@code lastReload}, {@code none}, {@code succeeded} or {@code failed}; {@code
 * failure}, the class of what failed. A resolver of the application's own tells no number and no
 * age.
 */
// a bean by the health implementation of Quarkus or by HealthBeans, never by scanning alone: its
// interface may be missing
@Readiness
public class KeysReadiness implements HealthCheck {

  static final String NAME = "mgs-keys";
  static final String PROBE = "mgs-readiness-probe";

  private final Instance<MgsVerifier> verifiers;
  private final Instance<KeyReloads> reloads;

  /**
   * Called by the container.
   *
   * @param verifiers the application's verifier
   * @param reloads what came of the reloads of its keys
   */
  @Inject
  public KeysReadiness(Instance<MgsVerifier> verifiers, Instance<KeyReloads> reloads) {
    this.verifiers = verifiers;
    this.reloads = reloads;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named(NAME);
    try {
      return answer.status(areThere(answer)).build();
    } catch (RuntimeException unavailable) {
      return answer.down().withData("failure", ReloadHistory.causeOf(unavailable)).build();
    }
  }

  private boolean areThere(HealthCheckResponseBuilder answer) {
    KeyResolver keys = verifiers.get().keys();
    KeySet known = known(keys);
    if (known != null) {
      answer.withData("keys", known.ids().size());
    }
    if (!reloads.isUnsatisfied()) {
      tell(reloads.get().history(), answer);
    }
    keys.resolve(PROBE);
    return known == null || !known.ids().isEmpty();
  }

  private static @Nullable KeySet known(KeyResolver keys) {
    if (keys instanceof ReloadingKeys reloading) {
      return reloading.current();
    }
    return keys instanceof KeySet set ? set : null;
  }

  private static void tell(ReloadHistory history, HealthCheckResponseBuilder answer) {
    Duration age = history.age();
    if (age == null) {
      return;
    }
    answer.withData("secondsSinceLoad", age.toSeconds());
    ReloadHistory.Result last = history.last();
    answer.withData("lastReload", last == null ? "none" : last.name().toLowerCase(Locale.ROOT));
    String failure = history.failure();
    if (failure != null) {
      answer.withData("failure", failure);
    }
  }
}
