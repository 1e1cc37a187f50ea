package io.github.mgsjaxrs.crypto;

import static io.github.mgsjaxrs.crypto.SignatureCheck.MALFORMED;
import static io.github.mgsjaxrs.crypto.SignatureCheck.MISMATCH;
import static io.github.mgsjaxrs.crypto.SignatureCheck.VALID;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.mgsjaxrs.SignatureAlgorithm;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A key and a signature that OpenSSL made: {@code openssl genpkey -algorithm RSA -pkeyopt
 * rsa_keygen_bits:1032}, and {@code openssl dgst -sha1 -sign}. Isolated, as it changes the list of
 * providers of the JVM.
 */
@Isolated
class RsaVerifierTest {

  /** 129 bytes, so that their Base64 has no padding. */
  private static final BigInteger MODULUS =
      new BigInteger(
          "C813E22F3B4C8005550FCCB0C5B348AA7BF639942DE71B98004CE9FE64434877"
              + "A366E3231C9084854F3523F8E39AEF731181D3F94DE1EF4642665E6FC9784F8C"
              + "899CD3C61F3B7703C47EAF8DDCE743EADB7189692A90AD063076E7AF47DAC65D"
              + "D19216AD4F092AC98C570B94058620E322A03BD0C6174DF3C773D6436F13B3DD"
              + "E3",
          16);

  private static final byte[] SIGNED = "POST\n\n/test/testSign?a=1&b=2".getBytes(UTF_8);
  private static final byte[] OTHER = "POST\n\n/test/testSign?a=1&b=3".getBytes(UTF_8);
  private static final String SIGNATURE =
      "eelE0YkX7TlXtyPVgw/zTg4rnXBf+7HAHESGzejpDRiNgUylVjILzFYUngpxZjHf"
          + "sXC8EUaoWQPYCSZYIrnL6W0m/PjJNUp7g+fiITrkLyubthZzJfJ9lznmjnHKyJwX"
          + "Cxjd4yRc+E+esEF+Ib6gun0OZJ+qw0Vt7XRnO44+2IwZ";

  private static TextKey key() {
    return TextKey.rsa(numbers(MODULUS, BigInteger.valueOf(65537)));
  }

  /** Numbers as a key of no provider has them, which checks nothing. */
  private static RSAPublicKey numbers(BigInteger modulus, BigInteger exponent) {
    return new Numbers(modulus, exponent);
  }

  private record Numbers(BigInteger modulus, BigInteger exponent) implements RSAPublicKey {

    private static final long serialVersionUID = 1L;

    @Override
    public BigInteger getModulus() {
      return modulus;
    }

    @Override
    public BigInteger getPublicExponent() {
      return exponent;
    }

    @Override
    public @Nullable AlgorithmParameterSpec getParams() {
      return null;
    }

    @Override
    public String getAlgorithm() {
      return "RSA";
    }

    @Override
    public @Nullable String getFormat() {
      return null;
    }

    @Override
    public byte @Nullable [] getEncoded() {
      return null;
    }
  }

  private static BigInteger odd(int bits) {
    return BigInteger.ONE.shiftLeft(bits - 1).setBit(0);
  }

