package io.github.mgsjaxrs.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.Rejected;
import io.github.mgsjaxrs.Scheme;
import io.github.mgsjaxrs.Verdict;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.apigateway.ApiGatewaySettings;
import io.github.mgsjaxrs.apigateway.protocol.HeaderCharset;
import io.github.mgsjaxrs.apigateway.protocol.HeaderOrder;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.EmptyBody;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Escapes;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Order;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Precedence;
import io.github.mgsjaxrs.backend.protocol.Canonicalization.Valueless;
import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import io.github.mgsjaxrs.crypto.SignatureCheck;
import io.github.mgsjaxrs.crypto.Sm2Encoding;
import io.github.mgsjaxrs.crypto.Sm2Engine;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.koogallery.KooGallerySettings;
import io.github.mgsjaxrs.koogallery.protocol.KooGalleryTime;
import io.github.mgsjaxrs.rpc.RpcSettings;
import io.github.mgsjaxrs.rpc.crypto.HmacEncoding;
import io.github.mgsjaxrs.rpc.crypto.RpcParameters;
import io.github.mgsjaxrs.rpc.protocol.RpcHeaders;
import io.github.mgsjaxrs.rpc.protocol.RpcTimestamp.Notation;
import io.github.mgsjaxrs.settings.Mode;
import io.github.mgsjaxrs.settings.PathRule;
import io.github.mgsjaxrs.settings.PathScope;
import io.github.mgsjaxrs.settings.SettingSource;
import io.github.mgsjaxrs.verifier.MgsSettings.Diagnostics;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.DSAEncoding;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MgsConfigurationTest {

  private static final PathRule BY_ANY_KEY = PathRule.of(Scheme.BACKEND);

  // the key that settings which have nothing to do with keys are read beside
  private static final Map<String, String> A_KEY =
      Map.of("mgs.keys.any.algorithm", "MD5", "mgs.keys.any.salt", "any");

  private static SettingSource source(Map<String, String> settings) {
    return new MapSource(settings, settings);
  }

  /** Settings as they are listed, and as they are found when asked for. */
  private record MapSource(Map<String, String> listed, Map<String, String> found)
      implements SettingSource {
    @Override
    public Set<String> names() {
      return listed.keySet();
    }

    @Override
    public String value(String name) {
      return found.get(name);
    }
  }

  private static MgsVerifier build(Map<String, String> settings) {
    return MgsConfiguration.builder(source(settings)).build();
  }

  private static MgsSettings settings(String... namesAndValues) {
    Map<String, String> settings = new TreeMap<>(A_KEY);
    settings.putAll(map(namesAndValues));
    try (MgsVerifier verifier = build(settings)) {
      return verifier.settings();
    }
  }

  private static Map<String, String> map(String... namesAndValues) {
    Map<String, String> settings = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      settings.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return settings;
  }

  private static DynamicTest reaches(
      String name, String value, Function<MgsSettings, Object> where, Object expected) {
    return DynamicTest.dynamicTest(
        name + "=" + value,
        () -> assertThat(where.apply(settings(name, value))).isEqualTo(expected));
  }

  private static ApiGatewaySettings gateway(MgsSettings found) {
    return (ApiGatewaySettings) found.schemes().get(Scheme.API_GATEWAY);
  }

  @TestFactory
  Stream<DynamicTest> everySettingReachesTheVerifier() {
    return Stream.of(
        reaches("mgs.mode", "enforce", MgsSettings::mode, Mode.ENFORCE),
        reaches("mgs.mode", "report", MgsSettings::mode, Mode.REPORT),
        reaches(
            "mgs.protect",
            "/api/*, /hooks",
            found -> found.pathScope().patterns(),
            Map.of("/api/*", BY_ANY_KEY, "/hooks", BY_ANY_KEY)),
        reaches(
            "mgs.protect.\"/mgw/*\".scheme",
            "rpc",
            found -> found.pathScope().patterns(),
            Map.of("/mgw/*", PathRule.of(Scheme.RPC))),
        reaches(
            "mgs.protect.\"/mgw/*\".scheme",
            "backend",
            MgsSettings::pathScope,
            new PathScope(Map.of("/mgw/*", BY_ANY_KEY), List.of(), false)),
        reaches(
            "mgs.protect.\"/api/*\".keys",
            "orders,bil\\,ling, a.b/c ",
            found -> found.pathScope().patterns(),
            Map.of("/api/*", BY_ANY_KEY.withKeys(Set.of("orders", "bil,ling", "a.b/c")))),
        reaches("mgs.coverage", "protocol", MgsSettings::coverage, Coverage.PROTOCOL),
        reaches("mgs.coverage", "body", MgsSettings::coverage, Coverage.BODY),
        reaches("mgs.coverage", "strict", MgsSettings::coverage, Coverage.STRICT),
        reaches(
            "mgs.canonical.parameters",
            "raw",
            found -> found.canonicalization().parameters(),
            Escapes.RAW),
        reaches(
            "mgs.canonical.path",
            "decoded",
            found -> found.canonicalization().path(),
            Escapes.DECODED),
        reaches(
            "mgs.canonical.path-prefix.add",
            "/gateway",
            found -> found.canonicalization().pathPrefixAdd(),
            "/gateway"),
        reaches(
            "mgs.canonical.path-prefix.strip",
            "/proxy/v1",
            found -> found.canonicalization().pathPrefixStrip(),
            "/proxy/v1"),
        reaches(
            "mgs.canonical.valueless",
            "as-sent",
            found -> found.canonicalization().valueless(),
            Valueless.AS_SENT),
        reaches(
            "mgs.canonical.parameter-precedence",
            "form",
            found -> found.canonicalization().precedence(),
            Precedence.FORM),
        reaches(
            "mgs.canonical.order",
            "case-insensitive",
            found -> found.canonicalization().order(),
            Order.CASE_INSENSITIVE),
        reaches(
            "mgs.canonical.empty-body",
            "null",
            found -> found.canonicalization().emptyBody(),
            EmptyBody.NULL),
        reaches(
            "mgs.canonical.charset",
            "GBK",
            found -> found.canonicalization().charset(),
            Charset.forName("GBK")),
        reaches(
            "mgs.canonical.charset",
            "declared",
            found -> found.canonicalization().charset() == null,
            true),
        reaches(
            "mgs.canonical.charset-transcoding",
            "true",
            found -> found.canonicalization().charsetTranscoding(),
            true),
        reaches("mgs.sm2.encoding", "raw", found -> found.sm2().encoding(), Sm2Encoding.RAW),
        reaches("mgs.sm2.user-id", "", found -> found.sm2().userId(), ""),
        reaches("mgs.sm2.engine", "bc", found -> found.sm2().engine(), Sm2Engine.BC),
        reaches(
            "mgs.apigateway.required-headers",
            "X-B, x-a",
            found -> gateway(found).requiredHeaders(),
            Set.of("x-a", "x-b")),
        reaches(
            "mgs.apigateway.header-order",
            "lower-case",
            found -> gateway(found).headerOrder(),
            HeaderOrder.LOWER_CASE),
        reaches(
            "mgs.apigateway.header-charset",
            "iso-8859-1",
            found -> gateway(found).headerCharset(),
            HeaderCharset.ISO_8859_1),
        reaches(
            "mgs.apigateway.header-charset",
            "utf-8",
            found -> gateway(found).headerCharset(),
            HeaderCharset.UTF_8),
        reaches(
            "mgs.apigateway.canonical.parameters",
            "raw",
            found -> gateway(found).canonicalization().parameters(),
            Escapes.RAW),
        reaches(
            "mgs.apigateway.canonical.path",
            "decoded",
            found -> gateway(found).canonicalization().path(),
            Escapes.DECODED),
        reaches(
            "mgs.apigateway.canonical.path-prefix.add",
            "/gw",
            found -> gateway(found).canonicalization().pathPrefixAdd(),
            "/gw"),
        reaches(
            "mgs.apigateway.canonical.path-prefix.strip",
            "/gw",
            found -> gateway(found).canonicalization().pathPrefixStrip(),
            "/gw"),
        reaches(
            "mgs.apigateway.canonical.valueless",
            "as-sent",
            found -> gateway(found).canonicalization().valueless(),
            Valueless.AS_SENT),
        reaches(
            "mgs.apigateway.canonical.parameter-precedence",
            "form",
            found -> gateway(found).canonicalization().precedence(),
            Precedence.FORM),
        reaches(
            "mgs.apigateway.canonical.order",
            "case-insensitive",
            found -> gateway(found).canonicalization().order(),
            Order.CASE_INSENSITIVE),
        reaches(
            "mgs.apigateway.canonical.charset",
            "GBK",
            found -> gateway(found).canonicalization().charset(),
            Charset.forName("GBK")),
        reaches(
            "mgs.apigateway.canonical.charset-transcoding",
            "true",
            found -> gateway(found).canonicalization().charsetTranscoding(),
            true),
        reaches(
            "mgs.apigateway.limits.headers", "3", found -> gateway(found).limits().headers(), 3),
        reaches("mgs.apigateway.limits.name", "9", found -> gateway(found).limits().name(), 9),
        reaches(
            "mgs.apigateway.limits.values",
            "1 KiB",
            found -> gateway(found).limits().values(),
            1024),
        reaches(
            "mgs.koogallery.window",
            "PT2M",
            found -> found.kooGallery().window(),
            Duration.ofMinutes(2)),
        reaches(
            "mgs.koogallery.v1-window",
            "PT2M",
            found -> found.kooGallery().v1Window(),
            Duration.ofMinutes(2)),
        reaches(
            "mgs.koogallery.versions",
            "v1",
            found -> found.kooGallery().versions(),
            Set.of(KooGallerySettings.Version.V1)),
        reaches(
            "mgs.koogallery.versions",
            "both",
            found -> found.kooGallery().versions(),
            Set.of(KooGallerySettings.Version.values())),
        reaches(
            "mgs.koogallery.timestamp",
            "seconds",
            found -> found.kooGallery().timestamp(),
            KooGalleryTime.Notation.SECONDS),
        reaches(
            "mgs.koogallery.response-limit",
            "2 MiB",
            found -> found.kooGallery().responseLimit(),
            2 * 1024 * 1024),
        reaches("mgs.rpc.window", "PT1M", found -> found.rpc().window(), Duration.ofMinutes(1)),
        reaches("mgs.rpc.window", "PT24H", found -> found.rpc().window(), Duration.ofDays(1)),
        reaches("mgs.rpc.timestamp", "base64", found -> found.rpc().timestamp(), Notation.BASE64),
        reaches(
            "mgs.rpc.text",
            "{ts}|{operation-type}|{request-data} ",
            found -> found.rpc().text().toString(),
            "{ts}|{operation-type}|{request-data} "),
        reaches(
            "mgs.rpc.md5-text",
            "{text} {secret}",
            found -> found.rpc().signature(),
            new RpcParameters("{text} {secret}", HmacEncoding.BOTH)),
        reaches(
            "mgs.rpc.hmac-encoding",
            "hex",
            found -> found.rpc().signature(),
            new RpcParameters("{secret}&{text}", HmacEncoding.HEX)),
        reaches("mgs.rpc.sign-type", "optional", found -> found.rpc().signTypeRequired(), false),
        reaches("mgs.rpc.header.app-id", "X-A", found -> found.rpc().headers().appId(), "X-A"),
        reaches(
            "mgs.rpc.header.timestamp", "X-A", found -> found.rpc().headers().timestamp(), "X-A"),
        reaches(
            "mgs.rpc.header.signature", "X-A", found -> found.rpc().headers().signature(), "X-A"),
        reaches(
            "mgs.rpc.header.sign-type", "X-A", found -> found.rpc().headers().signType(), "X-A"),
        reaches(
            "mgs.rpc.header.operation-type",
            "X-A",
            found -> found.rpc().headers().operationType(),
            "X-A"),
        reaches("mgs.limits.body", "2097152", found -> found.limits().body(), 2_097_152L),
        reaches("mgs.limits.body", "3 GiB", found -> found.limits().body(), 3_221_225_472L),
        reaches("mgs.limits.memory", "64KiB", found -> found.limits().memory(), 65_536),
        reaches(
            "mgs.limits.total-memory", "5 MiB", found -> found.limits().totalMemory(), 5_242_880L),
        reaches("mgs.limits.total-disk", "0", found -> found.limits().totalDisk(), 0L),
        reaches("mgs.limits.parameters", "7", found -> found.limits().parameters(), 7),
        reaches("mgs.limits.header", "8 KiB", found -> found.limits().header(), 8192),
        reaches("mgs.responses.code", "hide", MgsSettings::responseDetails, false),
        reaches("mgs.diagnostics", "log", MgsSettings::diagnostics, Diagnostics.LOG),
        reaches("mgs.diagnostics.values", "true", MgsSettings::diagnostics, Diagnostics.OFF));
  }

  @Test
  void readsTheSettingsThatNeedAnother(@TempDir Path directory) {
    MgsSettings found =
        settings(
            "mgs.protect", "/api/*",
            "mgs.protect.except", "/api/health,/api/ready",
            "mgs.protect.preflight", "pass",
            "mgs.diagnostics", "log",
            "mgs.diagnostics.values", "true",
            "mgs.temp-dir", directory.toString());

    assertThat(found.pathScope().except()).containsExactly("/api/health", "/api/ready");
    assertThat(found.pathScope().preflight()).isTrue();
    assertThat(found.diagnostics()).isEqualTo(Diagnostics.LOG_VALUES);
    assertThat(found.tempDirectory()).isEqualTo(directory);
  }

  @Test
  void leavesTheDefaultsOfWhatIsNotSetOrEmpty() {
    MgsSettings plain = settings();
    assertThat(settings("mgs.mode", "", "mgs.limits.body", "", "mgs.protect", "")).isEqualTo(plain);
    assertThat(plain.mode()).isEqualTo(Mode.ENFORCE);
    assertThat(plain.coverage()).isEqualTo(Coverage.BODY);
    assertThat(plain.limits().body()).isEqualTo(10_485_760L);
    assertThat(plain.pathScope().isActive()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mgs.keys.orders.",
        "mgs.keys.\"orders\".",
      })
  void takesAnIdWithAndWithoutQuotationMarks(String prefix) throws Exception {
    assertVerifies(map(prefix + "algorithm", "MD5", prefix + "salt", "salt"), "orders", "salt");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          mgs.keys."a.b/c".        | a.b/c
          mgs.keys."say \\"hi\\"". | say "hi"
          mgs.keys."back\\\\slash".| back\\slash
          mgs.keys."one\\two".     | one\\two
          mgs.keys."with space".   | with space
          mgs.keys.with space.     | with space
          mgs.keys."reload-interval". | reload-interval
          mgs.keys."订单".          | 订单
          """)
  void takesIdsWithSignsInThem(String prefix, String id) throws Exception {
    assertVerifies(map(prefix + "algorithm", "MD5", prefix + "salt", "salt"), id, "salt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {" leading", "trailing ", "in the middle", "a=b", "=", " ", "盐", "a,b\\,c"})
  void takesSaltsExactly(String salt) throws Exception {
    assertVerifies(
        map("mgs.keys.orders.algorithm", "MD5", "mgs.keys.orders.salt", salt), "orders", salt);
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret", "salt"})
  void takesASecretByEitherOfItsNames(String member) {
    Map<String, String> settings =
        map("mgs.keys.app.algorithm", "RPC_MD5", "mgs.keys.app." + member, " the secret ");
    try (MgsVerifier verifier = build(settings)) {
      TextKey key = (TextKey) verifier.keys().resolve("app").orElseThrow();
      // printf ' the secret &text' | md5sum
      assertThat(key.check("text".getBytes(UTF_8), "b4b0fabb53a4146c5ba943594fe02b02"))
          .isEqualTo(SignatureCheck.VALID);
    }
  }

  @Test
  void givesTheKeysWhatIsSetForAllOfThem() {
    Map<String, String> settings =
        map(
            "mgs.keys.app.algorithm", "RPC_MD5",
            "mgs.keys.app.secret", "secret",
            "mgs.rpc.md5-text", "{text}{secret}");
    try (MgsVerifier verifier = build(settings)) {
      TextKey key = (TextKey) verifier.keys().resolve("app").orElseThrow();
      // printf 'textsecret' | md5sum
      assertThat(key.check("text".getBytes(UTF_8), "9d31f09d97f38d1f19f91c045ebd94a7"))
          .isEqualTo(SignatureCheck.VALID);
    }
  }

  @Test
  void takesHeadersThatChangedPlaces() {
    RpcHeaders headers =
        settings("mgs.rpc.header.app-id", "Ts", "mgs.rpc.header.timestamp", "AppId")
            .rpc()
            .headers();
    assertThat(headers.appId()).isEqualTo("Ts");
    assertThat(headers.timestamp()).isEqualTo("AppId");
  }

  @Test
  void hasTheObservedDefaultsOfRpc() {
    RpcSettings rpc = settings().rpc();
    assertThat(rpc.window()).isEqualTo(Duration.ofMinutes(5));
    assertThat(rpc.timestamp()).isEqualTo(Notation.BOTH);
    assertThat(rpc.text())
        .hasToString("Operation-Type={operation-type}&Request-Data={request-data}&Ts={ts}");
    assertThat(rpc.signature().md5Text()).isEqualTo("{secret}&{text}");
    assertThat(rpc.signature().hmacEncoding()).isEqualTo(HmacEncoding.BOTH);
    assertThat(rpc.signTypeRequired()).isTrue();
    assertThat(rpc.headers())
        .isEqualTo(new RpcHeaders("AppId", "Ts", "Sign", "signType", "Operation-Type"));
  }

  @Test
  void mixesBothSpellingsOfOneId() throws Exception {
    assertVerifies(
        map("mgs.keys.orders.algorithm", "MD5", "mgs.keys.\"orders\".salt", "salt"),
        "orders",
        "salt");
  }

  @Test
  void takesTheListElementsThatASourceNamesOneByOne() {
    assertThat(settings("mgs.protect[0]", "/a", "mgs.protect[1]", "/b").pathScope().patterns())
        .containsOnlyKeys("/a", "/b");
  }

  @Test
  void takesTheListElementsOfAPatternOneByOne() {
    PathRule rule =
        settings(
                "mgs.protect[0]", "/a",
                "mgs.protect.\"/a\".scheme", "rpc",
                "mgs.protect.\"/a\".keys[0]", "any",
                "mgs.protect.\"/a\".operation-types[0]", "one",
                "mgs.protect.\"/a\".operation-types[1]", "two")
            .pathScope()
            .patterns()
            .get("/a");
    assertThat(rule).isNotNull();
    assertThat(rule.operationTypes()).containsExactlyInAnyOrder("one", "two");
    assertThat(rule.keys()).containsExactly("any");
  }

  @Test
  void findsFixedSettingsAndSaltsThatTheSourceDoesNotListUnderTheirNames() throws Exception {
    Map<String, String> listed =
        map(
            "mgs.keys.\"orders\".algorithm", "MD5",
            "MGS_KEYS__ORDERS__SALT", "salt",
            "MGS_MODE", "report",
            "MGS_HOME", "/opt/mgs");
    Map<String, String> found = new TreeMap<>(listed);
    found.put("mgs.keys.\"orders\".salt", "salt");
    found.put("mgs.mode", "report");

    try (MgsVerifier verifier = MgsConfiguration.builder(new MapSource(listed, found)).build()) {
      assertThat(verifier.settings().mode()).isEqualTo(Mode.REPORT);
      assertThat(verify(verifier, "orders", "salt")).isInstanceOf(Verified.class);
    }
  }

  @Test
  void takesNoNameThatASourceGuessedFromAVariableForAnother() throws Exception {
    // as SmallRye Config lists them
    Map<String, String> listed =
        map(
            "mgs.keys.\"my-id\".algorithm", "MD5",
            "MGS_KEYS__MY_ID__SALT", "salt",
            "mgs.keys.\"my.id\".salt", "salt",
            "MGS_LIMITS_TOTAL_MEMORY", "5 MiB",
            "mgs.limits.total.memory", "5 MiB",
            "MGS_PROTECT___API____KEYS", "my-id",
            "mgs.protect.\".api\"..\"keys", "my-id",
            "mgs.protect", "/api/*");
    Map<String, String> found = new TreeMap<>(listed);
    found.put("mgs.keys.\"my-id\".salt", "salt");
    found.put("mgs.limits.total-memory", "5 MiB");
    found.put("mgs.protect.\"/api/*\".keys", "my-id");

    try (MgsVerifier verifier = MgsConfiguration.builder(new MapSource(listed, found)).build()) {
      assertThat(verify(verifier, "my-id", "salt")).isInstanceOf(Verified.class);
      assertThat(verify(verifier, "my.id", "salt")).isInstanceOf(Rejected.class);
      assertThat(verifier.settings().limits().totalMemory()).isEqualTo(5_242_880L);
      assertThat(verifier.settings().pathScope().patterns())
          .isEqualTo(Map.of("/api/*", BY_ANY_KEY.withKeys(Set.of("my-id"))));
    }
  }

  @Test
  void givesNoKeyTheSaltOfAnother() {
    Map<String, String> listed =
        map(
            "mgs.keys.\"orders\".algorithm", "MD5",
            "mgs.keys.\"Orders\".algorithm", "MD5",
            "MGS_KEYS__ORDERS__SALT", "the-secret");
    Map<String, String> found = new TreeMap<>(listed);
    found.put("mgs.keys.\"orders\".salt", "the-secret");
    found.put("mgs.keys.\"Orders\".salt", "the-secret");

    assertThatThrownBy(() -> MgsConfiguration.builder(new MapSource(listed, found)))
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessageContaining("MGS_KEYS__ORDERS__SALT may be meant for 'Orders' or for 'orders'")
        .hasMessageNotContaining("the-secret");
  }

  @ParameterizedTest
  @CsvSource({"both,true,true", "der,true,false", "raw,false,true"})
  void takesTheConfiguredSm2Encoding(String encoding, boolean der, boolean raw) throws Exception {
    Map<String, String> settings = sm2Key("mgs.sm2.encoding", encoding);
    assertThat(verifiesSm2(settings, "1234567812345678", StandardDSAEncoding.INSTANCE))
        .isEqualTo(der);
    assertThat(verifiesSm2(settings, "1234567812345678", PlainDSAEncoding.INSTANCE)).isEqualTo(raw);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ALICE123@YAHOO.COM", " a space before"})
  void takesTheSm2UserIdExactlyAndAlsoAnEmptyOne(String userId) throws Exception {
    Map<String, String> settings = sm2Key("mgs.sm2.user-id", userId, "mgs.sm2.engine", "bc");
    assertThat(verifiesSm2(settings, userId, StandardDSAEncoding.INSTANCE)).isTrue();
    assertThat(verifiesSm2(settings, "1234567812345678", StandardDSAEncoding.INSTANCE)).isFalse();
  }

  // the key pair of GM/T 0003.5, Annex A
  private static Map<String, String> sm2Key(String... more) {
    Map<String, String> settings =
        map(
            "mgs.keys.sm2.algorithm",
            "SM2",
            "mgs.keys.sm2.public-key",
            "04"
                + "09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020"
                + "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13");
    settings.putAll(map(more));
    return settings;
  }

  private static boolean verifiesSm2(
      Map<String, String> settings, String userId, DSAEncoding encoding) throws Exception {
    var curve = GMNamedCurves.getByName("sm2p256v1");
    var domain = new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
    var d = new BigInteger("3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8", 16);
    SM2Signer signer = new SM2Signer(encoding);
    signer.init(
        true, new ParametersWithID(new ECPrivateKeyParameters(d, domain), userId.getBytes(UTF_8)));
    byte[] text = "GET\n\n/orders".getBytes(UTF_8);
    signer.update(text, 0, text.length);
    String signature = HexFormat.of().formatHex(signer.generateSignature());
    SignedRequest request = SignedRequest.of("GET", "/orders", null, null, new byte[0]);
    try (MgsVerifier verifier = build(settings)) {
      return verifier.verify(request, signature, "sm2") instanceof Verified;
    }
  }

  @Test
  void readsTheOperationTypesOfAPath() {
    MgsSettings settings =
        settings(
            "mgs.protect.\"/mgw/*\".scheme", "rpc",
            "mgs.protect.\"/mgw/*\".operation-types", "a.b, c",
            "mgs.protect", "/api/*");
    assertThat(settings.pathScope())
        .isEqualTo(
            new PathScope(
                Map.of(
                    "/mgw/*",
                    PathRule.of(Scheme.RPC).withOperationTypes(Set.of("a.b", "c")),
                    "/api/*",
                    BY_ANY_KEY),
                List.of(),
                false));
  }

  @Test
  void refusesPathsOfTwoSchemesAndOperationTypesOfTheWrongOne() {
    assertThatExceptionOfType(MgsConfigurationException.class)
        .isThrownBy(
            () -> settings("mgs.protect.\"/api/mgw\".scheme", "rpc", "mgs.protect", "/api/*"))
        .withMessageContaining("protected by two schemes");
    assertThatExceptionOfType(MgsConfigurationException.class)
        .isThrownBy(() -> settings("mgs.protect.\"/mgw\".operation-types", "a.b"))
        .withMessageContaining("mgs.protect.\"/mgw\".scheme=rpc");
    assertThatExceptionOfType(MgsConfigurationException.class)
        .isThrownBy(() -> settings("mgs.protect.\"/mgw\".scheme", "RPC"))
        .withMessageContaining("scheme");
    assertThatExceptionOfType(MgsConfigurationException.class)
        .isThrownBy(
            () ->
                settings(
                    "mgs.protect.\"/mgw\".scheme", "rpc",
                    "mgs.protect.\"/mgw\".operation-types", ""))
        .withMessageContaining("names no operation type");
  }

  @Test
  void listsTheSettingsOfGroupsWithAPlaceForTheOperatorsWords() {
    assertThat(MgsConfiguration.names())
        .contains("mgs.keys.\"<id>\".salt", "mgs.protect.\"<pattern>\".keys", "mgs.mode");
  }

  private static void assertVerifies(Map<String, String> settings, String id, String salt)
      throws Exception {
    try (MgsVerifier verifier = build(settings)) {
      assertThat(verify(verifier, id, salt)).isInstanceOf(Verified.class);
    }
  }

  // MD5 over the string to sign and the salt, by the JDK
  private static Verdict verify(MgsVerifier verifier, String id, String salt) throws Exception {
    byte[] signed =
        MessageDigest.getInstance("MD5").digest(("GET\n\n/orders" + salt).getBytes(UTF_8));
    SignedRequest request = SignedRequest.of("GET", "/orders", null, null, new byte[0]);
    return verifier.verify(request, HexFormat.of().formatHex(signed), id);
  }
}
