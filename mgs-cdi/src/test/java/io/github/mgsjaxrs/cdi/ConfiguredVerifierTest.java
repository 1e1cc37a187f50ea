package io.github.mgsjaxrs.cdi;

import static io.github.mgsjaxrs.cdi.Application.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.Rejected;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.EmptyBody;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Escapes;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Order;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Precedence;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Valueless;
import io.github.mgsjaxrs.internal.lookup.VerifierLookup;
import io.github.mgsjaxrs.keys.ReloadingKeys;
import io.github.mgsjaxrs.settings.Mode;
import io.github.mgsjaxrs.settings.PathRule;
import io.github.mgsjaxrs.verifier.MgsSettings;
import io.github.mgsjaxrs.verifier.MgsSettings.Diagnostics;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfiguredVerifierTest {

  private static final PathRule BY_ANY_KEY = PathRule.of(Scheme.BACKEND);

  @ApplicationScoped
  static class Service {
    @Inject MgsVerifier verifier;

    MgsVerifier verifier() {
      return verifier;
    }
  }

  @Test
  void verifiesWithTheSaltsOfAKeyStoreThatKeytoolWrote(@TempDir Path directory) throws Exception {
    Path store = directory.resolve("mgs.p12");
    Keytool.importText(store, "orders", "the orders salt");
    Keytool.importText(store, "billing", "another=salt");

    try (Application application =
        Application.start(
            settings(
                "mgs.keystore.location", store.toString(),
                "mgs.keystore.password", Keytool.PASSWORD,
                "mgs.keys.\"a.b/c\".algorithm", "MD5",
                "mgs.keys.\"a.b/c\".alias", "orders",
                "mgs.keys.billing.algorithm", "MD5"))) {
      assertThat(application.verdict("a.b/c", "the orders salt")).isInstanceOf(Verified.class);
      assertThat(application.verdict("billing", "another=salt")).isInstanceOf(Verified.class);
      assertThat(application.verdict("billing", "the orders salt")).isInstanceOf(Rejected.class);
    }
  }

  @Test
  void isInjectedAndFoundByTheFilters() throws Exception {
    try (Application application =
        Application.start(
            settings("mgs.keys.orders.algorithm", "MD5", "mgs.keys.orders.salt", "salt"),
            Service.class)) {
      MgsVerifier injected = application.container().select(Service.class).get().verifier();
      assertThat(Application.verdict(injected, "orders", "salt")).isInstanceOf(Verified.class);

      VerifierLookup lookup = ServiceLoader.load(VerifierLookup.class).findFirst().orElseThrow();
      assertThat(Application.verdict(lookup.find().orElseThrow(), "orders", "salt"))
          .isInstanceOf(Verified.class);
    }
  }

  @Test
  void isNoAnswerToTheFiltersWhereNoContainerRuns() {
    VerifierLookup lookup = ServiceLoader.load(VerifierLookup.class).findFirst().orElseThrow();
    assertThatIllegalStateException()
        .isThrownBy(lookup::find)
        .withMessageContaining("register new MgsFeature(verifier)");
  }

  @Test
  void endsTheReloadWithTheContainer(@TempDir Path directory) throws Exception {
    Path store = directory.resolve("mgs.p12");
    Keytool.importText(store, "orders", "secret salt");
    try (Application ignored =
        Application.start(
            settings(
                "mgs.keystore.location",
                store.toString(),
                "mgs.keystore.password",
                Keytool.PASSWORD,
                "mgs.keys.orders.algorithm",
                "MD5"))) {
      assertThat(reloadThreads()).isEqualTo(1);
    }
    for (int i = 0; i < 100 && reloadThreads() > 0; i++) {
      Thread.sleep(50);
    }
    assertThat(reloadThreads()).isZero();
  }

  private static long reloadThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(ReloadingKeys.THREAD_NAME))
        .count();
  }

  @Test
  void readsEverySetting(@TempDir Path directory) throws Exception {
    Path store = directory.resolve("mgs.p12");
    Keytool.importText(store, "entry", "secret salt");
    Map<String, String> settings =
        settings(
            "mgs.mode", "report",
            "mgs.protect", "/api/*,/hooks",
            "mgs.protect.except", "/api/health",
            "mgs.protect.\"/admin/*\".keys", "orders",
            "mgs.protect.preflight", "pass",
            "mgs.keystore.location", store.toString(),
            "mgs.keystore.type", "PKCS12",
            "mgs.keystore.password", Keytool.PASSWORD,
            "mgs.keystore.provider", "SunJSSE",
            "mgs.keys.orders.algorithm", "MD5",
            "mgs.keys.orders.alias", "entry",
            "mgs.keys.billing.algorithm", "MD5",
            "mgs.keys.billing.salt", " salt ",
            "mgs.keys.reload-interval", "PT0S",
            "mgs.coverage", "strict",
            "mgs.canonical.parameters", "raw",
            "mgs.canonical.path", "decoded",
            "mgs.canonical.path-prefix.add", "/gateway",
            "mgs.canonical.path-prefix.strip", "/proxy",
            "mgs.canonical.valueless", "as-sent",
            "mgs.canonical.parameter-precedence", "form",
            "mgs.canonical.order", "case-insensitive",
            "mgs.canonical.empty-body", "empty",
            "mgs.canonical.charset", "GB18030",
            "mgs.canonical.charset-transcoding", "true",
            "mgs.limits.body", "1 MiB",
            "mgs.limits.memory", "1 KiB",
            "mgs.limits.total-memory", "2 MiB",
            "mgs.limits.total-disk", "1 GiB",
            "mgs.limits.parameters", "10",
            "mgs.limits.header", "512",
            "mgs.temp-dir", directory.toString(),
            "mgs.responses.code", "hide",
            "mgs.diagnostics", "log",
            "mgs.diagnostics.values", "true");

    try (Application application = Application.start(settings)) {
      MgsSettings found = application.verifier().settings();
      assertThat(found.mode()).isEqualTo(Mode.REPORT);
      assertThat(found.pathScope().patterns())
          .isEqualTo(
              Map.of(
                  "/api/*", BY_ANY_KEY,
                  "/hooks", BY_ANY_KEY,
                  "/admin/*", BY_ANY_KEY.withKeys(Set.of("orders"))));
      assertThat(found.pathScope().except()).containsExactly("/api/health");
      assertThat(found.pathScope().preflight()).isTrue();
      assertThat(found.coverage()).isEqualTo(Coverage.STRICT);
      assertThat(found.canonicalization().parameters()).isEqualTo(Escapes.RAW);
      assertThat(found.canonicalization().path()).isEqualTo(Escapes.DECODED);
      assertThat(found.canonicalization().pathPrefixAdd()).isEqualTo("/gateway");
      assertThat(found.canonicalization().pathPrefixStrip()).isEqualTo("/proxy");
      assertThat(found.canonicalization().valueless()).isEqualTo(Valueless.AS_SENT);
      assertThat(found.canonicalization().precedence()).isEqualTo(Precedence.FORM);
      assertThat(found.canonicalization().order()).isEqualTo(Order.CASE_INSENSITIVE);
      assertThat(found.canonicalization().emptyBody()).isEqualTo(EmptyBody.EMPTY);
      assertThat(found.canonicalization().charset()).isEqualTo(Charset.forName("GB18030"));
      assertThat(found.canonicalization().charsetTranscoding()).isTrue();
      assertThat(found.limits().body()).isEqualTo(1_048_576);
      assertThat(found.limits().memory()).isEqualTo(1024);
      assertThat(found.limits().totalMemory()).isEqualTo(2_097_152);
      assertThat(found.limits().totalDisk()).isEqualTo(1_073_741_824);
      assertThat(found.limits().parameters()).isEqualTo(10);
      assertThat(found.limits().header()).isEqualTo(512);
      assertThat(found.tempDirectory()).isEqualTo(directory);
      assertThat(found.responseDetails()).isFalse();
      assertThat(found.diagnostics()).isEqualTo(Diagnostics.LOG_VALUES);
      assertThat(reloadThreads()).as("PT0S switches reload off").isZero();
    }

    Map<String, String> plain = new TreeMap<>(settings);
    plain.keySet().removeIf(name -> name.startsWith("mgs.canonical."));
    try (Application application = Application.start(plain)) {
      assertThat(application.verdict("orders", "secret salt")).isInstanceOf(Verified.class);
      assertThat(application.verdict("billing", " salt ")).isInstanceOf(Verified.class);
    }
  }

  @Test
  void takesSettingsFromEnvironmentVariables() throws Exception {
    try (Application application =
        Application.start(
            settings("mgs.keys.\"my-id\".algorithm", "MD5", "mgs.protect", "/api/*"),
            Map.of(
                "MGS_KEYS__MY_ID__SALT", "a salt of $$5 ",
                "MGS_PROTECT___API____KEYS", "my-id",
                "MGS_LIMITS_TOTAL_MEMORY", "5 MiB",
                "MGS_KEYS_RELOAD_INTERVAL", "PT0S",
                "MGS_HOME", "/opt/mgs"))) {
      MgsSettings found = application.verifier().settings();
      assertThat(application.verdict("my-id", "a salt of $$5 ")).isInstanceOf(Verified.class);
      assertThat(application.verdict("my.id", "a salt of $$5 ")).isInstanceOf(Rejected.class);
      assertThat(found.pathScope().patterns())
          .isEqualTo(Map.of("/api/*", BY_ANY_KEY.withKeys(Set.of("my-id"))));
      assertThat(found.limits().totalMemory()).isEqualTo(5_242_880);
    }
  }
}
