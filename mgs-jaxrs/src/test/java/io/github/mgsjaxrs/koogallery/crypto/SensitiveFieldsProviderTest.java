package io.github.mgsjaxrs.koogallery.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.security.Provider;
import java.security.SecureRandomSpi;
import java.security.Security;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Where the keys come from. Isolated, as it changes the list of providers of the JVM. */
@Isolated
class SensitiveFieldsProviderTest {

  private static final String AES_256 =
      "Abcdefgh12345678QXlhv25uPToDj90+UMTz9cDl8H392OIHFpfekW2BukU=";

  private final AccessKey key = AccessKey.of("0123456789abcdef-test-access-key".getBytes(UTF_8));

  @Test
  void saysWhatAJvmLacksThatCannotDeriveTheKey() {
    Provider sun = Security.getProvider("SUN");
    int position = Arrays.asList(Security.getProviders()).indexOf(sun) + 1;
    Security.removeProvider("SUN");
    try {
      assertThatIllegalStateException()
          .isThrownBy(() -> key.sensitiveFields(EncryptType.AES_256))
          .withMessageContaining("no SHA1PRNG of the provider SUN")
          .withMessageContaining("security.provider")
          .withMessageNotContaining("test-access-key");
    } finally {
      Security.insertProviderAt(sun, position);
    }
    assertThat(key.sensitiveFields(EncryptType.AES_256).decrypt(AES_256))
        .isEqualTo("admin@example.com");
  }

  @Test
  void asksNoOtherProviderForTheGenerator() {
    Provider first = new Other();
    Security.insertProviderAt(first, 1);
    try {
      assertThat(key.sensitiveFields(EncryptType.AES_256).decrypt(AES_256))
          .isEqualTo("admin@example.com");
    } finally {
      Security.removeProvider(first.getName());
    }
  }

  /** A provider with a generator of the same name. */
  private static final class Other extends Provider {

    private static final long serialVersionUID = 1L;

    Other() {
      super("Other", "1", "for a test");
      putService(
          new Service(
              this, "SecureRandom", "SHA1PRNG", Zeros.class.getName(), List.of(), Map.of()) {
            @Override
            public Object newInstance(Object parameter) {
              return new Zeros();
            }
          });
    }
  }

  /** Gives zeros, whatever it is seeded with. */
  private static final class Zeros extends SecureRandomSpi {

    private static final long serialVersionUID = 1L;

    @Override
    protected void engineSetSeed(byte[] seed) {
      // it makes no difference
    }

    @Override
    protected void engineNextBytes(byte[] bytes) {
      Arrays.fill(bytes, (byte) 0);
    }

    @Override
    protected byte[] engineGenerateSeed(int bytes) {
      return new byte[bytes];
    }
  }
}
