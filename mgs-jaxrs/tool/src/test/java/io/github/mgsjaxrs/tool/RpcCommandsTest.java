package io.github.mgsjaxrs.tool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls that clients sign, from the command line. */
class RpcCommandsTest {

  private static final String OPERATION = "alipay.mobile.ic.dispatch";
  private static final String TIME = "2023-11-14T22:13:20Z";
  private static final String BODY = "[{\"_requestBody\":{\"userName\":\"\",\"userId\":0}}]";

  /** MD5 of secret and text, computed by OpenSSL. */
  private static final String MD5 = "700c8099636c5cc3db25cd0537240589";

  @TempDir private Path directory;
  private String settings;
  private String body;

  @BeforeEach
  void write() throws IOException {
    settings =
        file(
            "mgs.properties",
            "mgs.keys.\"app-1\".algorithm=RPC_MD5\nmgs.keys.\"app-1\".secret=secret\n"
                + "mgs.keys.\"app-2\".algorithm=RPC_HMAC_SHA1\nmgs.keys.\"app-2\".secret=secret\n"
                + "mgs.keys.orders.algorithm=MD5\nmgs.keys.orders.salt=salt\n");
    body = file("body.json", BODY);
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content).toString();
  }

  private ToolRun sign(String key, String... more) {
    String[] arguments = new String[more.length + 9];
    System.arraycopy(
        new String[] {"sign", "--settings", settings, "--key", key, "--body", body},
        0,
        arguments,
        0,
        7);
    System.arraycopy(more, 0, arguments, 7, more.length);
    arguments[more.length + 7] = "POST";
    arguments[more.length + 8] = "http://localhost:8080/mgw.htm";
    return ToolRun.of("", arguments);
  }

  private static JsonObject json(ToolRun run) {
    return Json.createReader(new StringReader(run.out())).readObject();
  }

  @Test
  void signsTheDerivedCall() {
    ToolRun run = sign("app-1", "--scheme", "rpc", "--operation-type", OPERATION, "--time", TIME);
    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines())
        .containsExactly(
            "Operation-Type: " + OPERATION,
            "AppId: app-1",
            "Ts: 1700000000000",
            "signType: 0",
            "Sign: " + MD5);
  }

  @Test
  void verifiesWhatItSigned() {
    for (String key : new String[] {"app-1", "app-2"}) {
      Path request = directory.resolve(key + ".http");
      assertThat(sign(key, "--operation-type", OPERATION, "--request", request.toString()))
          .returns(0, ToolRun::code);
      ToolRun run = ToolRun.of("", "verify", "--settings", settings, request.toString());
      assertThat(run.out()).startsWith("verified: RPC_").contains("of key '" + key + "'");
      assertThat(run.code()).isZero();
    }
  }

  @Test
  void verifiesACapturedCallAsOfItsTimestamp() throws IOException {
    Path request = directory.resolve("captured.http");
    sign("app-1", "--operation-type", OPERATION, "--time", TIME, "--request", request.toString());
    ToolRun now = ToolRun.of("", "verify", "--settings", settings, request.toString());
    assertThat(now.code()).isEqualTo(1);
    assertThat(now.out()).contains("code 7003", "--at-its-time verifies a captured call");
    ToolRun then =
        ToolRun.of("", "verify", "--at-its-time", "--settings", settings, request.toString());
    assertThat(then.out()).startsWith("verified: RPC_MD5 signature of key 'app-1'");
    assertThat(then.code()).isZero();
  }

  @Test
  void explainsACallThatWasSignedInAWrongWay() throws IOException {
    // printf 'secretOperation-Type=…&Request-Data=e30=&Ts=1700000000000' | md5sum
    String request =
        "POST /mgw.htm HTTP/1.1\r\n"
            + "Host: x\r\n"
            + "AppId: app-1\r\n"
            + "Ts: 1700000000000\r\n"
            + "signType: 0\r\n"
            + "Operation-Type: op\r\n"
            + "Sign: 75807a2110d3d48ce44cc1e181b70492\r\n"
            + "Content-Length: 2\r\n\r\n"
            + "{}";
    ToolRun run =
        ToolRun.of(
            request.getBytes(UTF_8), "explain", "--at-its-time", "--settings", settings, "-");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("code 7002, signature-mismatch")
        .contains("string to sign: Operation-Type=op&Request-Data=***&Ts=1700000000000")
        .contains("set mgs.rpc.md5-text={secret}{text}");
    JsonObject json =
        json(
            ToolRun.of(
                request.getBytes(UTF_8),
                "explain",
                "--json",
                "--at-its-time",
                "--settings",
                settings,
                "-"));
    assertThat(json.getString("stringToSign"))
        .isEqualTo("Operation-Type=op&Request-Data=e30=&Ts=1700000000000");
    assertThat(json.getInt("code")).isEqualTo(7002);
    assertThat(json.getJsonArray("wouldMatch").getJsonObject(0).getString("setting"))
        .isEqualTo("mgs.rpc.md5-text={secret}{text}");
  }

  @Test
  void saysWhatACallLacks() {
    String request = "POST /mgw.htm HTTP/1.1\r\nHost: x\r\nAppId: app-1\r\n\r\n";
    ToolRun run = ToolRun.of(request.getBytes(UTF_8), "explain", "--settings", settings, "-");
    assertThat(run.out()).contains("code 7014, signature-missing");
    String withoutTime =
        "POST /mgw.htm HTTP/1.1\r\nHost: x\r\nSign: x\r\nAppId: app-1\r\nsignType: 0\r\n"
            + "Operation-Type: op\r\n\r\n";
    assertThat(ToolRun.of(withoutTime.getBytes(UTF_8), "verify", "--settings", settings, "-").out())
        .contains("code 7007, timestamp-missing");
  }

  @Test
  void refusesToSignWhatCannotBeMeant() {
    assertThat(sign("app-1").err()).contains("give --operation-type");
    assertThat(sign("app-1", "--scheme", "backend").err())
        .contains("key 'app-1' is one of RPC_MD5: give rpc");
    assertThat(sign("orders", "--scheme", "rpc").err())
        .contains("key 'orders' is one of MD5: give backend");
    assertThat(sign("app-1", "--operation-type", "a b").err()).contains("visible ASCII");
    assertThat(sign("app-1", "--operation-type", "x", "--time", "noon").code()).isEqualTo(2);
  }

  @Test
  void importsASecretAndSignsWithIt() throws IOException {
    String store = directory.resolve("mgs.p12").toString();
    String stored =
        file(
            "stored.properties",
            "mgs.keystore.location="
                + store.replace("\\", "/")
                + "\nmgs.keystore.password=changeit\nmgs.keys.\"app-1\".algorithm=RPC_MD5\n");
    ToolRun imported =
        ToolRun.of(
            "secret\n",
            "keys",
            "import",
            "--settings",
            stored,
            "--id",
            "app-1",
            "--algorithm",
            "RPC_MD5");
    assertThat(imported.out()).startsWith("Imported 'app-1'").contains(": secret");
    settings = stored;
    assertThat(sign("app-1", "--operation-type", OPERATION, "--time", TIME).out())
        .contains("Sign: " + MD5);
    assertThat(
            ToolRun.of(
                    "\n",
                    "keys",
                    "import",
                    "--settings",
                    stored,
                    "--id",
                    "b",
                    "--algorithm",
                    "RPC_HMAC_SHA1")
                .err())
        .contains("secret is empty");
  }
}
