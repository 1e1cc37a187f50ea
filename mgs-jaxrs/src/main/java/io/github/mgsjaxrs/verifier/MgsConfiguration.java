package io.github.mgsjaxrs.verifier;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.backend.protocol.Canonicalization;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.EmptyBody;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Escapes;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Order;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Precedence;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Valueless;
import io.github.mgsjaxrs.crypto.Sm2Encoding;
import io.github.mgsjaxrs.crypto.Sm2Engine;
import io.github.mgsjaxrs.crypto.Sm2Parameters;
import io.github.mgsjaxrs.internal.settings.SettingFaults;
import io.github.mgsjaxrs.internal.settings.SettingGroup;
import io.github.mgsjaxrs.internal.settings.SettingNames;
import io.github.mgsjaxrs.internal.settings.SettingReader;
import io.github.mgsjaxrs.internal.settings.SettingSubjects;
import io.github.mgsjaxrs.internal.settings.SettingValues;
import io.github.mgsjaxrs.internal.storage.TempDirectory;
import io.github.mgsjaxrs.keys.KeyDefinition;
import io.github.mgsjaxrs.keys.KeyStoreDefinition;
import io.github.mgsjaxrs.koogallery.internal.KooGallerySettingReader;
import io.github.mgsjaxrs.rpc.internal.RpcSettingReader;
import io.github.mgsjaxrs.settings.Limits;
import io.github.mgsjaxrs.settings.Mode;
import io.github.mgsjaxrs.settings.PathRule;
import io.github.mgsjaxrs.settings.PathScope;
import io.github.mgsjaxrs.settings.SettingSource;
import io.github.mgsjaxrs.verifier.MgsSettings.Diagnostics;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Settings by name, as operators write them, read into a builder.
 *
 * <pre>{@code
 * mgs.keystore.location=/etc/app/mgs.p12
 * mgs.keystore.password=changeit
 * mgs.keys."orders".algorithm=SM3
 * mgs.protect=/api/*,/hooks/*
 * mgs.limits.body=2 MiB
 * }</pre>
 *
 * <p>How values are written:
 *
 * <ul>
 *   <li>sizes in bytes, or with {@code KiB}, {@code MiB}, {@code GiB}; durations as in ISO-8601
 *       ({@code PT30S}); choices by their lower-case words; {@code true} or {@code false};
 *   <li>lists with commas between, {@code \,} for a comma inside, {@code \\} for a backslash;
 *   <li>key ids and path patterns inside names in quotation marks, with {@code \"} for a quotation
 *       mark and {@code \\} for a backslash: {@code mgs.keys."a.b/c".salt}. One without dots and
 *       quotation marks may stand without: {@code mgs.keys.orders.salt};
 *   <li>salts, secrets, passwords, aliases, public keys, templates and the SM2 user id are taken
 *       exactly, spaces included. An empty {@code mgs.sm2.user-id} is the empty user id; any other
 *       empty value counts as not set, but for the keys of a pattern, which would open what was to
 *       be closed.
 * </ul>
 *
 * <p>A name that starts with {@code mgs.} and is no setting, a value of the wrong form or out of
 * its range: all of them are gathered and stop the start with one {@link
 * MgsConfigurationException}, whose message never holds a salt, a secret or a password. Names of
 * environment variables ({@code MGS_KEYSTORE_LOCATION}) are not refused, as they may be somebody
 * else's; one that is no setting is logged as a warning. A key whose id stands nowhere else cannot
 * be found by its variable, since {@code MGS_KEYS__ORDERS__SALT} may mean {@code orders} or {@code
 * Orders}: name the id in another source, by its {@code .algorithm}, say.
 */
public final class MgsConfiguration {

  private static final Map<String, Scheme> SCHEMES =
      Map.of("backend", Scheme.BACKEND, "rpc", Scheme.RPC, "koogallery", Scheme.KOOGALLERY);
  private static final Map<String, Boolean> TRUE_OR_FALSE = Map.of("true", true, "false", false);

  private final SettingFaults faults = new SettingFaults();
  private final SettingReader reader;
  private final MgsVerifierBuilder builder = MgsVerifier.builder();

  private MgsConfiguration(SettingSource source) {
    this.reader = new SettingReader(source, faults);
  }

  /**
   * Reads all settings. Keys are loaded and files are looked for only by {@link
   * MgsVerifierBuilder#build()}.
   *
   * @param source where the settings stand
   * @return a builder that holds what was set, and the defaults of the rest
   * @throws MgsConfigurationException with everything that is wrong with names and values
   */
  public static MgsVerifierBuilder builder(SettingSource source) {
    return new MgsConfiguration(Objects.requireNonNull(source, "source")).read();
  }

  /**
   * The names of all settings, with {@code "<id>"} and {@code "<pattern>"} where the operator's own
   * words stand.
   *
   * @return an unmodifiable sorted set
   */
  public static Set<String> names() {
    return SettingNames.all();
  }

  private MgsVerifierBuilder read() {
    readBehaviour();
    readKeyStore();
    readCanonicalization();
    readSm2();
    builder.rpc(new RpcSettingReader(reader).read());
    builder.kooGallery(new KooGallerySettingReader(reader).read());
    builder.replay(new ReplaySettingReader(reader).read());
    readLimits();
    new OfflineSettingValues(reader).read(builder::offline);
    Set<String> used = new TreeSet<>(readKeys());
    used.addAll(readPathScope());
    reader.refuseUnknownNames(used);
    faults.throwIfAny();
    return builder;
  }

  private void readBehaviour() {
    choice("mgs.mode", SettingValues.wordsOf(Mode.class), builder::mode);
    choice(
        "mgs.coverage",
        Map.of("protocol", Coverage.PROTOCOL, "body", Coverage.BODY, "strict", Coverage.STRICT),
        builder::coverage);
    choice("mgs.responses.code", Map.of("show", true, "hide", false), builder::responseDetails);
    reader.read(
        "mgs.temp-dir",
        SettingValues::path,
        directory -> {
          TempDirectory.checked(directory);
          builder.tempDirectory(directory);
        });
    reader.read("mgs.keys.reload-interval", SettingValues::duration, builder::reloadInterval);
    boolean[] values = {false};
    choice("mgs.diagnostics.values", TRUE_OR_FALSE, choice -> values[0] = choice);
    choice(
        "mgs.diagnostics",
        Map.of("off", Diagnostics.OFF, "log", values[0] ? Diagnostics.LOG_VALUES : Diagnostics.LOG),
        builder::diagnostics);
  }

  private void readKeyStore() {
    String location = reader.text("mgs.keystore.location");
    String type = reader.text("mgs.keystore.type");
    String password = reader.text("mgs.keystore.password");
    String provider = reader.text("mgs.keystore.provider");
    if (location != null) {
      reader.take(
          "mgs.keystore",
          () ->
              new KeyStoreDefinition(
                  location.strip(),
                  type == null ? KeyStoreDefinition.DEFAULT_TYPE : type.strip(),
                  password,
                  provider == null ? null : provider.strip()),
          builder::keyStore);
    } else if (type != null || password != null || provider != null) {
      faults.add(
          (type != null
                  ? "mgs.keystore.type"
                  : password != null ? "mgs.keystore.password" : "mgs.keystore.provider")
              + " is set and mgs.keystore.location is not: set where the key store lies, or remove"
              + " the rest of mgs.keystore");
    }
  }

  private void readCanonicalization() {
    Canonicalization.Builder choices = Canonicalization.builder();
    choice("mgs.canonical.parameters", SettingValues.wordsOf(Escapes.class), choices::parameters);
    choice("mgs.canonical.path", SettingValues.wordsOf(Escapes.class), choices::path);
    prefix("mgs.canonical.path-prefix.add", choices::pathPrefixAdd);
    prefix("mgs.canonical.path-prefix.strip", choices::pathPrefixStrip);
    choice("mgs.canonical.valueless", SettingValues.wordsOf(Valueless.class), choices::valueless);
    choice(
        "mgs.canonical.parameter-precedence",
        SettingValues.wordsOf(Precedence.class),
        choices::precedence);
    choice("mgs.canonical.order", SettingValues.wordsOf(Order.class), choices::order);
    choice("mgs.canonical.empty-body", SettingValues.wordsOf(EmptyBody.class), choices::emptyBody);
    readCharset(choices);
    choice("mgs.canonical.charset-transcoding", TRUE_OR_FALSE, choices::charsetTranscoding);
    builder.canonicalization(choices.build());
  }

  // each value is tried alone, so that a wrong one is told with its own name
  private void prefix(String name, Consumer<String> taker) {
    reader.read(
        name,
        (setting, value) -> value,
        value -> {
          Canonicalization.builder().pathPrefixAdd(value).build();
          taker.accept(value);
        });
  }

  private void readCharset(Canonicalization.Builder choices) {
    String name = "mgs.canonical.charset";
    if ("declared".equals(reader.text(name))) {
      return;
    }
    reader.read(
        name,
        SettingValues::charset,
        charset -> {
          Canonicalization.builder().charset(charset).build();
          choices.charset(charset);
        });
  }

  private void readSm2() {
    Sm2Encoding[] encoding = {Sm2Parameters.DEFAULT.encoding()};
    choice(
        "mgs.sm2.encoding",
        SettingValues.wordsOf(Sm2Encoding.class),
        choice -> encoding[0] = choice);
    Sm2Engine[] engine = {Sm2Parameters.DEFAULT.engine()};
    choice("mgs.sm2.engine", SettingValues.wordsOf(Sm2Engine.class), choice -> engine[0] = choice);
    String userId = reader.exact("mgs.sm2.user-id");
    reader.take(
        "mgs.sm2.user-id",
        () -> userId == null ? Sm2Parameters.DEFAULT.userId() : userId,
        id -> builder.sm2(new Sm2Parameters(encoding[0], id, engine[0])));
  }

  private void readLimits() {
    Limits[] limits = {Limits.defaults()};
    reader.read(
        "mgs.limits.body", SettingValues::size, size -> limits[0] = limits[0].withBody(size));
    reader.read(
        "mgs.limits.memory",
        SettingValues::smallSize,
        size -> limits[0] = limits[0].withMemory(size));
    reader.read(
        "mgs.limits.total-memory",
        SettingValues::size,
        size -> limits[0] = limits[0].withTotalMemory(size));
    reader.read(
        "mgs.limits.total-disk",
        SettingValues::size,
        size -> limits[0] = limits[0].withTotalDisk(size));
    reader.read(
        "mgs.limits.parameters",
        SettingValues::count,
        count -> limits[0] = limits[0].withParameters(count));
    reader.read(
        "mgs.limits.header",
        SettingValues::smallSize,
        size -> limits[0] = limits[0].withHeader(size));
    builder.limits(limits[0]);
  }

  private Set<String> readKeys() {
    SettingSubjects ids = new SettingSubjects(SettingGroup.KEYS, reader, faults);
    for (String id : ids.all()) {
      String algorithm = ids.value(id, "algorithm");
      String alias = ids.value(id, "alias");
      String salt = secret(ids, id);
      String publicKey = ids.value(id, "public-key");
      String location = ids.value(id, "public-key-location");
      if (Stream.of(algorithm, alias, salt, publicKey, location).allMatch(Objects::isNull)) {
        continue;
      }
      String name = ids.name(id, "algorithm");
      reader.take(
          name,
          () ->
              new KeyDefinition(
                  id,
                  algorithm(name, algorithm),
                  alias,
                  salt,
                  publicKey,
                  location == null ? null : location.strip()),
          builder::key);
    }
    return ids.spellings();
  }

  /** A salt and a secret are one thing by two names: the backend's and that of RPC. */
  private @Nullable String secret(SettingSubjects ids, String id) {
    String salt = ids.value(id, "salt");
    String secret = ids.value(id, "secret");
    if (salt != null && secret != null) {
      faults.add(
          ids.name(id, "salt")
              + " and "
              + ids.name(id, "secret")
              + " are both set: keep the one that goes with the algorithm");
    }
    return salt == null ? secret : salt;
  }

  private static @Nullable SignatureAlgorithm algorithm(String name, @Nullable String value) {
    return value == null
        ? null
        : SettingValues.word(
            name,
            value.strip(),
            Arrays.stream(SignatureAlgorithm.values())
                .collect(Collectors.toMap(Enum::name, Function.identity())));
  }

  private Set<String> readPathScope() {
    SettingSubjects patterns = new SettingSubjects(SettingGroup.PROTECT, reader, faults);
    patterns.alsoNamed(reader.list("mgs.protect"));
    for (String pattern : patterns.all()) {
      reader.take(
          "mgs.protect",
          () -> new PathScope(Map.of(pattern, PathRule.of(Scheme.BACKEND)), List.of(), false),
          right -> readPattern(patterns, pattern));
    }
    for (String pattern : reader.list("mgs.protect.except")) {
      reader.take(
          "mgs.protect.except",
          () -> new PathScope(Map.of(), List.of(pattern), false),
          right -> builder.protectExcept(pattern));
    }
    choice("mgs.protect.preflight", Map.of("refuse", false, "pass", true), builder::preflight);
    return patterns.spellings();
  }

  private void readPattern(SettingSubjects patterns, String pattern) {
    Set<String> keys = patterns.list(pattern, "keys");
    if (!keys.isEmpty()) {
      builder.protectWithKeys(pattern, keys);
    } else if (patterns.isListed(pattern, "keys")) {
      // to take this for "every key", or for "not protected", would open what was to be closed
      faults.add(
          patterns.name(pattern, "keys")
              + " names no key: name key ids, or remove it and set mgs.protect");
    } else {
      builder.protect(pattern);
    }
    readScheme(patterns, pattern);
  }

  private void readScheme(SettingSubjects patterns, String pattern) {
    String name = patterns.name(pattern, "scheme");
    String value = patterns.value(pattern, "scheme");
    Set<String> operationTypes = patterns.list(pattern, "operation-types");
    reader.take(
        name,
        () -> value == null ? Scheme.BACKEND : SettingValues.word(name, value.strip(), SCHEMES),
        scheme -> {
          if (scheme == Scheme.RPC) {
            builder.protectRpc(pattern, operationTypes);
            return;
          }
          if (scheme == Scheme.KOOGALLERY) {
            builder.protectKooGallery(pattern);
          }
          if (!operationTypes.isEmpty()) {
            faults.add(
                patterns.name(pattern, "operation-types")
                    + " is set, and only calls of clients have operation types: set "
                    + name
                    + "=rpc, or remove it");
          }
        });
    if (operationTypes.isEmpty() && patterns.isListed(pattern, "operation-types")) {
      faults.add(
          patterns.name(pattern, "operation-types")
              + " names no operation type: name some, or remove it");
    }
  }

  private <T> void choice(String name, Map<String, T> words, Consumer<T> taker) {
    reader.read(name, (setting, value) -> SettingValues.word(setting, value, words), taker);
  }
}
