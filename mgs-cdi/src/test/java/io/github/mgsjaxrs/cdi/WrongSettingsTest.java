package io.github.mgsjaxrs.cdi;

import static io.github.mgsjaxrs.cdi.Application.settings;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.MgsConfigurationException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongSettingsTest {

  @Test
  void stopTheStartOfTheContainer() {
    assertThatThrownBy(
            () ->
                Application.start(
                    settings(
                        "mgs.keys.orders.algorithm", "MD5",
                        "mgs.keys.orders.salt", "salt",
                        "mgs.mode", "off",
                        "mgs.limit.body", "1 MiB")))
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessage(
            """
            2 settings are wrong:
            - mgs.mode is 'off': one of enforce, report is needed
            - mgs.limit.body is no setting: the nearest is mgs.limits.body, set that or remove this one""");
  }

  @Test
  void noKeyAtAllStopsTheStart() {
    assertThatThrownBy(() -> Application.start(settings()))
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessageStartingWith("There is no key to verify signatures with");
  }

  @Test
  void aWrongPasswordOfTheKeyStoreStopsTheStart(@TempDir Path directory) throws Exception {
    Path store = directory.resolve("mgs.p12");
    Keytool.importText(store, "orders", "secret salt");
    assertThatThrownBy(
            () ->
                Application.start(
                    settings(
                        "mgs.keystore.location", store.toString(),
                        "mgs.keystore.password", "not-it",
                        "mgs.keys.orders.algorithm", "MD5")))
        .hasStackTraceContaining(MgsConfigurationException.class.getName())
        .hasStackTraceContaining("mgs.keystore.password")
        .satisfies(
            stopped ->
                org.assertj.core.api.Assertions.assertThat(stopped.toString())
                    .doesNotContain("not-it"));
  }
}
