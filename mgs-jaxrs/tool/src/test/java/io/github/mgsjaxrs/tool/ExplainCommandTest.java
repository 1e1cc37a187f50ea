package io.github.mgsjaxrs.tool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.testing.ExplainedRequest;
import io.github.mgsjaxrs.testing.LocalJersey;
import io.github.mgsjaxrs.testing.WronglySigned;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the tool says of the requests that the server's log explains too. */
class ExplainCommandTest {

  @TempDir static Path shared;
  @TempDir Path directory;

  private static List<ExplainedRequest> signed = List.of();

  @BeforeAll
  static void sign() {
    signed = WronglySigned.in(shared);
  }

  static Stream<ExplainedRequest> requests() {
    return signed.stream();
  }

  private String written(Map<String, String> settings) throws IOException {
    Path file = directory.resolve("mgs.properties");
    Properties properties = new Properties();
    properties.putAll(settings);
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    }
    return file.toString();
  }

  private static JsonObject json(ToolRun run) {
    assertThat(run.out()).matches("\\{.*}\\R");
    return Json.createReader(new StringReader(run.out())).readObject();
  }

  @ParameterizedTest
  @MethodSource("requests")
  void namesWhatWouldHaveMatched(ExplainedRequest request) throws IOException {
    ToolRun run =
        ToolRun.of(request.raw(), "explain", "--settings", written(request.settings()), "-");

    assertThat(run.code()).as(run.err()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("rejected (code " + request.code() + ", ")
        .contains(request.sentence().replace("\\", "\\\\"))
        .doesNotContain("shared salt")
        .doesNotContainPattern("[0-9a-f]{32}");
    if (request.setting() != null) {
      assertThat(run.out()).contains("set " + request.setting());
    }
  }

  @ParameterizedTest
  @MethodSource("requests")
  void printsOneJsonObjectForScripts(ExplainedRequest request) throws IOException {
    Path file = Files.write(directory.resolve("request.http"), request.raw());

    for (String command : List.of("explain", "verify")) {
      ToolRun run =
          ToolRun.of(
              "", command, "--settings", written(request.settings()), "--json", file.toString());

      assertThat(run.code()).as(run.err()).isEqualTo(1);
      JsonObject printed = json(run);
      assertThat(printed.getString("verdict")).isEqualTo("rejected");
      assertThat(printed.getInt("code")).isEqualTo(request.code());
      assertThat(printed.getJsonArray("wouldMatch").getValuesAs(JsonObject.class))
          .anySatisfy(
              found -> {
                JsonValue setting = found.get("setting");
                assertThat(setting)
                    .isEqualTo(
                        request.setting() == null
                            ? JsonValue.NULL
                            : Json.createValue(request.setting()));
                assertThat(found.getString("why")).contains(request.sentence());
              });
    }
  }

  @Test
  void takesTheSettingThatItNamedForTheMend() throws IOException {
    List<ExplainedRequest> mendable =
        requests().filter(request -> request.setting() != null && !pair(request)).toList();
    for (ExplainedRequest request : mendable) {
      Map<String, String> mended = new TreeMap<>(request.settings());
      int equals = request.setting().indexOf('=');
      mended.put(request.setting().substring(0, equals), request.setting().substring(equals + 1));

      ToolRun run = ToolRun.of(request.raw(), "verify", "--settings", written(mended), "-");

      assertThat(run.out()).as(request.name()).startsWith("verified: ");
      assertThat(run.code()).isZero();
    }
    assertThat(mendable).hasSizeGreaterThan(20);
  }

  private static boolean pair(ExplainedRequest request) {
    return request.sentence().contains("not alone");
  }

  @Test
  void showsTheExactStringToSignInJsonAloneAndMasksValuesElsewhere() throws IOException {
    ExplainedRequest request =
        requests().filter(any -> any.name().equals("raw parameters")).findFirst().orElseThrow();
    String settings = written(request.settings());

    ToolRun text = ToolRun.of(request.raw(), "explain", "--settings", settings, "-");
    ToolRun json = ToolRun.of(request.raw(), "explain", "--settings", settings, "--json", "-");

    assertThat(text.out()).contains("string to sign: GET\\n\\n/raw?a=***&b=***");
    assertThat(json(json).getString("stringToSign")).isEqualTo("GET\n\n/raw?a=x y&b=\u4f60");
    assertThat(json.out().strip()).isASCII();

    Map<String, String> values = new TreeMap<>(request.settings());
    values.put("mgs.diagnostics.values", "true");
    assertThat(ToolRun.of(request.raw(), "explain", "--settings", written(values), "-").out())
        .contains("string to sign: GET\\n\\n/raw?a=x y&b=\u4f60");
  }

  @Test
  void saysThatNothingMatchesWhereNothingDoes() throws IOException {
    ExplainedRequest request =
        requests().filter(any -> any.name().equals("JSON written anew")).findFirst().orElseThrow();
    byte[] changed = new String(request.raw(), UTF_8).replace("[ 1", "[ 2").getBytes(UTF_8);
    String settings = written(request.settings());

    assertThat(ToolRun.of(changed, "explain", "--settings", settings, "-").out())
        .contains("no variation of the request or the key matches")
        .contains("not proven, but possible:")
        .contains("mgs.canonical.path-prefix.add")
        .doesNotContain("it would match otherwise");
    assertThat(
            json(ToolRun.of(changed, "explain", "--settings", settings, "--json", "-"))
                .getJsonArray("wouldMatch")
                .getValuesAs(JsonObject.class))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.isNull("setting")).isTrue();
              assertThat(found.getString("why")).contains("possible and not proven");
            });
  }

  @Test
  void tellsOfARequestThatIsRefusedBeforeItsSignatureIsLookedAt() throws IOException {
    ExplainedRequest request = requests().findFirst().orElseThrow();
    String settings = written(request.settings());
    String unsigned = "GET /orders?a=1 HTTP/1.1\r\nHost: h\r\n\r\n";

    JsonObject printed =
        json(ToolRun.of(unsigned, "explain", "--settings", settings, "--json", "-"));

    assertThat(printed.getInt("code")).isEqualTo(7014);
    assertThat(printed.getString("stringToSign")).isEqualTo("GET\n\n/orders?a=1");
    assertThat(printed.getString("reason")).isEqualTo("there is no X-Mgs-Proxy-Signature");
    assertThat(printed.getJsonArray("wouldMatch")).isEmpty();
    assertThat(ToolRun.of(unsigned, "verify", "--settings", settings, "-").out())
        .startsWith("rejected (code 7014, signature-missing)");
  }

  @Test
  void namesAParameterThatHasTwoValues() throws IOException {
    String settings =
        written(Map.of("mgs.keys.orders.algorithm", "MD5", "mgs.keys.orders.salt", "orders-1"));
    String request =
        "POST /both?k=query HTTP/1.1\r\nHost: h\r\nContent-Length: 6\r\nContent-Type: "
            + LocalJersey.FORM
            + "\r\nX-Mgs-Proxy-Signature: "
            + LocalJersey.md5("POST\n\n/both?k=query", "orders-1")
            + "\r\nX-Mgs-Proxy-Signature-Secret-Key: orders\r\n\r\nk=form";
    ToolRun run = ToolRun.of(request, "explain", "--settings", settings, "-");
    assertThat(run.code()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains("parameter-conflict").contains("'k'").doesNotContain("k=form");
  }
}
