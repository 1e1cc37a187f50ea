package io.github.mgsjaxrs.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.crypto.VerificationKey;
import io.github.mgsjaxrs.internal.enforcement.Schemes;
import io.github.mgsjaxrs.internal.entity.EntityBuffer;
import io.github.mgsjaxrs.internal.entity.EntityStorage;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.request.RequestLine;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.internal.scheme.AdmittedRequest;
import io.github.mgsjaxrs.internal.scheme.RequestVerification;
import io.github.mgsjaxrs.internal.scheme.Requirement;
import io.github.mgsjaxrs.keys.KeyResolver;
import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.testing.LocalJersey;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A key that several spellings find has one name. */
class ConfiguredCallerTest {

  private static final String SALT = "salt-1";

  /** As a key store that ignores case. */
  private static final class AnyCase implements KeyResolver {

    @Override
    public Optional<VerificationKey> resolve(String keyId) {
      return keyId.toLowerCase(Locale.ROOT).equals("orders")
          ? Optional.of(TextKey.salted(SignatureAlgorithm.MD5, SALT))
          : Optional.empty();
    }

    @Override
    public String configuredId(String keyId) {
      return resolve(keyId).isPresent() ? "orders" : keyId;
    }
  }

  private static Verified verified(Requirement requirement) throws RefusalException {
    MgsVerifier verifier = MgsVerifier.builder().keys(new AnyCase()).build();
    EntityStorage storage = new EntityStorage(Limits.defaults(), null);
    RequestVerification<?, ?> verification =
        new Schemes(
                verifier.settings(), verifier.keys(), verifier.replayGuard(), storage, () -> false)
            .verification(Scheme.BACKEND);
    RequestSnapshot request =
        new RequestSnapshot(
            "GET",
            new RequestLine("/p", null, false),
            LocalJersey.sent(List.of(LocalJersey.md5("GET\n\n/p", SALT)), List.of("oRDERS")),
            List.of(),
            List.of(),
            false,
            false);
    AdmittedRequest admitted = verification.admit(request, requirement);
    try (EntityBuffer buffer = admitted.buffer()) {
      return admitted.verify(buffer.finish(), Set::of);
    }
  }

  private static Requirement only(String keyId) {
    return Requirement.ofKeys(Scheme.BACKEND, Set.of(keyId), Coverage.AS_CONFIGURED);
  }

  @Test
  void hasTheIdAsItIsConfigured() throws Exception {
    assertThat(verified(Requirement.ANY_KEY).keyId()).isEqualTo("orders");
  }

  @Test
  void isAdmittedByThatIdAlone() throws Exception {
    assertThat(verified(only("orders")).keyId()).isEqualTo("orders");
    assertThatExceptionOfType(RefusalException.class)
        .isThrownBy(() -> verified(only("oRDERS")))
        .satisfies(
            refusal -> assertThat(refusal.rejected().rejection()).isEqualTo(Rejection.KEY_UNKNOWN));
  }
}
