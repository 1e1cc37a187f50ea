package io.github.mgsjaxrs.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.suite.GatewayCall;
import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar with an operator's own settings. */
class SettingsIT {

  private static final GatewayKey DEMO =
      GatewayKey.salted("demo-md5", "MD5", "demo salt = no secret");

  @TempDir Path directory;

  @Test
  void obeysASettingsFileAndKnowsNoDemoKeyAnyMore() throws Exception {
    GatewayKey key = GatewayKey.salted("team.a/orders", "SM3", "two words = one salt");
    Path file =
        file(
            "mgs.keys.\"team.a/orders\".algorithm=SM3",
            "mgs.keys.\"team.a/orders\".salt=two words = one salt",
            "mgs.responses.code=show");
    try (RunningQuickstart quickstart =
        RunningQuickstart.start("-Dsmallrye.config.locations=" + file)) {
      Endpoint endpoint = quickstart.endpoint();

      RawResponse served = send(endpoint, key);
      assertThat(served.status()).as("%s", served).isEqualTo(200);
      assertThat(served.json().getString("keyId")).isEqualTo("team.a/orders");
      assertThat(served.json().getString("algorithm")).isEqualTo("SM3");

      RawResponse demo = send(endpoint, DEMO);
      assertThat(demo.status()).isEqualTo(401);
      assertThat(demo.json().getInt("code")).isEqualTo(7000);

      assertThat(quickstart.errorsWith("# unsigned"))
          .contains("no demo key is loaded")
          .doesNotContain("demo-md5", "two words");
    }
  }

  @Test
  void takesKeysFromSystemPropertiesToo() throws Exception {
    GatewayKey key = GatewayKey.salted("a.b", "MD5", " spaces stay ");
    try (RunningQuickstart quickstart =
        RunningQuickstart.start(
            "-Dmgs.keys.\"a.b\".algorithm=MD5", "-Dmgs.keys.\"a.b\".salt= spaces stay ")) {
      assertThat(send(quickstart.endpoint(), key).status()).isEqualTo(200);
      assertThat(send(quickstart.endpoint(), DEMO).json().getInt("code")).isEqualTo(7000);
    }
  }

  @Test
  void takesKeysFromTheEnvironmentToo() throws Exception {
    GatewayKey key = GatewayKey.salted("orders", "SM3", "from the environment");
    try (RunningQuickstart quickstart =
        RunningQuickstart.start(
            Map.of("MGS_KEYS__ORDERS__SALT", "from the environment"),
            "-Dmgs.keys.\"orders\".algorithm=SM3")) {
      assertThat(send(quickstart.endpoint(), key).status()).isEqualTo(200);
      assertThat(send(quickstart.endpoint(), DEMO).json().getInt("code")).isEqualTo(7000);
    }
  }

  @Test
  void keepsTheDemoKeysWhereOnlyOtherSettingsAreGiven() throws Exception {
    try (RunningQuickstart quickstart =
        RunningQuickstart.start("-Dmgs.coverage=strict", "-Dmgs.responses.code=hide")) {
      assertThat(send(quickstart.endpoint(), DEMO).status()).isEqualTo(200);
      GatewayKey wrong = GatewayKey.salted("demo-md5", "MD5", "wrong");
      assertThat(send(quickstart.endpoint(), wrong).json()).doesNotContainKey("code");
    }
  }

  @Test
  void doesNotFallBackToTheDemoKeysWhenTheEnvironmentNamesAKeyStoreThatIsNotThere()
      throws Exception {
    try (RunningQuickstart quickstart =
        RunningQuickstart.start(Map.of("MGS_KEYSTORE_LOCATION", "no-such.p12"))) {
      refusesToStart(quickstart, "mgs.keystore.location is 'no-such.p12'");
    }
  }

  @Test
  void refusesToStartWithoutTheSettingsFileThatIsNamed() throws Exception {
    try (RunningQuickstart quickstart =
        RunningQuickstart.start("-Dsmallrye.config.locations=no-such.properties")) {
      refusesToStart(quickstart, "smallrye.config.locations names 'no-such.properties'");
    }
  }

  @Test
  void refusesToStartWithAWrongSettingAndSaysSoInOneLine() throws Exception {
    try (RunningQuickstart quickstart = RunningQuickstart.start("-Dmgs.mode=rport")) {
      refusesToStart(quickstart, "mgs.mode is 'rport'");
      assertThat(quickstart.errors().lines()).hasSize(1);
    }
  }

  @Test
  void refusesToStartWithAnUnknownSetting() throws Exception {
    try (RunningQuickstart quickstart = RunningQuickstart.start("-Dmgs.limits.bdy=1 MiB")) {
      refusesToStart(quickstart, "mgs.limits.bdy is no setting: the nearest is mgs.limits.body");
    }
  }

  @Test
  void refusesToStartOnWhatIsNoPort() throws Exception {
    try (RunningQuickstart quickstart = RunningQuickstart.start("-Dquickstart.port=65536")) {
      refusesToStart(quickstart, "quickstart.port is '65536'");
    }
  }

  private static void refusesToStart(RunningQuickstart quickstart, String message)
      throws InterruptedException {
    assertThat(quickstart.exitCode()).isEqualTo(1);
    assertThat(quickstart.output()).isEmpty();
    assertThat(quickstart.errors()).startsWith(message).doesNotContain("\tat ");
  }

  private static RawResponse send(Endpoint endpoint, GatewayKey key) {
    return endpoint.send(GatewayCall.to("GET", "/orders").query("a", "1").signedWith(key));
  }

  private Path file(String... lines) throws IOException {
    return Files.writeString(directory.resolve("my.properties"), String.join("\n", lines));
  }
}
