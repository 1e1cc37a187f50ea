package io.github.mgsjaxrs.tool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files without an end, and names that a terminal would obey. */
class HostileInputsTest {

  @TempDir private Path directory;

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void takesNoMoreOfADeviceThanAnythingMayHave() {
    Terminal terminal = new Terminal(new ByteArrayInputStream(new byte[1_001]), null, 1_000);
    assertThatExceptionOfType(UnusableException.class)
        .isThrownBy(() -> terminal.bytes("/dev/zero"))
        .withMessage("'/dev/zero' is longer than 1000 bytes, which is the most that is taken");
    assertThatExceptionOfType(UnusableException.class)
        .isThrownBy(() -> terminal.bytes("-"))
        .withMessageStartingWith("Standard input is longer than 1000 bytes");
    assertThat(new Terminal(new ByteArrayInputStream(new byte[1_000]), null, 1_000).bytes("-"))
        .hasSize(1_000);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void takesNoKeyStoreWithoutAnEnd() throws Exception {
    Path password = Files.writeString(directory.resolve("password"), "changeit\n");
    ToolRun run =
        ToolRun.of(
            "", "keys", "list", "--keystore", "/dev/zero", "--password-file", password.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("The key store /dev/zero is longer than 16777216 bytes");
  }

  @Test
  void printsAnAliasInOneLineWhateverItHolds() throws Exception {
    Path file = directory.resolve("mgs.p12");
    Path password = Files.writeString(directory.resolve("password"), "changeit\n");
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "a\u001b[2j\nb: a secret\u202e",
        new SecretKeySpec("salt".getBytes(UTF_8), "HmacSHA256"),
        "changeit".toCharArray(),
        null);
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, "changeit".toCharArray());
    }
    ToolRun run =
        ToolRun.of(
            "",
            "keys",
            "list",
            "--keystore",
            file.toString(),
            "--password-file",
            password.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("a\\u001b[2j\\nb: a secret\\u202e: ")
        .doesNotContain("\u001b", "\u202e")
        .hasLineCount(1);
  }
}
