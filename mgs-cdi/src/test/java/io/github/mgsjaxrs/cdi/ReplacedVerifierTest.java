package io.github.mgsjaxrs.cdi;

import static io.github.mgsjaxrs.cdi.Application.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.Rejected;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.crypto.VerificationKey;
import io.github.mgsjaxrs.keys.KeyResolver;
import io.github.mgsjaxrs.settings.Mode;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Qualifier;
import jakarta.inject.Singleton;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReplacedVerifierTest {

  private static final Map<String, String> CONFIGURED =
      settings("mgs.keys.orders.algorithm", "MD5", "mgs.keys.orders.salt", "configured");

  /** By which extension the default comes. */
  enum Container {
    FULL {
      @Override
      ClassLoader loader() {
        return ReplacedVerifierTest.class.getClassLoader();
      }
    },
    LITE {
      @Override
      ClassLoader loader() {
        return new LiteLoader();
      }
    };

    abstract ClassLoader loader();

    Application start(Map<String, String> settings, Class<?>... beans) {
      return Application.startIn(loader(), settings, Map.of(), beans);
    }
  }

  static MgsVerifier verifierWith(String salt) {
    return MgsVerifier.builder().salt("orders", SignatureAlgorithm.MD5, salt).build();
  }

  @Singleton
  static class Service {
    @Inject MgsVerifier verifier;
  }

  @ApplicationScoped
  static class OwnVerifier {
    @Produces
    @ApplicationScoped
    MgsVerifier verifier() {
      return verifierWith("own");
    }

    void close(@Disposes MgsVerifier verifier) {
      verifier.close();
    }
  }

  @Alternative
  @Priority(1)
  @ApplicationScoped
  static class AlternativeVerifier {
    @Produces
    @ApplicationScoped
    MgsVerifier verifier() {
      return verifierWith("alternative");
    }
  }

  @ApplicationScoped
  static class ProtectingVerifier {
    @Produces
    @ApplicationScoped
    MgsVerifier verifier() {
      return MgsVerifier.builder()
          .salt("orders", SignatureAlgorithm.MD5, "own")
          .protect("/own/*")
          .build();
    }
  }

  @ApplicationScoped
  static class NamedVerifier {
    @Produces
    @Singleton
    @Named("own")
    MgsVerifier verifier() {
      return verifierWith("own");
    }
  }

  @Qualifier
  @Retention(RetentionPolicy.RUNTIME)
  @interface Other {}

  @ApplicationScoped
  static class OtherVerifier {
    @Produces
    @Singleton
    @Other
    MgsVerifier verifier() {
      return verifierWith("other");
    }
  }

  @ApplicationScoped
  static class OwnKeys implements KeyResolver {
    @Override
    public Optional<VerificationKey> resolve(String keyId) {
      return keyId.equals("vault")
          ? Optional.of(TextKey.salted(SignatureAlgorithm.MD5, "from the vault"))
          : Optional.empty();
    }
  }

  @ApplicationScoped
  static class MoreKeys implements KeyResolver {
    @Override
    public Optional<VerificationKey> resolve(String keyId) {
      return Optional.empty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theConfiguredVerifierIsTheDefault(Container container) throws Exception {
    try (Application application = container.start(CONFIGURED, Service.class)) {
      MgsVerifier injected = application.container().select(Service.class).get().verifier;
      assertThat(Application.verdict(injected, "orders", "configured"))
          .isInstanceOf(Verified.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theApplicationsOwnVerifierWins(Container container) throws Exception {
    Map<String, String> evenWrong = new TreeMap<>(CONFIGURED);
    evenWrong.put("mgs.mode", "nonsense");
    try (Application application = container.start(evenWrong, OwnVerifier.class, Service.class)) {
      MgsVerifier injected = application.container().select(Service.class).get().verifier;
      assertThat(Application.verdict(injected, "orders", "own")).isInstanceOf(Verified.class);
      assertThat(Application.verdict(injected, "orders", "configured"))
          .isInstanceOf(Rejected.class);
      MgsVerifier found = new CdiVerifierLookup().find().orElseThrow();
      assertThat(Application.verdict(found, "orders", "own")).isInstanceOf(Verified.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNameDoesNotKeepTheApplicationsOwnVerifierFromWinning(Container container) throws Exception {
    try (Application application = container.start(CONFIGURED, NamedVerifier.class)) {
      assertThat(application.verdict("orders", "own")).isInstanceOf(Verified.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aVerifierWithAQualifierOfItsOwnStandsBesideTheConfiguredOne(Container container)
      throws Exception {
    try (Application application = container.start(CONFIGURED, OtherVerifier.class)) {
      assertThat(application.verdict("orders", "configured")).isInstanceOf(Verified.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theApplicationsOwnKeysWinAndOtherSettingsStay(Container container) throws Exception {
    Map<String, String> settings = new TreeMap<>(CONFIGURED);
    settings.put("mgs.keystore.location", "no/such/file.p12");
    settings.put("mgs.mode", "report");
    try (Application application = container.start(settings, OwnKeys.class)) {
      assertThat(application.verdict("vault", "from the vault")).isInstanceOf(Verified.class);
      assertThat(application.verdict("orders", "configured")).isInstanceOf(Rejected.class);
      assertThat(application.verifier().settings().mode()).isEqualTo(Mode.REPORT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void wrongSettingsStillStopTheStartBesideOwnKeys(Container container) {
    assertThatThrownBy(() -> container.start(settings("mgs.mod", "report"), OwnKeys.class))
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessageContaining("mgs.mod is no setting");
  }

  @ParameterizedTest
  @EnumSource
  void twoSourcesOfKeysStopTheStart(Container container) {
    assertThatThrownBy(() -> container.start(CONFIGURED, OwnKeys.class, MoreKeys.class))
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessageContaining("several beans of type KeyResolver");
  }

  @ParameterizedTest
  @EnumSource
  void pathsThatTheApplicationsOwnVerifierDoesNotProtectStopTheStart(Container container) {
    assertThatThrownBy(() -> container.start(settings("mgs.protect", "/api/*"), OwnVerifier.class))
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessageContaining("mgs.protect would have no effect");
  }

  @ParameterizedTest
  @EnumSource
  void pathsThatAnAlternativeVerifierDoesNotProtectStopTheStart(Container container) {
    assertThatThrownBy(
            () ->
                container.start(
                    settings("mgs.protect.\"/api/*\".keys", "orders"), AlternativeVerifier.class))
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessageContaining("would have no effect");
  }

  @ParameterizedTest
  @EnumSource
  void pathsBesideAVerifierThatProtectsSomeOfItsOwnDoNotStopTheStart(Container container) {
    try (Application application =
        container.start(settings("mgs.protect", "/api/*"), ProtectingVerifier.class)) {
      assertThat(application.verifier().settings().pathScope().isActive()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void twoOwnVerifiersStopTheStart(Container container) {
    assertThatThrownBy(() -> container.start(CONFIGURED, OwnVerifier.class, NamedVerifier.class))
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessageContaining("several beans of type MgsVerifier");
  }
}
