package io.github.mgsjaxrs.tool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files and arguments as operators really give them, and worse. */
class OddInputsTest {

  private static final String SALT = "the shared salt";
  private static final String SETTINGS =
      "mgs.keys.\"orders\".algorithm=SM3\nmgs.keys.\"orders\".salt=" + SALT + "\n";

  @TempDir Path directory;
  private Path settings;

  @BeforeEach
  void writeSettings() throws IOException {
    settings = Files.writeString(directory.resolve("mgs.properties"), SETTINGS);
  }

  private ToolRun sign(Path file, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("sign", "--settings", file.toString(), "--key", "orders"));
    arguments.addAll(List.of(more));
    return ToolRun.of("", arguments.toArray(new String[0]));
  }

  private Path signed() {
    Path request = directory.resolve("request.http");
    assertThat(sign(settings, "--request", request.toString(), "GET", "/x?a=1").code()).isZero();
    return request;
  }

  private static void assertUnusable(ToolRun run, String why) {
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(why).doesNotContain(SALT, "\tat ");
  }

  @Test
  void takesSettingsWithWindowsLineEnds() throws IOException {
    Path request = signed();
    Files.writeString(settings, SETTINGS.replace("\n", "\r\n"));

    assertThat(
            ToolRun.of("", "verify", "--settings", settings.toString(), request.toString()).out())
        .startsWith("verified: SM3");
  }

  @Test
  void takesSettingsOrTheRequestFromStandardInput() throws IOException {
    Path request = signed();

    assertThat(ToolRun.of(SETTINGS, "verify", "--settings", "-", request.toString()).code())
        .isZero();
    assertThat(
            ToolRun.of(
                    Files.readAllBytes(request), "verify", "--settings", settings.toString(), "-")
                .code())
        .isZero();
    assertUnusable(ToolRun.of(SETTINGS, "verify", "--settings", "-", "-"), "it is empty");
  }

  @Test
  void namesTheByteOrderMarkThatSwallowsTheFirstSetting() throws IOException {
    Path request = signed();
    Files.writeString(settings, "\ufeff" + SETTINGS);
    assertUnusable(
        ToolRun.of("", "verify", "--settings", settings.toString(), request.toString()),
        "begins with a byte order mark");
    Files.writeString(settings, "\ufeff# a comment\n" + SETTINGS);
    assertThat(
            ToolRun.of("", "verify", "--settings", settings.toString(), request.toString()).code())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nX-Other: 1", "\u4f60", "\u00e4", "a\u0000"})
  void refusesAKeyIdThatNoHeaderCarries(String id) {
    assertUnusable(
        ToolRun.of(SALT, "sign", "--key", id, "--algorithm", "MD5", "GET", "/x"),
        "cannot stand in a header");
  }

  @Test
  void callsAPrivateKeyDamagedWithoutRepeatingIt() throws IOException {
    for (String label : List.of("PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY")) {
      Path pem =
          Files.writeString(
              directory.resolve("key.pem"),
              "-----BEGIN %1$s-----\nU0VDUkVU\n-----END %1$s-----\n".formatted(label));
      ToolRun run =
          sign(settings, "--algorithm", "SM2", "--private-key", pem.toString(), "GET", "/");
      assertUnusable(run, "The private key is damaged");
      assertThat(run.err()).doesNotContain("SECRET", "U0VD");
    }
  }

  @Test
  void namesADirectoryThatIsNotThere() {
    Path absent = directory.resolve("absent");
    assertUnusable(
        sign(settings, "--request", absent.resolve("r.http").toString(), "GET", "/"),
        "There is no directory " + absent);
    assertUnusable(
        ToolRun.of(
            SALT,
            "keys",
            "import",
            "--keystore",
            absent.resolve("mgs.p12").toString(),
            "--password-file",
            settings.toString(),
            "--id",
            "a",
            "--algorithm",
            "MD5"),
        "There is no directory " + absent);
  }

  @Test
  void signsWithASaltOfAKeyStoreThatNoSettingsName() throws IOException {
    Path store = directory.resolve("mgs.p12");
    Path password = Files.writeString(directory.resolve("password"), "changeit\n");
    String[] where = {"--keystore", store.toString(), "--password-file", password.toString()};
    String[] importing = {"keys", "import", "--id", "orders", "--algorithm", "SM3"};
    assertThat(ToolRun.of(SALT, with(importing, where)).code()).isZero();
    String[] signing = {"sign", "--key", "orders", "--algorithm", "SM3", "GET", "/x?a=1"};

    ToolRun run = ToolRun.of("", with(signing, where));

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo(sign(settings, "GET", "/x?a=1").out());
  }

  private static String[] with(String[] arguments, String... more) {
    return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
  }

  /** What a capture of a broken client may hold; each is refused or unusable, never a trace. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "GET /x HTTP/1.1",
        "GET  /x HTTP/1.1\r\n\r\n",
        "GET x HTTP/1.1\r\n\r\n",
        "GET * HTTP/1.1\r\n\r\n",
        "GET http://h HTTP/1.1\r\n\r\n",
        "GET /x HTTP/2\r\n\r\n",
        "GET /x HTTP/1.1\r\n folded\r\n\r\n",
        "GET /x HTTP/1.1\r\n: no name\r\n\r\n",
        "POST /x HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nfffffff\r\nabc",
        "POST /x HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\nabc",
        "POST /x?a=%ED%A0%80 HTTP/1.1\r\nContent-Type: ;;;charset=\r\n\r\nabc",
        "GET /\u0000\u001b[31m\"\\\u2028?a=\u0001\ud83d HTTP/1.1\r\n\r\n"
      })
  void printsOneObjectOrAMessageWhateverTheRequestIs(String request) {
    String headers =
        "HTTP/1.1\r\nX-Mgs-Proxy-Signature: "
            + "0".repeat(64)
            + "\r\nX-Mgs-Proxy-Signature-Secret-Key: orders\r\n";
    for (String sent : List.of(request, request.replace("HTTP/1.1\r\n", headers))) {
      ToolRun run =
          ToolRun.of(
              sent.getBytes(UTF_8), "explain", "--settings", settings.toString(), "--json", "-");
      if (run.code() == 2) {
        assertUnusable(run, "The request cannot be read");
      } else {
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        JsonObject printed = Json.createReader(new StringReader(run.out())).readObject();
        assertThat(printed.getString("verdict")).isEqualTo("rejected");
        assertThat(run.out().strip()).isASCII();
        String text =
            ToolRun.of(sent.getBytes(UTF_8), "explain", "--settings", settings.toString(), "-")
                .out();
        assertThat(text).doesNotContain("\u001b", "\u0000", SALT);
      }
    }
  }
}
