package io.github.mgsjaxrs.tool;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.Verdict;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import io.github.mgsjaxrs.client.MgsSigner;
import io.github.mgsjaxrs.keys.KeyDefinition;
import io.github.mgsjaxrs.keys.KeyStoreDefinition;
import io.github.mgsjaxrs.testing.CommandLine;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The key store as the tool writes it, and as others read it. */
class KeysCommandTest {

  private static final String SALT = "a salt with = and \u4f60 and ${";
  private static final SignedRequest REQUEST =
      SignedRequest.of("GET", "/orders", "a=1", null, new byte[0]);

  @TempDir Path directory;
  private Path store;
  private Path settings;

  @BeforeEach
  void writeSettings() throws IOException {
    store = directory.resolve("mgs.p12");
    settings = directory.resolve("mgs.properties");
    Files.writeString(
        settings,
        "mgs.keystore.location="
            + store
            + "\nmgs.keystore.password=changeit\n"
            + "mgs.keys.\"Team.A/Orders\".algorithm=MD5\n");
  }

  private ToolRun keys(String input, String command, String... arguments) {
    List<String> all = new ArrayList<>(List.of("keys", command, "--settings", settings.toString()));
    all.addAll(List.of(arguments));
    return ToolRun.of(input, all.toArray(new String[0]));
  }

  private ToolRun imported(String input, String id, String algorithm, String... more) {
    List<String> all = new ArrayList<>(List.of("--id", id, "--algorithm", algorithm));
    all.addAll(List.of(more));
    ToolRun run = keys(input, "import", all.toArray(new String[0]));
    assertThat(run.code()).as(run.err()).isZero();
    return run;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = KeysCommandTest.class.getResourceAsStream("/vectors/keys/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), US_ASCII);
    }
  }

  private Verdict verdict(String id, SignatureAlgorithm algorithm, MgsSigner signer) {
    try (MgsVerifier verifier =
        MgsVerifier.builder()
            .keyStore(new KeyStoreDefinition(store.toString(), "changeit"))
            .key(new KeyDefinition(id, algorithm, null, null, null, null))
            .build()) {
      return verifier.verify(
          REQUEST, signer.sign(REQUEST).get(MgsSigner.SIGNATURE_HEADER), signer.keyId());
    }
  }

  private void assertVerifies(String id, SignatureAlgorithm algorithm, MgsSigner signer) {
    assertThat(verdict(id, algorithm, signer)).as(id).isInstanceOf(Verified.class);
  }

  @Test
  void holdsAllFourKindsForTheLibraryAndForEveryKeytoolAndOpenSsl() throws Exception {
    imported(SALT + "\n", "Team.A/Orders", "MD5");
    ToolRun sm3 = imported(SALT, "team.b/orders", "SM3");
    imported(resource("rsa-public.pem"), "console.rsa", "RSA");
    imported(resource("sm2-public.pem"), "console.sm2", "sm2");
    assertThat(sm3.out())
        .isEqualTo(
            "Imported 'team.b/orders' into "
                + store
                + ": salt\nAdd to the settings: mgs.keys.\"team.b/orders\".algorithm=SM3\n");

    CommandLine commands = new CommandLine(directory);
    for (String keytool : keytools()) {
      assertThat(
              commands.text(
                  keytool, "-list", "-keystore", store.toString(), "-storepass", "changeit"))
          .as(keytool)
          .contains("Your keystore contains 4 entries")
          .containsPattern("team\\.a/orders, .*SecretKeyEntry")
          .containsPattern("team\\.b/orders, .*SecretKeyEntry")
          .containsPattern("console\\.rsa, .*SecretKeyEntry")
          .containsPattern("console\\.sm2, .*SecretKeyEntry");
    }
    assertThat(
            commands.opensslText(
                "pkcs12", "-in", store.toString(), "-passin", "pass:changeit", "-nodes"))
        .contains("friendlyName: team.a/orders", "friendlyName: team.b/orders")
        .contains("friendlyName: console.rsa", "friendlyName: console.sm2");

    // what the library makes of them, asked with signatures of the other half
    Files.writeString(
        settings,
        "mgs.keystore.location=%s\nmgs.keystore.password=changeit\n".formatted(store)
            + "mgs.keys.\"Team.A/Orders\".algorithm=MD5\n"
            + "mgs.keys.\"team.b/orders\".algorithm=SM3\n"
            + "mgs.keys.\"console.rsa\".algorithm=RSA\nmgs.keys.\"console.sm2\".algorithm=SM2\n");
    assertSignsAndVerifies("Team.A/Orders");
    assertSignsAndVerifies("team.b/orders");
    assertSignsAndVerifies("console.rsa", "--private-key", written("rsa-private.pem"));
    assertSignsAndVerifies("console.sm2", "--private-key", written("sm2-private.pem"));
  }

