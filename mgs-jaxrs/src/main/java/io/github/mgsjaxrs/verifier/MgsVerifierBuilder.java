package io.github.mgsjaxrs.verifier;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.crypto.Sm2Parameters;
import io.github.mgsjaxrs.crypto.VerificationKey;
import io.github.mgsjaxrs.internal.scheme.SchemeSlice;
import io.github.mgsjaxrs.internal.slices.SchemeSlices;
import io.github.mgsjaxrs.internal.storage.TempDirectory;
import io.github.mgsjaxrs.keys.KeyDefinition;
import io.github.mgsjaxrs.keys.KeyParameters;
import io.github.mgsjaxrs.keys.KeyResolver;
import io.github.mgsjaxrs.keys.KeySource;
import io.github.mgsjaxrs.keys.KeyStoreDefinition;
import io.github.mgsjaxrs.keys.ReloadListener;
import io.github.mgsjaxrs.keys.ReloadingKeys;
import io.github.mgsjaxrs.koogallery.KooGallerySettings;
import io.github.mgsjaxrs.offline.OfflineSettings;
import io.github.mgsjaxrs.replay.DeferredReplayGuard;
import io.github.mgsjaxrs.replay.ReplayGuard;
import io.github.mgsjaxrs.replay.ReplayGuards;
import io.github.mgsjaxrs.replay.ReplayScope;
import io.github.mgsjaxrs.replay.ReplaySettings;
import io.github.mgsjaxrs.rpc.RpcSettings;
import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.settings.Mode;
import io.github.mgsjaxrs.settings.PathRule;
import io.github.mgsjaxrs.settings.PathScope;
import io.github.mgsjaxrs.settings.SchemeSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Builds an {@link MgsVerifier}: every setting of the library as a method, with the setting's
 * default until it is called. Not for use by several threads.
 *
 * <p>The keys come from a key store, from definitions, from both, or from a resolver of the
 * application's own, which then is the only source.
 */
public final class MgsVerifierBuilder {

  private static final System.Logger LOG = System.getLogger(MgsVerifierBuilder.class.getName());

  /** How often the key files are looked at where nothing else is set. */
  static final Duration RELOAD_INTERVAL = Duration.ofSeconds(30);

  private final List<KeyDefinition> definitions = new ArrayList<>();
  private final Map<String, PathRule> patterns = new LinkedHashMap<>();
  private final List<String> except = new ArrayList<>();
  private final Map<Scheme, SchemeSettings> schemes = new EnumMap<>(Scheme.class);
  private @Nullable KeyStoreDefinition keyStore;
  private @Nullable KeyResolver resolver;
  private ReloadListener reloadListener = ReloadListener.NONE;
  private Duration reloadInterval = RELOAD_INTERVAL;
  private Mode mode = Mode.ENFORCE;
  private boolean preflight;
  private Coverage coverage = Coverage.BODY;
  private Sm2Parameters sm2 = Sm2Parameters.DEFAULT;
  private ReplaySettings replay = ReplaySettings.DEFAULT;
  private @Nullable ReplayGuard replayGuard;
  private ReplayGuards replayGuards = ReplayGuards.ofProvider();
  private Limits limits = Limits.defaults();
  private @Nullable Path tempDirectory;
  private @Nullable String imageCode = System.getProperty(NativeImage.PROPERTY);
  private boolean responseDetails = true;
  private MgsSettings.Diagnostics diagnostics = MgsSettings.Diagnostics.OFF;
  private OfflineSettings offline = OfflineSettings.DEFAULT;

  MgsVerifierBuilder() {
    SchemeSlices.all().forEach(slice -> scheme(slice.settings()));
  }

  /**
   * Takes the keys from a resolver of the application's own. Key store and definitions must not be
   * given then.
   *
   * @param keys the resolver
   * @return this builder
   */
  public MgsVerifierBuilder keys(KeyResolver keys) {
    this.resolver = Objects.requireNonNull(keys, "keys");
    return this;
  }

