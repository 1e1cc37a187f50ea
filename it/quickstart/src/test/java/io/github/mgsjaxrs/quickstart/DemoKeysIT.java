package io.github.mgsjaxrs.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar as a newcomer starts it: with the demo's keys. */
class DemoKeysIT {

  private static RunningQuickstart quickstart;
  private static Endpoint endpoint;

  @BeforeAll
  static void start() {
    quickstart = RunningQuickstart.start();
    endpoint = quickstart.endpoint();
  }

  @AfterAll
  static void end() throws InterruptedException {
    quickstart.close();
  }

  /** As make-demo-keys.sh makes them. */
  static List<GatewayKey> keys() throws IOException {
    return List.of(
        GatewayKey.salted("demo-md5", "MD5", "demo salt = no secret"),
        GatewayKey.salted("demo-sm3", "SM3", "another demo salt"),
        pair("demo-rsa", "RSA"),
        pair("demo-sm2", "SM2"));
  }

  private static GatewayKey pair(String id, String algorithm) throws IOException {
    String privateKey = Files.readString(Path.of("demo-keys", id + "-private.pem"));
    return GatewayKey.pair(id, algorithm, "in the key store", privateKey);
  }

  @Test
  void tellsItsBaseUriInTheFirstLine() {
    assertThat(quickstart.firstLine()).matches("http://127\\.0\\.0\\.1:[1-9][0-9]*/");
  }

  @Test
  void answersThePrintedRequestsAsItSays() throws Exception {
    String printed = quickstart.errorsWith("# unsigned");
    List<String> commands = printed.lines().filter(line -> line.startsWith("curl ")).toList();
    assertThat(commands).hasSize(3);

    String served = run(commands.get(0));
    assertThat(served).contains("HTTP/1.1 200").contains("\"keyId\":\"demo-md5\"");

    String changed = run(commands.get(1));
    assertThat(changed).contains("HTTP/1.1 401", "application/problem+json", "\"code\":7002");
    assertThat(differences(commands.get(0), commands.get(1))).isEqualTo(1);

    String unsigned = run(commands.get(2));
    assertThat(unsigned).contains("HTTP/1.1 401", "application/problem+json", "\"code\":7014");
  }

  @ParameterizedTest
  @MethodSource("keys")
  void verifiesWhatOpenSslSignedWithEachDemoKey(GatewayKey key) {
    byte[] body = "{\"name\":\"张三\"}".getBytes(StandardCharsets.UTF_8);
    RawRequest signed =
        GatewayCall.to("POST", "/orders")
            .query("z", "1 & 2")
            .query("a", "é")
            .body("application/json", body)
            .signedWith(key);

    RawResponse served = endpoint.send(signed);
    assertThat(served.status()).as("%s", served).isEqualTo(200);
    assertThat(served.json().getString("resource")).isEqualTo("signed");
    assertThat(served.json().getString("method")).isEqualTo("POST");
    assertThat(served.json().getString("path")).isEqualTo("/orders");
    assertThat(served.json().getInt("bodyLength")).isEqualTo(body.length);
    assertThat(served.json().getString("keyId")).isEqualTo(key.id());
    assertThat(served.json().getString("algorithm")).isEqualTo(key.algorithm());

    assertThat(endpoint.send(signed.target("/orders?z=1&a=2")).json().getInt("code"))
        .isEqualTo(7002);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a%2Fb", "/a%2fb/c", "/files/a%2F..%2Fb", "/%E5%BC%A0", "/", "//x"})
  void servesARightlySignedPathAsItWasSent(String path) throws IOException {
    RawResponse served =
        endpoint.send(GatewayCall.to("GET", path).query("q", "1").signedWith(keys().get(0)));

    assertThat(served.status()).as("%s", served).isEqualTo(200);
    assertThat(served.json().getString("path")).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/x", "/", "/echo-calls/x", "/application.wadl", "/open%2Fx", "/openx"})
  void refusesAnUnsignedRequestToAnythingButTheOpenPaths(String path) {
    assertThat(endpoint.send(RawRequest.of("GET", path)).json().getInt("code")).isEqualTo(7014);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/open", "/open/x/y"})
  void servesTheOpenPathsToEverybody(String path) {
    RawResponse served = endpoint.send(RawRequest.of("GET", path));

    assertThat(served.status()).isEqualTo(200);
    assertThat(served.json().getString("resource")).isEqualTo("open");
    assertThat(served.json()).doesNotContainKey("keyId");
  }

  private static long differences(String one, String other) {
    assertThat(one).hasSameSizeAs(other);
    return java.util.stream.IntStream.range(0, one.length())
        .filter(i -> one.charAt(i) != other.charAt(i))
        .count();
  }

  private static String run(String command) throws IOException, InterruptedException {
    Process shell = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true).start();
    shell.getOutputStream().close();
    String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as(output).isZero();
    return output;
  }
}
