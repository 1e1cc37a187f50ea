package io.github.mgsjaxrs.crypto;

import static io.github.mgsjaxrs.crypto.SignatureCheck.MALFORMED;
import static io.github.mgsjaxrs.crypto.SignatureCheck.MISMATCH;
import static io.github.mgsjaxrs.crypto.SignatureCheck.VALID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.testing.CommandLine;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.SignatureSpi;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Isolated, as it changes the list of providers of the JVM. */
@Isolated
class RsaKeyTest {

  private static final byte[] SIGNED =
      "POST\n\n/test/testSign?a=1&b=2".getBytes(StandardCharsets.UTF_8);

  @TempDir private static Path directory;

  private static TextKey key;
  private static byte[] signature;
  private static String header;

  @BeforeAll
  static void makesAKeyAndASignatureWithOpenSsl() throws Exception {
    key = TextKey.rsa(generate(2048));
    signature = sign();
    header = Base64.getEncoder().encodeToString(signature);
  }

  @Test
  void readsLongContentInPieces() throws Exception {
    SignedContent inPieces =
        out -> {
          out.write(SIGNED, 0, 5);
          out.write(SIGNED[5]);
          out.write(SIGNED, 6, SIGNED.length - 6);
        };
    assertThat(key.check(inPieces, header)).isEqualTo(VALID);
    assertThat(key.check(out -> out.write(SIGNED, 1, SIGNED.length - 1), header))
        .isEqualTo(MISMATCH);
    assertThat(key.check(inPieces, header + "=")).isEqualTo(MALFORMED);
  }