  /**
   * Takes keys from a key store ({@code mgs.keystore.*}).
   *
   * @param store where it lies and how it is opened
   * @return this builder
   */
  public MgsVerifierBuilder keyStore(KeyStoreDefinition store) {
    this.keyStore = Objects.requireNonNull(store, "store");
    return this;
  }

  /**
   * Adds one key ({@code mgs.keys."<id>".*}).
   *
   * @param definition the key's id, and its text or where it lies
   * @return this builder
   */
  public MgsVerifierBuilder key(KeyDefinition definition) {
    definitions.add(Objects.requireNonNull(definition, "definition"));
    return this;
  }

  /**
   * Adds a salted key ({@code mgs.keys."<id>".algorithm} and {@code .salt}).
   *
   * @param id the key id that requests name
   * @param algorithm MD5 or SM3
   * @param salt the salt, exactly as the gateway's console shows it
   * @return this builder
   */
  public MgsVerifierBuilder salt(String id, SignatureAlgorithm algorithm, String salt) {
    return key(new KeyDefinition(id, algorithm, null, salt, null, null));
  }

  /**
   * Adds a secret ({@code mgs.keys."<id>".algorithm} and {@code .secret}).
   *
   * @param appId the id that requests name, of a client its {@code AppId}
   * @param algorithm RPC_MD5, RPC_HMAC_SHA1 or API_GATEWAY_HMAC_SHA256
   * @param secret the secret, exactly as whoever signs has it
   * @return this builder
   */
  public MgsVerifierBuilder secret(String appId, SignatureAlgorithm algorithm, String secret) {
    return key(new KeyDefinition(appId, algorithm, null, secret, null, null));
  }

  /**
   * Adds a public key ({@code mgs.keys."<id>".algorithm} and {@code .public-key}).
   *
   * @param id the key id that requests name
   * @param algorithm RSA or SM2
   * @param text the key as PEM, bare Base64, or for SM2 a point in hex
   * @return this builder
   */
  public MgsVerifierBuilder publicKey(String id, SignatureAlgorithm algorithm, String text) {
    return key(new KeyDefinition(id, algorithm, null, null, text, null));
  }

  /**
   * How often the key files are looked at ({@code mgs.keys.reload-interval}).
   *
   * @param interval the interval; zero switches reload off
   * @return this builder
   */
  public MgsVerifierBuilder reloadInterval(Duration interval) {
    this.reloadInterval = Objects.requireNonNull(interval, "interval");
    return this;
  }

  /**
   * Tells somebody of each reload.
   *
   * @param listener who is told
   * @return this builder
   */
  public MgsVerifierBuilder reloadListener(ReloadListener listener) {
    this.reloadListener = Objects.requireNonNull(listener, "listener");
    return this;
  }

  /**
   * Whether requests that do not verify are refused ({@code mgs.mode}).
   *
   * @param choice the mode
   * @return this builder
   */
  public MgsVerifierBuilder mode(Mode choice) {
    this.mode = Objects.requireNonNull(choice, "choice");
    return this;
  }

  /**
   * Protects paths, whatever resource answers there ({@code mgs.protect}).
   *
   * @param protectedPatterns patterns such as {@code /api/*}
   * @return this builder
   */
  public MgsVerifierBuilder protect(String... protectedPatterns) {
    for (String pattern : protectedPatterns) {
      patterns.putIfAbsent(pattern, PathRule.of(Scheme.BACKEND));
    }
    return this;
  }

  /**
   * Protects a path and admits only some keys there ({@code mgs.protect."<pattern>".keys}).
   *
   * @param pattern a pattern such as {@code /api/*}
   * @param keyIds the ids that are admitted
   * @return this builder
   */
  public MgsVerifierBuilder protectWithKeys(String pattern, Set<String> keyIds) {
    if (keyIds.isEmpty()) {
      throw new MgsConfigurationException(
          "mgs.protect.\""
              + pattern
              + "\".keys names no key: name key ids, or protect the pattern for every key");
    }
    protect(pattern);
    patterns.computeIfPresent(pattern, (same, rule) -> rule.withKeys(keyIds));
    return this;
  }

