package io.github.mgsjaxrs.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that API Gateway signs, from the command line. */
class ApiGatewayCommandsTest {

  private static final String URL = "http://localhost:8080/orders?b=2&a=1";

  /**
   * By the commands of the documentation's page: {@code openssl dgst -sha256 -hmac 'the secret'}.
   */
  private static final String SIGNATURE = "TAFWNhyfQMS/g/cUVPkz94D8HlRdtkCY/ySCPrBXOnA=";

  @TempDir private Path directory;
  private String settings;
  private String body;

  @BeforeEach
  void write() throws IOException {
    settings = settings("");
    body = file("order.json", "{\"item\":\"tea\",\"count\":2}");
  }

  private String settings(String more) throws IOException {
    return file(
        "mgs.properties",
        "mgs.keys.\"gateway-key\".algorithm=API_GATEWAY_HMAC_SHA256\n"
            + "mgs.keys.\"gateway-key\".secret=the secret\n"
            + more);
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content).toString();
  }

  private ToolRun sign(String... more) {
    String[] start = {"sign", "--settings", settings, "--key", "gateway-key", "--body", body};
    String[] all = new String[start.length + more.length + 2];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(more, 0, all, start.length, more.length);
    all[all.length - 2] = "POST";
    all[all.length - 1] = URL;
    return ToolRun.of("", all);
  }

  @Test
  void signsAsOpenSslDoesAndPrintsTheSignedHeaders() {
    ToolRun run = sign("--header", "Content-Type", "--header", "X-Ca-Client-Ip: 192.0.2.1");
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .containsExactly(
            "X-Ca-Client-Ip: 192.0.2.1",
            "X-Ca-Proxy-Signature: " + SIGNATURE,
            "X-Ca-Proxy-Signature-Secret-Key: gateway-key",
            "X-Ca-Proxy-Signature-Headers: Content-Type,X-Ca-Client-Ip");
  }

  @Test
  void verifiesWhatItSignedAndExplainsWhatWasChanged() throws IOException {
    Path request = directory.resolve("good.http");
    ToolRun signed =
        sign("--request", request.toString(), "--header", "X-B:2", "--header", "x-a: 1", "--curl");
    assertThat(signed.out())
        .contains("-H 'X-B: 2' -H 'x-a: 1'")
        .contains("-H 'X-Ca-Proxy-Signature-Headers: X-B,x-a'");
    ToolRun verified = ToolRun.of("", "verify", "--settings", settings, request.toString());
    assertThat(verified.out())
        .startsWith("verified: API_GATEWAY_HMAC_SHA256 signature of key 'gateway-key'");

    String raw = Files.readString(request);
    String sent = file("sent.http", raw.replace("POST /orders", "POST /gw/orders"));
    ToolRun explained = ToolRun.of("", "explain", "--settings", settings, sent);
    assertThat(explained.code()).isEqualTo(1);
    assertThat(explained.out())
        .contains("string to sign: POST\\n")
        .contains("\\nx-b:***\\nx-a:***\\n/gw/orders?a=***&b=***")
        .contains("set mgs.apigateway.canonical.path-prefix.strip=/gw");

    settings = settings("mgs.apigateway.canonical.path-prefix.strip=/gw\n");
    assertThat(ToolRun.of("", "verify", "--settings", settings, sent).code()).isZero();
  }

  @Test
  void signsByTheSettings() throws IOException {
    settings =
        settings(
            "mgs.apigateway.header-order=lower-case\n"
                + "mgs.apigateway.canonical.path-prefix.add=/gw\n");
    Path request = directory.resolve("other.http");
    assertThat(sign("--request", request.toString(), "--header", "x-a:1", "--header", "X-B:2"))
        .returns(0, ToolRun::code);
    ToolRun verified = ToolRun.of("", "verify", "--settings", settings, request.toString());
    assertThat(verified.code()).as(verified.out()).isZero();
    ToolRun otherwise = ToolRun.of("", "verify", "--settings", settings(""), request.toString());
    assertThat(otherwise.code()).isEqualTo(1);
  }

  @Test
  void refusesARequestWithoutARequiredHeader() throws IOException {
    Path request = directory.resolve("bare.http");
    sign("--request", request.toString());
    settings = settings("mgs.apigateway.required-headers=X-Ca-Client-Ip\n");
    ToolRun run = ToolRun.of("", "verify", "--settings", settings, request.toString());
    assertThat(run.out()).startsWith("rejected (code 7002, not-covered)");
  }

  /** RFC 9112, 3.2: a request with two Host lines is answered 400. */
  @Test
  void writesOneHostLineAndOneOfTheKey() throws IOException {
    Path request = directory.resolve("host.http");
    ToolRun run =
        sign(
            "--request",
            request.toString(),
            "--header",
            "host: foo",
            "--header",
            "x-ca-proxy-signature-secret-key");
    assertThat(run.err()).isEmpty();
    assertThat(Files.readAllLines(request).stream().map(line -> line.replaceFirst(":.*", "")))
        .contains("host", "X-Ca-Proxy-Signature-Secret-Key")
        .doesNotContain("Host", "x-ca-proxy-signature-secret-key");
    ToolRun verified = ToolRun.of("", "verify", "--settings", settings, request.toString());
    assertThat(verified.code()).as(verified.out()).isZero();
  }

  /** curl's manual, "-H": an empty value ends the name with a semicolon. */
  @Test
  void hasCurlSendAnEmptyHeader() {
    assertThat(sign("--curl", "--header", "X-Empty:").out())
        .contains("-H 'X-Empty;'")
        .doesNotContain("X-Empty:");
  }

  @Test
  void signsOnlyWhatIsReadAsTheSettingsSay() throws IOException {
    assertThat(sign("--header", "X-A: \u4e2d").err()).contains("mgs.apigateway.header-charset");
    settings = settings("mgs.apigateway.header-charset=utf-8\n");
    assertThat(sign("--header", "X-A: \u4e2d").code()).isZero();
  }

  @Test
  void saysThatTheSignedHeadersArePrintedToo() {
    assertThat(ToolRun.of("", "sign", "--help").out()).doesNotContain("the two headers");
  }

  @Test
  void saysWhatIsWrongWithAHeader() {
    assertThat(sign("--header", "Content-Length: 5").err()).contains("is written by itself");
    assertThat(sign("--header", "X-Ca-Proxy-Signature-Secret-Key: other").err())
        .contains("by --key");
    assertThat(sign("--header", "X-A").err()).contains("'X-A' is no header");
    assertThat(sign("--header", "X-A:1", "--header", "X-A:2").err()).contains("is given twice");
    assertThat(sign("--header", "X A:1").err()).contains("no name of a header");
    assertThat(sign("--header", "Content-Type: text/plain").err())
        .contains("give another one by --content-type");
    assertThat(
            ToolRun.of(
                    "",
                    "sign",
                    "--settings",
                    settings,
                    "--key",
                    "gateway-key",
                    "--header",
                    "Content-Type",
                    "GET",
                    "/orders")
                .err())
        .contains("There is no body");
  }

  @Test
  void importsItsSecret() throws IOException {
    String store = directory.resolve("mgs.p12").toString();
    ToolRun run =
        ToolRun.of(
            "the secret\n",
            "keys",
            "import",
            "--keystore",
            store,
            "--password-file",
            file("password", "changeit\n"),
            "--id",
            "gateway-key",
            "--algorithm",
            "API_GATEWAY_HMAC_SHA256");
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("Imported 'gateway-key'").contains("secret");
  }
}
