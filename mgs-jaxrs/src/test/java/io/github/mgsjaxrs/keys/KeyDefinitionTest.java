package io.github.mgsjaxrs.keys;

import static io.github.mgsjaxrs.SignatureAlgorithm.MD5;
import static io.github.mgsjaxrs.SignatureAlgorithm.RSA;
import static io.github.mgsjaxrs.SignatureAlgorithm.SM2;
import static io.github.mgsjaxrs.SignatureAlgorithm.SM3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.MgsConfigurationException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class KeyDefinitionTest {

  @Test
  void takesEachSourceAlone() {
    assertThat(new KeyDefinition("a/b.c", SM3, null, " s ", null, null).inKeyStore()).isFalse();
    assertThat(new KeyDefinition("k", null, null, null, "MFk", null).inKeyStore()).isFalse();
    assertThat(new KeyDefinition("k", SM2, null, null, null, "k.pem").inKeyStore()).isFalse();
    assertThat(new KeyDefinition("k", RSA, "alias", null, null, null).entry()).isEqualTo("alias");
    assertThat(new KeyDefinition("k", RSA, null, null, null, null).entry()).isEqualTo("k");
  }

  @Test
  void refusesTwoSources() {
    refuses(
        () -> new KeyDefinition("orders", MD5, null, "salt", "MFk", null),
        "mgs.keys.\"orders\".salt and mgs.keys.\"orders\".public-key");
    refuses(() -> new KeyDefinition("k", MD5, "a", "salt", null, null), ".alias and ");
    refuses(() -> new KeyDefinition("k", RSA, null, null, "MFk", "k.pem"), "-location");
    refuses(() -> new KeyDefinition("k", RSA, "a", null, null, "k.pem"), ".alias and ");
  }

  @Test
  void refusesAnAlgorithmThatDoesNotFit() {
    refuses(
        () -> new KeyDefinition("k", null, null, "pepper", null, null), "algorithm is not given");
    refuses(() -> new KeyDefinition("k", SM2, null, "pepper", null, null), "algorithm is SM2");
    refuses(() -> new KeyDefinition("k", SM3, null, null, "MFk", null), "which takes a salt");
    refuses(() -> new KeyDefinition("k", MD5, null, null, null, "k.pem"), "which takes a salt");
  }

  @Test
  void refusesWhatIsEmpty() {
    refuses(() -> new KeyDefinition("", SM3, null, "pepper", null, null), "key id is empty");
    refuses(() -> new KeyDefinition("k", SM3, null, "", null, null), ".salt is empty");
    refuses(() -> new KeyDefinition("k", SM3, "", null, null, null), ".alias is empty");
    refuses(() -> new KeyDefinition("k", RSA, null, null, "", null), ".public-key is empty");
    refuses(() -> new KeyDefinition("k", RSA, null, null, null, ""), "-location is empty");
    refuses(() -> new KeyStoreDefinition(" ", null), "location of the key store is empty");
    refuses(() -> new KeyStoreDefinition("f", "", null, null), "type of the key store is empty");
    refuses(
        () -> new KeyStoreDefinition("f", "JKS", null, ""), "provider of the key store is empty");
  }

  private static void refuses(ThrowingCallable made, String message) {
    assertThatThrownBy(made)
        .isInstanceOf(MgsConfigurationException.class)
        .hasMessageContaining(message)
        .message()
        .doesNotContain("pepper");
  }

  @Test
  void showsNeitherSaltNorPassword() {
    assertThat(new KeyDefinition("k", SM3, null, "pepper", null, null).toString())
        .contains("k", "SM3", "<redacted>")
        .doesNotContain("pepper");
    assertThat(new KeyDefinition("k", SM2, null, null, "-----BEGIN SM2 PRIVATE", null).toString())
        .doesNotContain("BEGIN");
    assertThat(new KeyStoreDefinition("mgs.p12", "changeit").toString())
        .contains("mgs.p12", "PKCS12", "<redacted>")
        .doesNotContain("changeit");
  }
}