  /**
   * Protects a path whose requests are signed in a way that is named ({@code
   * mgs.protect."<pattern>".scheme}). The gateway's own is what a pattern has until another one is
   * named.
   *
   * @param scheme how they are signed
   * @param pattern a pattern such as {@code /api/*}
   * @return this builder
   * @throws MgsConfigurationException if it has another scheme than the gateway's own already
   */
  public MgsVerifierBuilder protectBy(Scheme scheme, String pattern) {
    PathRule before = patterns.getOrDefault(pattern, PathRule.of(scheme));
    if (before.scheme() != Scheme.BACKEND && before.scheme() != scheme) {
      throw new MgsConfigurationException(
          "The path '"
              + pattern
              + "' would be protected by two schemes, and no request is signed by more than one:"
              + " name one of them");
    }
    patterns.put(pattern, PathRule.of(scheme).withKeys(before.keys()));
    return this;
  }

  /** For a scheme that has operation types; none for every one. */
  MgsVerifierBuilder protectBy(Scheme scheme, String pattern, Set<String> operationTypes) {
    protectBy(scheme, pattern);
    if (scheme.hasOperations()) {
      patterns.computeIfPresent(pattern, (same, rule) -> rule.withOperationTypes(operationTypes));
    }
    return this;
  }

  /**
   * Protects a path whose requests a client signed for the gateway ({@code
   * mgs.protect."<pattern>".scheme=rpc} and {@code .operation-types}).
   *
   * @param pattern a pattern such as {@code /mgw/*}
   * @param operationTypes the operation types that are answered there; empty for every one
   * @return this builder
   */
  public MgsVerifierBuilder protectRpc(String pattern, Set<String> operationTypes) {
    return protectBy(Scheme.RPC, pattern, operationTypes);
  }

  /**
   * Protects a path whose requests KooGallery signed ({@code
   * mgs.protect."<pattern>".scheme=koogallery}).
   *
   * @param pattern a pattern such as {@code /koogallery}
   * @return this builder
   */
  public MgsVerifierBuilder protectKooGallery(String pattern) {
    return protectBy(Scheme.KOOGALLERY, pattern);
  }

  /** The patterns that are protected so far. */
  Set<String> protectedPatterns() {
    return Set.copyOf(patterns.keySet());
  }

  /**
   * Leaves paths open that a protected pattern covers ({@code mgs.protect.except}).
   *
   * @param openPatterns patterns such as {@code /api/health}
   * @return this builder
   */
  public MgsVerifierBuilder protectExcept(String... openPatterns) {
    except.addAll(List.of(openPatterns));
    return this;
  }

  /**
   * Whether OPTIONS requests that the runtime answers by itself pass on protected paths ({@code
   * mgs.protect.preflight}).
   *
   * @param pass true to let them pass, as CORS preflights cannot be signed
   * @return this builder
   */
  public MgsVerifierBuilder preflight(boolean pass) {
    this.preflight = pass;
    return this;
  }

  /**
   * What is done about parts of a request that the signature does not cover ({@code mgs.coverage}).
   *
   * @param choice any but {@link Coverage#AS_CONFIGURED}
   * @return this builder
   */
  public MgsVerifierBuilder coverage(Coverage choice) {
    this.coverage = Objects.requireNonNull(choice, "choice");
    return this;
  }

  /**
   * How requests of one scheme are verified.
   *
   * @param choice its settings, in place of those that it has so far
   * @return this builder
   * @throws IllegalArgumentException if they are of another class than the scheme's own
   */
  public MgsVerifierBuilder scheme(SchemeSettings choice) {
    Objects.requireNonNull(choice, "choice");
    schemes.put(choice.scheme(), SchemeSlices.of(choice).settings());
    return this;
  }

