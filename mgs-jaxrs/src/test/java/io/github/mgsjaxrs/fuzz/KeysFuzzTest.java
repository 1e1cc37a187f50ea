package io.github.mgsjaxrs.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.mgsjaxrs.MgsConfigurationException;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.Sm2Parameters;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.keys.KeyDefinition;
import io.github.mgsjaxrs.keys.KeySource;
import io.github.mgsjaxrs.keys.KeyStoreDefinition;
import io.github.mgsjaxrs.keys.KeyText;
import io.github.mgsjaxrs.testing.KeyFixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** Key texts and key stores: an operator's, but also whatever a half-written file holds. */
class KeysFuzzTest {

  @TempDir static Path directory;

  @FuzzTest
  void readsAKeyTextOrSaysWhatIsWrongWithIt(byte[] input) {
    String text = new String(input, UTF_8);
    for (SignatureAlgorithm algorithm : List.of(SignatureAlgorithm.RSA, SignatureAlgorithm.SM2)) {
      try {
        PublicKey key = KeyText.publicKey(text, algorithm);
        TextKey usable =
            key instanceof RSAPublicKey rsa
                ? TextKey.rsa(rsa)
                : TextKey.sm2(key, Sm2Parameters.DEFAULT);
        assertThat(usable.algorithm()).isEqualTo(algorithm);
      } catch (IllegalArgumentException refused) {
        assertThat(refused.getMessage()).isNotBlank().doesNotContain("\n");
      }
    }
  }

  @FuzzTest
  void readsAPkcs12StoreOrSaysWhatIsWrongWithIt(byte[] input) throws IOException {
    load("PKCS12", input);
  }

  @FuzzTest
  void readsABcfksStoreOrSaysWhatIsWrongWithIt(byte[] input) throws IOException {
    load("BCFKS", input);
  }

  private static void load(String type, byte[] input) throws IOException {
    Path file = Files.write(directory.resolve(type), input);
    KeySource source =
        new KeySource(
            Optional.of(new KeyStoreDefinition(file.toString(), type, "changeit", null)),
            List.of(new KeyDefinition("salted", SignatureAlgorithm.SM3, null, null, null, null)),
            KeyFixtures.PARAMETERS);
    try {
      assertThat(source.load().resolve("salted")).isPresent();
    } catch (MgsConfigurationException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }
}
