package io.github.mgsjaxrs.tool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.testing.CommandLine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The packed tool as its users start it. */
class ToolIT {

  private static final Path JAR = Path.of(System.getProperty("mgs.tool.jar"));
  private static final int MOST_SECONDS = 120;

  @TempDir Path directory;

  @BeforeEach
  void writeSettings() throws IOException {
    write(
        "mgs.properties",
        "mgs.keystore.location=mgs.p12\n"
            + "mgs.keystore.password=${STORE_PASSWORD}\n"
            + "mgs.keys.\"orders\".algorithm=SM3\n");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  private String read(String name) throws IOException {
    return Files.readString(directory.resolve(name));
  }

  private ToolRun mgs(String input, String... arguments) throws Exception {
    return mgs(Path.of(System.getProperty("java.home")), input, arguments);
  }

  private ToolRun mgs(Path jdk, String input, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(jdk.resolve("bin/java").toString()));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().put("STORE_PASSWORD", "changeit");
    Path out = Files.createTempFile(directory, "out", "");
    Path err = Files.createTempFile(directory, "err", "");
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    try {
      try (OutputStream in = process.getOutputStream()) {
        in.write(input.getBytes(UTF_8));
      } catch (IOException ended) {
        // it ended without reading: its exit code tells
      }
      assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
      return new ToolRun(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void leadsFromTheConsoleToAnExplainedMismatch() throws Exception {
    String[] imports = {
      "keys", "import", "--settings", "mgs.properties", "--id", "orders", "--algorithm", "SM3"
    };
    assertThat(mgs("the shared salt\n", imports))
        .isEqualTo(new ToolRun(0, "Imported 'orders' into mgs.p12: salt\n", ""));
    write("order.json", "{\"item\":\"tea\",\"count\":2}");
    String signing = "sign --settings mgs.properties --key orders --body order.json --request good";
    ToolRun signed = mgs("", (signing + " POST /orders?b=%20&a=1").split(" "));
    assertThat(signed.err()).isEmpty();
    // OpenSSL computes the same over a text that was written by hand
    write("text", "POST\n" + md5OfTheOrder() + "\n/orders?a=1&b= " + "the shared salt");
    String sm3 =
        new CommandLine(directory)
            .opensslText("dgst", "-sm3", "-r", directory.resolve("text").toString())
            .split(" ", 2)[0];
    assertThat(signed.out())
        .isEqualTo(
            "X-Mgs-Proxy-Signature: %s\nX-Mgs-Proxy-Signature-Secret-Key: orders\n".formatted(sm3));

    assertThat(mgs("", "verify", "--settings", "mgs.properties", "good"))
        .isEqualTo(new ToolRun(0, "verified: SM3 signature of key 'orders'\n", ""));
    ToolRun broken =
        mgs(
            read("good").replace("POST /orders", "POST /gateway/orders"),
            "verify",
            "--settings",
            "mgs.properties",
            "-");
    assertThat(broken.code()).isEqualTo(1);
    assertThat(broken.out()).startsWith("rejected (code 7002, signature-mismatch)");
    ToolRun explained =
        mgs(
            read("good").replace("POST /orders", "POST /gateway/orders"),
            "explain",
            "--settings",
            "mgs.properties",
            "--json",
            "-");
    assertThat(explained.code()).isEqualTo(1);
    assertThat(explained.out())
        .startsWith("{\"verdict\":\"rejected\",\"code\":7002,\"stringToSign\":\"POST\\n")
        .contains("{\"setting\":\"mgs.canonical.path-prefix.strip=/gateway\",\"why\":\"");
  }

  private String md5OfTheOrder() {
    CommandLine commands = new CommandLine(directory);
    byte[] md5 =
        commands.openssl("dgst", "-md5", "-binary", directory.resolve("order.json").toString());
    return Base64.getEncoder().encodeToString(md5);
  }

  /** The running JDK, and those that are installed beside it. */
  static Stream<Path> jdks() throws IOException {
    Path home = Path.of(System.getProperty("java.home")).toRealPath();
    List<Path> homes = new ArrayList<>(List.of(home));
    try (Stream<Path> others = Files.list(Objects.requireNonNull(home.getParent()))) {
      for (Path other : others.toList()) {
        if (Files.isExecutable(other.resolve("bin/java"))) {
          homes.add(other.toRealPath());
        }
      }
    }
    return homes.stream().distinct();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void signsAndVerifiesBySm2OnEveryJdk(Path jdk) throws Exception {
    write("sm2.properties", read("mgs.properties").replace("orders", "pair").replace("SM3", "SM2"));
    assertThat(
            mgs(
                jdk,
                "",
                "keys generate --settings sm2.properties --id pair --algorithm SM2 --private-key k"
                    .split(" ")))
        .returns(0, ToolRun::code);
    assertThat(
            mgs(
                jdk,
                "",
                "sign --settings sm2.properties --key pair --private-key k --request r GET /x"
                    .split(" ")))
        .returns(0, ToolRun::code);
    assertThat(mgs(jdk, "", "verify", "--settings", "sm2.properties", "r").out())
        .isEqualTo("verified: SM2 signature of key 'pair'\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "verify --settings absent.properties good",
        "verify --settings mgs.properties absent",
        "verify --settings wrong.properties good",
        "verify good",
        "explain --settings mgs.properties --jsn good",
        "unknown",
        "keys list --keystore mgs.properties --password-env STORE_PASSWORD"
      })
  void endsWith2WhereItCannotBeUsed(String arguments) throws Exception {
    write("good", "GET / HTTP/1.1\n\n");
    write("wrong.properties", "mgs.keys.\"orders\".salt=the shared salt\nmgs.nonsense=1\n");
    ToolRun run = mgs("", arguments.split(" "));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isNotEmpty().doesNotContain("shared salt", "\tat ");
  }

  @Test
  void teachesByItsHelp() throws Exception {
    assertThat(mgs("", "--help").out())
        .contains("keys", "sign", "verify", "explain", "A first round", "Exit codes: 0");
    assertThat(mgs("", "keys", "import", "--help").out())
        .contains("never an argument", "Examples:", "--password-env");
    assertThat(mgs("", "--version").out()).startsWith("mgs 0.");
  }

  @Test
  void holdsAllThatItNeedsAndNothingThatServersLookFor() throws IOException {
    try (JarFile content = new JarFile(JAR.toFile())) {
      assertThat(content.stream().map(Object::toString))
          .contains("io/github/mgsjaxrs/verifier/MgsVerifier.class", "picocli/CommandLine.class")
          .noneMatch(
              name ->
                  name.startsWith("META-INF/services/io.github.mgsjaxrs")
                      || name.startsWith("META-INF/services/jakarta.")
                      || name.matches("META-INF/(jandex\\.idx|beans\\.xml|web-fragment\\.xml)"));
    }
  }
}