  /**
   * How the string to sign is written ({@code mgs.canonical.*}).
   *
   * @param choice the choices
   * @return this builder
   */
  public MgsVerifierBuilder canonicalization(Canonicalization choice) {
    return scheme(choice);
  }

  /**
   * How calls are verified that a client signed for the gateway ({@code mgs.rpc.*}).
   *
   * @param choice the settings, {@link RpcSettings#DEFAULT} at first
   * @return this builder
   */
  public MgsVerifierBuilder rpc(RpcSettings choice) {
    return scheme(choice);
  }

  /**
   * How requests of KooGallery are verified and answered ({@code mgs.koogallery.*}).
   *
   * @param choice the settings, {@link KooGallerySettings#DEFAULT} at first
   * @return this builder
   */
  public MgsVerifierBuilder kooGallery(KooGallerySettings choice) {
    return scheme(choice);
  }

  /**
   * Which requests are refused when they are sent again, and where they are remembered ({@code
   * mgs.replay.*}).
   *
   * @param choice the settings, {@link ReplaySettings#DEFAULT} at first
   * @return this builder
   */
  public MgsVerifierBuilder replay(ReplaySettings choice) {
    this.replay = Objects.requireNonNull(choice, "choice");
    return this;
  }

  /**
   * Remembers requests by a guard of the application's own, which is never closed.
   *
   * @param guard what remembers them
   * @return this builder
   */
  public MgsVerifierBuilder replayGuard(ReplayGuard guard) {
    this.replayGuard = Objects.requireNonNull(guard, "guard");
    return this;
  }

  /**
   * Remembers requests by a guard that is made once the settings are known, and only if it is
   * needed.
   *
   * @param guards makes it, in a cache manager of the application's own, say
   * @return this builder
   */
  public MgsVerifierBuilder replayGuards(ReplayGuards guards) {
    this.replayGuards = Objects.requireNonNull(guards, "guards");
    return this;
  }

  /**
   * How SM2 signatures are written and computed ({@code mgs.sm2.*}).
   *
   * @param choice encoding, user id and engine
   * @return this builder
   */
  public MgsVerifierBuilder sm2(Sm2Parameters choice) {
    this.sm2 = Objects.requireNonNull(choice, "choice");
    return this;
  }

  /**
   * The bounds of what a stranger controls ({@code mgs.limits.*}).
   *
   * @param choice the limits
   * @return this builder
   */
  public MgsVerifierBuilder limits(Limits choice) {
    this.limits = Objects.requireNonNull(choice, "choice");
    return this;
  }

  /**
   * Where bodies beyond {@code mgs.limits.memory} are kept ({@code mgs.temp-dir}).
   *
   * @param directory an existing directory that this process may write to
   * @return this builder
   */
  public MgsVerifierBuilder tempDirectory(Path directory) {
    this.tempDirectory = Objects.requireNonNull(directory, "directory");
    return this;
  }

  /**
   * Whether answers tell a client why it was refused ({@code mgs.responses.code}).
   *
   * @param show false to leave out code, type and detail
   * @return this builder
   */
  public MgsVerifierBuilder responseDetails(boolean show) {
    this.responseDetails = show;
    return this;
  }

  /**
   * What is logged of a request that does not verify ({@code mgs.diagnostics}).
   *
   * @param choice what to log
   * @return this builder
   */
  public MgsVerifierBuilder diagnostics(MgsSettings.Diagnostics choice) {
    this.diagnostics = Objects.requireNonNull(choice, "choice");
    return this;
  }

  /**
   * What packages resource methods are handed ({@code mgs.offline.*}).
   *
   * @param choice keys, content types and limits
   * @return this builder
   */
  public MgsVerifierBuilder offline(OfflineSettings choice) {
    this.offline = Objects.requireNonNull(choice, "choice");
    return this;
  }