  @Test
  void signsBySm2AsTheSettingsSay() throws Exception {
    imported(resource("sm2-public.pem"), "console.sm2", "SM2");
    String store =
        "mgs.keystore.location=%s\nmgs.keystore.password=changeit\n".formatted(this.store)
            + "mgs.keys.\"console.sm2\".algorithm=SM2\nmgs.sm2.user-id=\n";
    String key = written("sm2-private.pem");
    for (String encoding : List.of("raw", "der", "both")) {
      // a verifier of one form refuses the other, and the user id is part of what is signed
      Files.writeString(settings, store + "mgs.sm2.encoding=" + encoding + "\n");
      assertSignsAndVerifies("console.sm2", "--private-key", key);
    }
    Files.writeString(settings, store + "mgs.sm2.encoding=hex\n");
    ToolRun wrong =
        ToolRun.of(
            "",
            "sign",
            "--settings",
            settings.toString(),
            "--key",
            "console.sm2",
            "--private-key",
            key,
            "GET",
            "/");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("mgs.sm2.encoding is 'hex': one of both, der, raw is needed");
  }

  private void assertSignsAndVerifies(String id, String... more) throws IOException {
    Path request = directory.resolve("signed.http");
    List<String> sign =
        new ArrayList<>(
            List.of("sign", "--settings", settings.toString(), "--key", id, "--request"));
    sign.add(request.toString());
    sign.addAll(List.of(more));
    sign.addAll(List.of("GET", "/orders?b=%20&a=1"));
    ToolRun signed = ToolRun.of("", sign.toArray(new String[0]));
    assertThat(signed.code()).as(signed.err()).isZero();
    ToolRun verified =
        ToolRun.of("", "verify", "--settings", settings.toString(), request.toString());
    assertThat(verified.out()).startsWith("verified: ").contains("key '" + id + "'");
    Files.delete(request);
  }

  private String written(String resource) throws IOException {
    return Files.writeString(directory.resolve(resource), resource(resource)).toString();
  }