  @Test
  void forgetsContentThatBreaksOff() throws Exception {
    SignedContent broken =
        out -> {
          out.write(SIGNED, 0, 5);
          throw new IOException("cut");
        };
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> key.check(broken, header)).hasMessage("cut");
    }
    assertThat(key.check(SIGNED, header)).isEqualTo(VALID);
  }

  private static RSAPublicKey generate(int bits) throws Exception {
    CommandLine commands = new CommandLine(directory);
    commands.openssl(
        "genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:" + bits, "-out", "rsa.pem");
    byte[] der = commands.openssl("pkey", "-in", "rsa.pem", "-pubout", "-outform", "DER");
    return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
  }

  private static byte[] sign() throws Exception {
    Files.write(directory.resolve("signed"), SIGNED);
    return new CommandLine(directory).openssl("dgst", "-sha1", "-sign", "rsa.pem", "signed");
  }

  @ParameterizedTest
  @ValueSource(ints = {1024, 1025, 1031, 1536, 3072})
  void acceptsWhatOpenSslSignedWithAnySize(int bits) throws Exception {
    TextKey other = TextKey.rsa(generate(bits));
    String signed = Base64.getEncoder().encodeToString(sign());

    assertThat(other.check(SIGNED, signed)).isEqualTo(VALID);
    assertThat(other.check("other".getBytes(StandardCharsets.UTF_8), signed)).isEqualTo(MISMATCH);
    assertThat(other.check(SIGNED, header)).isEqualTo(MALFORMED);
  }

  @Test
  void refusesEveryFlippedBit() {
    for (int bit = 0; bit < 8 * signature.length; bit++) {
      byte[] changed = signature.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(key.check(SIGNED, Base64.getEncoder().encodeToString(changed)))
          .as("bit %d", bit)
          .isEqualTo(MISMATCH);
    }
  }

  @Test
  void refusesNumbersThatNoSignatureCanBe() {
    byte[] zero = new byte[256];
    byte[] aboveTheModulus = new byte[256];
    Arrays.fill(aboveTheModulus, (byte) 0xff);

    assertThat(key.check(SIGNED, Base64.getEncoder().encodeToString(zero))).isEqualTo(MISMATCH);
    assertThat(key.check(SIGNED, Base64.getEncoder().encodeToString(aboveTheModulus)))
        .isEqualTo(MISMATCH);
  }

  @Test
  void toldMalformedIsWhatIsNotStandardBase64OfTheModulusLength() {
    String urlSafe = Base64.getUrlEncoder().encodeToString(withPlusAndSlash());
    assertThat(urlSafe).contains("-").contains("_");
    List<String> malformed =
        List.of(
            "",
            urlSafe,
            header.substring(0, header.length() - 2),
            header.replace("=", ""),
            " " + header,
            header + " ",
            header + "\n",
            header.substring(0, 64) + "\n" + header.substring(64),
            header.substring(0, 64) + " " + header.substring(65),
            "*" + header.substring(1),
            "\uFF21" + header.substring(1),
            header + "====",
            header + header,
            Base64.getEncoder().encodeToString(new byte[255]),
            Base64.getEncoder().encodeToString(new byte[257]),
            Base64.getEncoder().encodeToString(new byte[258]),
            "A".repeat(header.length()),
            "=".repeat(header.length()),
            "\u0000".repeat(header.length()),
            "A".repeat(1 << 20),
            "19329237506efc7921da0460d6f9033d");

    assertThat(malformed).allSatisfy(value -> assertMalformed(value));
  }

  private static void assertMalformed(String value) {
    assertThat(key.check(SIGNED, value)).isEqualTo(MALFORMED);
  }

  private static byte[] withPlusAndSlash() {
    byte[] bytes = signature.clone();
    bytes[0] = (byte) 0xfb;
    bytes[1] = (byte) 0xef;
    bytes[2] = (byte) 0xff;
    return bytes;
  }

  /**
   * 256 bytes leave four unused bits in the last digit: sixteen spellings, one of them is right.
   */
  @Test
  void toldMalformedIsASignatureWithStrayBitsInTheLastDigit() {
    String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    int last = header.indexOf('=') - 1;
    int right = digits.indexOf(header.charAt(last));
    for (int stray = 1; stray < 16; stray++) {
      String other =
          header.substring(0, last) + digits.charAt(right + stray) + header.substring(last + 1);
      assertThat(Base64.getDecoder().decode(other)).isEqualTo(signature);
      assertThat(key.check(SIGNED, other)).isEqualTo(MALFORMED);
    }
  }

  @ParameterizedTest
  @CsvSource({"512", "1023", "8193", "16384"})
  void refusesAKeyOfAnotherSizeAndSaysWhichItFound(int bits) {
    BigInteger modulus = BigInteger.ONE.shiftLeft(bits - 1).setBit(0);

    assertThatThrownBy(() -> TextKey.rsa(numbers(modulus, BigInteger.valueOf(65537))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(bits + " bits")
        .hasMessageContaining("1024 to 8192");
  }

  @ParameterizedTest
  @ValueSource(ints = {1024, 8192})
  void takesTheLimitsThemselves(int bits) {
    BigInteger modulus = BigInteger.ONE.shiftLeft(bits - 1).setBit(0);

    assertThat(TextKey.rsa(numbers(modulus, BigInteger.valueOf(3))).algorithm())
        .isEqualTo(SignatureAlgorithm.RSA);
  }

  @ParameterizedTest
  @ValueSource(longs = {-3, 0, 1, 2, 65536})
  void refusesAnExponentThatIsEvenOrTooSmall(long exponent) {
    BigInteger modulus = BigInteger.ONE.shiftLeft(2047).setBit(0);

    assertThatThrownBy(() -> TextKey.rsa(numbers(modulus, BigInteger.valueOf(exponent))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("exponent " + exponent);
  }

  @Test
  void refusesAnEvenModulus() {
    assertThatThrownBy(
            () -> TextKey.rsa(numbers(BigInteger.ONE.shiftLeft(2047), BigInteger.valueOf(65537))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("even");
  }

  @Test
  void asksTheJdksOwnProviderWhateverStandsFirst() throws Exception {
    Security.insertProviderAt(new EverythingIsValid(), 1);
    try {
      TextKey made = TextKey.rsa(generate(1024));
      String signed = Base64.getEncoder().encodeToString(sign());

      assertThat(made.check(SIGNED, signed)).isEqualTo(VALID);
      assertThat(made.check("other".getBytes(StandardCharsets.UTF_8), signed)).isEqualTo(MISMATCH);
    } finally {
      Security.removeProvider("EverythingIsValid");
    }
  }

  @Test
  void showsTheAlgorithmOnly() {
    assertThat(key).hasToString("VerificationKey[RSA]");
  }

  private static RSAPublicKey numbers(BigInteger modulus, BigInteger exponent) {
    return new RSAPublicKey() {
      @Override
      public BigInteger getPublicExponent() {
        return exponent;
      }

      @Override
      public String getAlgorithm() {
        return "RSA";
      }

      @Override
      public String getFormat() {
        return null;
      }

      @Override
      public byte[] getEncoded() {
        return null;
      }

      @Override
      public BigInteger getModulus() {
        return modulus;
      }
    };
  }

  /** What a careless provider list may begin with. */
  static final class EverythingIsValid extends Provider {

    private static final long serialVersionUID = 1L;

    EverythingIsValid() {
      super("EverythingIsValid", "1", "for a test");
      put("Signature.SHA1withRSA", Accepting.class.getName());
    }

    /** Accepts whatever it is given. */
    public static final class Accepting extends SignatureSpi {

      @Override
      protected void engineInitVerify(PublicKey publicKey) {}

      @Override
      protected void engineInitSign(PrivateKey privateKey) {}

      @Override
      protected void engineUpdate(byte b) {}

      @Override
      protected void engineUpdate(byte[] b, int off, int len) {}

      @Override
      protected byte[] engineSign() {
        return new byte[0];
      }

      @Override
      protected boolean engineVerify(byte[] sigBytes) {
        return true;
      }

      @Override
      @Deprecated
      protected void engineSetParameter(String param, Object value) {}

      @Override
      @Deprecated
      @SuppressWarnings("InlineMeSuggester")
      protected Object engineGetParameter(String param) {
        return "";
      }
    }
  }
}