  @Test
  void acceptsWhatWasSignedAndNothingElse() throws Exception {
    TextKey key = key();
    for (int i = 0; i < 3; i++) {
      assertThat(key.check(SIGNED, SIGNATURE)).isEqualTo(VALID);
      assertThat(key.check(OTHER, SIGNATURE)).isEqualTo(MISMATCH);
    }
    RSAPublicKey jdk =
        (RSAPublicKey)
            KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(MODULUS, BigInteger.valueOf(65537)));
    assertThat(TextKey.rsa(jdk).check(SIGNED, SIGNATURE)).isEqualTo(VALID);
    assertThat(key.algorithm()).isEqualTo(SignatureAlgorithm.RSA);
    assertThat(key.variations()).isEmpty();
    assertThat(key).hasToString("VerificationKey[RSA]");
  }

  @Test
  void refusesANumberAboveTheModulusAndGoesOn() {
    TextKey key = key();
    byte[] ones = new byte[129];
    Arrays.fill(ones, (byte) 0xff);
    assertThat(key.check(SIGNED, Base64.getEncoder().encodeToString(ones))).isEqualTo(MISMATCH);
    assertThat(key.check(SIGNED, SIGNATURE)).isEqualTo(VALID);
  }

  @Test
  void toldMalformedIsEveryOtherLengthAndWhatIsNoStrictBase64() {
    TextKey key = key();
    for (int length : new int[] {0, 1, 126, 127, 128, 130, 131, 132}) {
      assertThat(key.check(SIGNED, Base64.getEncoder().encodeToString(new byte[length])))
          .as("%d bytes", length)
          .isEqualTo(MALFORMED);
    }
    assertThat(key.check(SIGNED, SIGNATURE.replace('A', '*'))).isEqualTo(MALFORMED);
    assertThat(key.check(SIGNED, SIGNATURE.substring(4) + "AA==")).isEqualTo(MALFORMED);
  }

  @Test
  void toldMalformedIsASpellingWithStrayBits() {
    TextKey key = TextKey.rsa(numbers(odd(1024), BigInteger.valueOf(65537)));
    String zero = Base64.getEncoder().encodeToString(new byte[128]);
    assertThat(zero).hasSize(172).endsWith("A=");
    assertThat(key.check(SIGNED, zero)).isEqualTo(MISMATCH);
    assertThat(key.check(SIGNED, zero.substring(0, 170) + "B=")).isEqualTo(MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(ints = {1024, 1025, 8191, 8192})
  void takesKeysWithinTheLimits(int bits) {
    assertThat(TextKey.rsa(numbers(odd(bits), BigInteger.valueOf(3))).algorithm())
        .isEqualTo(SignatureAlgorithm.RSA);
  }

  @ParameterizedTest
  @ValueSource(ints = {512, 1023, 8193})
  void refusesKeysOutsideOfThem(int bits) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TextKey.rsa(numbers(odd(bits), BigInteger.valueOf(3))))
        .withMessage(
            "The RSA key has a modulus of %d bits, RSA needs an odd one of 1024 to 8192 bits",
            bits);
  }

  @Test
  void refusesAModulusThatIsEvenOrNegative() {
    for (BigInteger modulus : new BigInteger[] {odd(2048).clearBit(0), odd(2048).negate()}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> TextKey.rsa(numbers(modulus, BigInteger.valueOf(3))))
          .withMessageContaining("an even or negative modulus of 2048 bits");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TextKey.rsa(numbers(BigInteger.ZERO, BigInteger.valueOf(3))))
        .withMessageContaining("an even or negative modulus of 0 bits");
  }

  @ParameterizedTest
  @CsvSource({"-3", "0", "1", "2", "4", "65536"})
  void refusesAnExponentThatIsEvenOrTooSmall(BigInteger exponent) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TextKey.rsa(numbers(MODULUS, exponent)))
        .withMessage(
            "The RSA key has the public exponent %s, RSA needs an odd one of at least 3", exponent);
  }

  @Test
  void showsNoExponentOfManyDigits() {
    BigInteger most = BigInteger.ONE.shiftLeft(63);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TextKey.rsa(numbers(MODULUS, most)))
        .withMessageContaining("exponent " + most + ",");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TextKey.rsa(numbers(MODULUS, most.shiftLeft(1))))
        .withMessageContaining("exponent of 65 bits,");
  }

  /** Offers signatures without keys, or keys without signatures: of no use to anybody. */
  private static final class Half extends Provider {

    private static final long serialVersionUID = 1L;

    Half(String type, String algorithm) {
      super("Half" + type, "1", "for a test");
      putService(new Service(this, type, algorithm, "does.not.Exist", null, null));
    }
  }

  @Test
  void findsAnotherProviderWhereTheJdksOwnIsGone() {
    Provider own = Security.getProvider("SunRsaSign");
    int position = List.of(Security.getProviders()).indexOf(own) + 1;
    Provider signature = new Half("Signature", "SHA1withRSA");
    Provider factory = new Half("KeyFactory", "RSA");
    Provider whole = new Whole(own);
    Security.removeProvider(own.getName());
    try {
      Security.insertProviderAt(signature, 1);
      Security.insertProviderAt(factory, 2);
      TextKey bouncyCastle = key();
      assertThat(bouncyCastle.check(SIGNED, SIGNATURE)).isEqualTo(VALID);
      assertThat(bouncyCastle.check(OTHER, SIGNATURE)).isEqualTo(MISMATCH);
      Security.addProvider(whole);
      TextKey other = key();
      assertThat(other.check(SIGNED, SIGNATURE)).isEqualTo(VALID);
      assertThat(((Whole) whole).asked).isTrue();
    } finally {
      Security.removeProvider(signature.getName());
      Security.removeProvider(factory.getName());
      Security.removeProvider(whole.getName());
      Security.insertProviderAt(own, position);
    }
  }

  /** Another name for the JDK's own. */
  private static final class Whole extends Provider {

    private static final long serialVersionUID = 1L;

    private transient boolean asked;

    Whole(Provider own) {
      super("Whole", "1", "for a test");
      for (Service service : own.getServices()) {
        putService(
            new Service(
                this,
                service.getType(),
                service.getAlgorithm(),
                service.getClassName(),
                null,
                null) {
              @Override
              public Object newInstance(@Nullable Object parameter)
                  throws NoSuchAlgorithmException {
                asked = true;
                return service.newInstance(parameter);
              }
            });
      }
    }
  }
}