  /** Of the running JDK, and of those that are installed beside it. */
  private static List<String> keytools() throws IOException {
    Path home = Path.of(System.getProperty("java.home")).toRealPath();
    try (Stream<Path> homes = Files.list(Objects.requireNonNull(home.getParent()))) {
      return Stream.concat(Stream.of(home), homes)
          .map(jdk -> jdk.resolve("bin").resolve("keytool"))
          .filter(Files::isExecutable)
          .map(KeysCommandTest::real)
          .distinct()
          .map(Path::toString)
          .toList();
    }
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void keepsOnlyThePublicHalfOfAPrivateKey() throws Exception {
    CommandLine commands = new CommandLine(directory);
    String rsa = resource("rsa-private.pem");
    String pkcs1 = commands.opensslText("rsa", "-traditional", "-in", written("rsa-private.pem"));
    String point = pointOf(commands, written("sm2-public.pem"));
    String bare = resource("sm2-public.pem").replaceAll("-----[^-]*-----|\\s", "");
    imported(rsa, "rsa.pkcs8", "RSA");
    imported(pkcs1, "rsa.pkcs1", "RSA");
    imported(resource("sm2-private.pem"), "sm2.pkcs8", "SM2");
    imported(resource("sm2-private-sec1.pem"), "sm2.sec1", "SM2");
    imported(point, "sm2.point", "SM2");
    imported(bare, "sm2.bare", "SM2");
    imported("", "sm2.file", "SM2", written("sm2-public.pem"));

    MgsSigner rsaSigner = MgsSigner.privateKey("rsa.pkcs1", SignatureAlgorithm.RSA, rsa);
    assertThat(keys("", "list").out().lines())
        .hasSize(7)
        .allMatch(line -> line.contains("public key"))
        .filteredOn(line -> line.startsWith("sm2"))
        .extracting(line -> line.substring(line.indexOf(':')))
        .containsOnly(": SM2 public key, SHA-256 " + sha256(commands, "sm2-public.pem"));
    assertThat(keys("", "list").out())
        .contains("RSA public key of 2048 bits, SHA-256 " + sha256(commands, "rsa-public.pem"));
    for (String id : List.of("rsa.pkcs8", "sm2.pkcs8", "sm2.sec1")) {
      byte[] stored =
          Objects.requireNonNull(
              new KeyFile(store.toString(), "changeit".toCharArray()).secret(id));
      assertThat(new String(stored, UTF_8)).startsWith("M").hasSizeLessThan(400);
    }
    keys("", "remove", "--id", "rsa.pkcs8");
    for (String id : List.of("sm2.pkcs8", "sm2.sec1", "sm2.point", "sm2.bare", "sm2.file")) {
      assertThat(keys("", "remove", "--id", id).code()).isZero();
    }
    assertVerifies("rsa.pkcs1", SignatureAlgorithm.RSA, rsaSigner);
  }

  private static String pointOf(CommandLine commands, String file) {
    byte[] der = commands.openssl("pkey", "-pubin", "-in", file, "-outform", "DER");
    StringBuilder point = new StringBuilder();
    for (int i = der.length - 65; i < der.length; i++) {
      point.append(String.format("%02x", der[i]));
    }
    return point.toString();
  }

  private String sha256(CommandLine commands, String resource) throws IOException {
    Path der = directory.resolve("key.der");
    Files.write(
        der, commands.openssl("pkey", "-pubin", "-in", written(resource), "-outform", "DER"));
    return commands.opensslText("dgst", "-sha256", "-r", der.toString()).split(" ", 2)[0];
  }

  @Test
  void takesASaltExactlyButForTheLineEndBehindIt() {
    imported(" two  words \t\r\n", "spaces", "MD5");
    assertVerifies(
        "spaces",
        SignatureAlgorithm.MD5,
        MgsSigner.salted("spaces", SignatureAlgorithm.MD5, " two  words \t"));
    keys("", "remove", "--id", "spaces");
    ToolRun noted = imported("line\n\n", "lines", "SM3");
    assertThat(noted.out()).contains("the salt ends in white space, which is kept");
    assertVerifies(
        "lines",
        SignatureAlgorithm.SM3,
        MgsSigner.salted("lines", SignatureAlgorithm.SM3, "line\n"));
  }

  @Test
  void generatesAPairThatATestSignsWith() throws Exception {
    for (String algorithm : List.of("RSA", "SM2")) {
      Path pem = directory.resolve(algorithm + ".pem");
      ToolRun run =
          keys(
              "",
              "generate",
              "--id",
              "pair",
              "--algorithm",
              algorithm,
              "--private-key",
              pem.toString());
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.out()).contains("mgs.keys.\"pair\".algorithm=" + algorithm);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(pem)))
          .isEqualTo("rw-------");
      // OpenSSL reads the private half as well, and finds the same public one
      Path der = directory.resolve("key.der");
      CommandLine commands = new CommandLine(directory);
      Files.write(
          der, commands.openssl("pkey", "-in", pem.toString(), "-pubout", "-outform", "DER"));
      assertThat(keys("", "list").out())
          .contains(commands.opensslText("dgst", "-sha256", "-r", der.toString()).split(" ", 2)[0]);
      assertVerifies(
          "pair",
          SignatureAlgorithm.valueOf(algorithm),
          MgsSigner.privateKey(
              "pair", SignatureAlgorithm.valueOf(algorithm), Files.readString(pem)));
      assertThat(keys("", "remove", "--id", "pair").out()).contains("Removed 'pair'");
    }
  }

  @Test
  void keepsTheFileForItsOwnerAndItsModeWhereItIsThere() throws Exception {
    imported("salt", "one", "MD5");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store)))
        .isEqualTo("rw-------");
    Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rw-r-----"));
    imported("salt", "two", "MD5");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store)))
        .isEqualTo("rw-r-----");
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).containsExactlyInAnyOrder(store, settings);
    }
  }

  @Test
  void opensAKeyStoreByAVariableAFileOrTheSettings() throws Exception {
    imported("salt", "one", "MD5");
    Path password = Files.writeString(directory.resolve("password"), "changeit\n");
    String[] list = {"keys", "list", "--keystore", store.toString()};

    assertThat(ToolRun.of("", with(list, "--password-file", password.toString())).out())
        .isEqualTo("one: secret: a salt, a secret or an access key\n");
    assertRefused(ToolRun.of("", list), "There is no password for the key store");
    assertRefused(
        ToolRun.of("", with(list, "--password-env", "MGS_TEST_SURELY_NOT_SET")),
        "The environment variable MGS_TEST_SURELY_NOT_SET is not set");
    Files.writeString(password, "wrong\n");
    assertRefused(
        ToolRun.of("", with(list, "--password-file", password.toString())),
        "is the password right");
  }

  private static String[] with(String[] arguments, String... more) {
    return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void saysWhatIsWrongAndChangesNothing() throws Exception {
    imported("salt", "one", "MD5");
    byte[] before = Files.readAllBytes(store);
    String rsa = resource("rsa-public.pem");
    Path existing = Files.writeString(directory.resolve("existing.pem"), "");

    assertRefused(
        keys("other", "import", "--id", "ONE", "--algorithm", "MD5"), "has an entry 'ONE' already");
    assertRefused(keys("", "import", "--id", "two", "--algorithm", "SM3"), "The salt is empty");
    assertRefused(keys("", "import", "--id", "two", "--algorithm", "SM3", "salt.txt"), "leave out");
    assertRefused(keys(rsa, "import", "--id", "two", "--algorithm", "SM2"), "found an RSA key");
    assertRefused(
        keys("no key!", "import", "--id", "two", "--algorithm", "RSA"), "found neither PEM");
    assertRefused(
        keys("x", "import", "--id", "two", "--algorithm", "SM4"), "expected one of [MD5, SM3");
    assertRefused(keys("x", "import", "--id", " ", "--algorithm", "SM3"), "The key id is empty");
    assertRefused(
        keys("", "import", "--id", "two", "--algorithm", "RSA", "absent.pem"), "There is no file");
    assertRefused(keys("", "remove", "--id", "two"), "has no entry 'two': it has [one]");
    assertRefused(
        keys(
            "",
            "generate",
            "--id",
            "two",
            "--algorithm",
            "SM2",
            "--private-key",
            existing.toString()),
        "There is a file");
    assertRefused(
        keys(
            "",
            "generate",
            "--id",
            "two",
            "--algorithm",
            "MD5",
            "--private-key",
            directory.resolve("new.pem").toString()),
        "has a salt or a secret and no key pair");
    assertThat(Files.readAllBytes(store)).isEqualTo(before);

    imported("other", "one", "MD5", "--replace");
    assertVerifies(
        "one", SignatureAlgorithm.MD5, MgsSigner.salted("one", SignatureAlgorithm.MD5, "other"));
  }

  private static void assertRefused(ToolRun run, String why) {
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(why);
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void generatesAPairOfEachAlgorithmThatTakesPublicKeys(SignatureAlgorithm algorithm) {
    String pem = directory.resolve("private.pem").toString();
    ToolRun run =
        keys("", "generate", "--id", "one", "--algorithm", algorithm.name(), "--private-key", pem);
    if (algorithm.salted()) {
      assertThat(run.code()).isNotZero();
      assertThat(run.err()).contains(algorithm + " has a salt or a secret and no key pair");
    } else {
      assertThat(run.err()).isEmpty();
      assertThat(run.code()).isZero();
    }
  }
}