  /** As if GraalVM had told this of the code that runs. */
  MgsVerifierBuilder imageCode(@Nullable String told) {
    this.imageCode = told;
    return this;
  }

  /**
   * Loads the keys and builds the verifier.
   *
   * @return a verifier; close it when the application ends
   * @throws MgsConfigurationException if there is no key, a key cannot be loaded or does not fit
   *     its algorithm, a setting contradicts another, or this is a native image
   */
  public MgsVerifier build() {
    NativeImage.refuse(imageCode);
    if (coverage == Coverage.AS_CONFIGURED) {
      throw new MgsConfigurationException(
          "mgs.coverage is AS_CONFIGURED, which only an annotation may say: set protocol, body or"
              + " strict");
    }
    PathScope pathScope = new PathScope(patterns, except, preflight);
    if (!pathScope.isActive() && (!except.isEmpty() || preflight)) {
      throw new MgsConfigurationException(
          "mgs.protect.except or mgs.protect.preflight is set while no path is protected: set"
              + " mgs.protect too, or leave them out");
    }
    MgsSettings settings =
        new MgsSettings(
            mode,
            pathScope,
            coverage,
            sm2,
            schemes,
            replay,
            limits,
            TempDirectory.checked(tempDirectory),
            responseDetails,
            diagnostics,
            offline);
    slices()
        .flatMap(slice -> slice.withoutEffect(coverage).stream())
        .forEach(told -> LOG.log(System.Logger.Level.WARNING, told));
    KeyResolver keys = buildKeys();
    try {
      if (keys instanceof ReloadingKeys loaded) {
        new KeyChecks(loaded).requireFor(offline);
        slices().forEach(slice -> slice.requireKeys(loaded));
      }
      return new ConfiguredVerifier(settings, keys, buildReplayGuard(keys));
    } catch (RuntimeException | Error wrong) {
      // whatever went wrong: a thread may look after the keys already
      if (keys instanceof ReloadingKeys loaded) {
        loaded.close();
      }
      throw wrong;
    }
  }

  private ReplayGuard buildReplayGuard(KeyResolver keys) {
    if (replayGuard != null) {
      return replayGuard;
    }
    Map<ReplayScope, Duration> windows = new EnumMap<>(ReplayScope.class);
    slices().forEach(slice -> windows.putAll(slice.windows()));
    DeferredReplayGuard guard = new DeferredReplayGuard(replayGuards, replay, windows);
    ReloadingKeys loaded = keys instanceof ReloadingKeys reloading ? reloading : null;
    if (slices().anyMatch(slice -> slice.needsGuard(replay, loaded))) {
      guard.start();
    }
    return guard;
  }

  private Stream<SchemeSlice> slices() {
    return schemes.values().stream().map(SchemeSlices::of);
  }

  /** What both sides share, as its scheme has it. */
  private VerificationKey secretKey(SignatureAlgorithm algorithm, byte[] secret) {
    SchemeSettings settings = Objects.requireNonNull(schemes.get(algorithm.scheme()));
    return SchemeSlices.of(settings).key(algorithm, secret);
  }

  private KeyResolver buildKeys() {
    if (resolver != null) {
      if (keyStore != null || !definitions.isEmpty()) {
        throw new MgsConfigurationException(
            "There are keys from a resolver of the application's own and from mgs.keystore or"
                + " mgs.keys: only one of the two can be the source");
      }
      return resolver;
    }
    if (keyStore == null && definitions.isEmpty()) {
      throw new MgsConfigurationException(
          "There is no key to verify signatures with: set mgs.keystore.location, or"
              + " mgs.keys.\"<id>\".salt or .public-key, or provide a KeyResolver");
    }
    KeyParameters parameters = new KeyParameters(sm2, this::secretKey);
    KeySource source = new KeySource(Optional.ofNullable(keyStore), definitions, parameters);
    return new ReloadingKeys(source, reloadInterval, reloadListener);
  }
}
