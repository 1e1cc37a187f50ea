package io.github.mgsjaxrs.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.testing.CommandLine;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form is written by OpenSSL, from one SM2 and one RSA key pair. */
class KeyTextTest {

  @TempDir private static Path directory;

  private static CommandLine commands;
  private static String point;
  private static BigInteger modulus;

  @BeforeAll
  static void makesTheKeyPairs() {
    commands = new CommandLine(directory);
    commands.openssl(
        "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:SM2", "-out", "sm2.pem");
    commands.openssl(
        "genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", "rsa.pem");
    byte[] spki = sm2Der();
    // the point ends the encoding of an EC key
    point = HexFormat.of().formatHex(Arrays.copyOfRange(spki, spki.length - 65, spki.length));
    String printed = commands.opensslText("rsa", "-in", "rsa.pem", "-noout", "-modulus");
    modulus = new BigInteger(printed.trim().substring("Modulus=".length()), 16);
  }

  private static byte[] sm2Der() {
    return commands.openssl("pkey", "-in", "sm2.pem", "-pubout", "-outform", "DER");
  }

  private static byte[] rsaDer() {
    return commands.openssl("pkey", "-in", "rsa.pem", "-pubout", "-outform", "DER");
  }

  private static void isTheSm2Key(String text) {
    assertThat(pointOf(KeyText.publicKey(text, SignatureAlgorithm.SM2))).isEqualTo(point);
    assertThat(pointOf(KeyText.publicKey(text))).isEqualTo(point);
  }

  private static String pointOf(PublicKey key) {
    ECPublicKey ec = (ECPublicKey) key;
    return String.format("04%064x%064x", ec.getW().getAffineX(), ec.getW().getAffineY());
  }

  private static void isTheRsaKey(String text) {
    RSAPublicKey key = (RSAPublicKey) KeyText.publicKey(text, SignatureAlgorithm.RSA);
    assertThat(key.getModulus()).isEqualTo(modulus);
    assertThat(key.getPublicExponent()).isEqualTo(65537);
    assertThat(((RSAPublicKey) KeyText.publicKey(text)).getModulus()).isEqualTo(modulus);
  }

  @Test
  void readsAPublicKeyAsPem() {
    isTheSm2Key(commands.opensslText("pkey", "-in", "sm2.pem", "-pubout"));
    isTheRsaKey(commands.opensslText("pkey", "-in", "rsa.pem", "-pubout"));
  }

  @Test
  void readsPemWithTextAroundOrWithoutLineBreaks() {
    String pem = commands.opensslText("pkey", "-in", "rsa.pem", "-pubout");

    isTheRsaKey("\uFEFF" + pem);
    isTheRsaKey("the gateway's key, 2026\n" + pem + "\nend\n");
    isTheRsaKey(pem.replace("\n", "\r\n"));
    isTheRsaKey(pem.replace("\n", " "));
    isTheRsaKey(pem.replace("\n", ""));
  }

  @Test
  void readsBareBase64OnOneLineOrWrapped() {
    isTheSm2Key(Base64.getEncoder().encodeToString(sm2Der()));
    isTheRsaKey(Base64.getEncoder().encodeToString(rsaDer()));
    isTheRsaKey(Base64.getMimeEncoder().encodeToString(rsaDer()));
    isTheRsaKey("\n\t" + Base64.getMimeEncoder().encodeToString(rsaDer()) + "\n");
  }

  @Test
  void readsTheKeyOfACertificate() {
    isTheSm2Key(certificate("sm2.pem", "-sm3"));
    isTheRsaKey(certificate("rsa.pem", "-sha256"));
  }

  private static String certificate(String key, String digest) {
    return commands.opensslText(
        "req", "-x509", "-new", "-key", key, digest, "-days", "2", "-subj", "/CN=gateway");
  }

  @Test
  void readsAnUncompressedPointInHex() {
    isTheSm2Key(point);
    isTheSm2Key(point.toUpperCase(Locale.ROOT));
    isTheSm2Key(point.substring(0, 66) + "\n" + point.substring(66) + "\n");
  }

  @Test
  void readsACompressedPointWhereAPublicKeyHoldsIt() {
    isTheSm2Key(
        commands.opensslText("ec", "-in", "sm2.pem", "-pubout", "-conv_form", "compressed"));
  }

  @Test
  void readsExplicitCurveParametersThatAreThoseOfSm2() {
    isTheSm2Key(commands.opensslText("ec", "-in", "sm2.pem", "-pubout", "-param_enc", "explicit"));
    isTheSm2Key(commands.opensslText("ec", "-in", "sm2.pem", "-param_enc", "explicit"));
  }

  @Test
  void keepsThePublicHalfOfAPkcs8PrivateKey() throws Exception {
    String pem = Files.readString(directory.resolve("sm2.pem"));
    assertThat(pem).startsWith("-----BEGIN PRIVATE KEY-----");

    isTheSm2Key(pem);
  }

  @Test
  void keepsThePublicHalfOfASec1PrivateKey() {
    String pem = commands.opensslText("ec", "-in", "sm2.pem");
    assertThat(pem).startsWith("-----BEGIN SM2 PRIVATE KEY-----");

    isTheSm2Key(pem);
    isTheSm2Key(pem.replace("SM2 PRIVATE KEY", "EC PRIVATE KEY"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"EC PARAMETERS", "SM2 PARAMETERS"})
  void readsAParametersBlockInFront(String label) {
    String sec1 = commands.opensslText("ec", "-in", "sm2.pem");

    isTheSm2Key(parameters(label) + sec1);
  }

  private static String parameters(String label) {
    return commands
        .opensslText("ecparam", "-name", "SM2")
        .replaceAll("(BEGIN|END) .*?-----", "$1 " + label + "-----");
  }

  @Test
  void derivesThePointWhereThePrivateKeyHoldsNone() {
    String pem = commands.opensslText("ec", "-in", "sm2.pem", "-no_public");
    assertThat(pem.length()).isLessThan(commands.opensslText("ec", "-in", "sm2.pem").length() - 80);

    isTheSm2Key(pem);
  }

  /** d and (x, y) of GM/T 0003.5-2012, annex A, as SEC 1 without curve and without point. */
  @Test
  void derivesThePublishedPointWithTheCurveOfTheBlockInFront() {
    byte[] sec1 =
        HexFormat.of()
            .parseHex(
                "30250201010420"
                    + "3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8");
    String pem = pem("EC PRIVATE KEY", sec1);

    assertThat(pointOf(KeyText.publicKey(parameters("EC PARAMETERS") + pem)))
        .isEqualToIgnoringCase(
            "0409F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020"
                + "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13");
    refused(pem, SignatureAlgorithm.SM2, "does not name its curve");
  }

  @Test
  void refusesAPrivateNumberOutsideTheCurve() {
    for (String number : new String[] {"0".repeat(64), "F".repeat(64)}) {
      byte[] sec1 = HexFormat.of().parseHex("30250201010420" + number);
      refused(
          parameters("EC PARAMETERS") + pem("EC PRIVATE KEY", sec1),
          SignatureAlgorithm.SM2,
          "outside the range");
    }
  }

  @Test
  void refusesHalvesThatDoNotBelongTogether() {
    byte[] sec1 = commands.openssl("ec", "-in", "sm2.pem", "-outform", "DER");
    sec1[sec1.length - 1] ^= 1;
    refused(pem("EC PRIVATE KEY", sec1), SignatureAlgorithm.SM2, "another key's public half");
  }

  private static String pem(String label, byte[] der) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder().encodeToString(der)
        + "\n-----END "
        + label
        + "-----\n";
  }

  @Test
  void refusesEncryptedPrivateKeys() {
    String hint = "encrypted private key, the public key is needed";
    refused(
        commands.opensslText("ec", "-in", "sm2.pem", "-aes128", "-passout", "pass:secret"),
        SignatureAlgorithm.SM2,
        hint);
    refused(
        commands.opensslText("pkcs8", "-topk8", "-in", "sm2.pem", "-passout", "pass:secret"),
        SignatureAlgorithm.SM2,
        hint);
  }

  @Test
  void refusesRsaPrivateKeysAndAsksForThePublicKey() throws Exception {
    refused(Files.readString(directory.resolve("rsa.pem")), SignatureAlgorithm.RSA, "openssl pkey");
    refused(
        commands.opensslText("rsa", "-in", "rsa.pem", "-traditional"),
        SignatureAlgorithm.RSA,
        "'RSA PRIVATE KEY', a PUBLIC KEY");
    refused(
        commands.opensslText("rsa", "-in", "rsa.pem", "-RSAPublicKey_out"),
        SignatureAlgorithm.RSA,
        "'RSA PUBLIC KEY', a PUBLIC KEY");
  }

  @Test
  void refusesAKeyOfTheOtherAlgorithm() {
    String sm2 = commands.opensslText("pkey", "-in", "sm2.pem", "-pubout");
    String rsa = commands.opensslText("pkey", "-in", "rsa.pem", "-pubout");

    refused(sm2, SignatureAlgorithm.RSA, "found an SM2 key, RSA is needed");
    refused(rsa, SignatureAlgorithm.SM2, "found an RSA key, SM2 is needed");
    refused(point, SignatureAlgorithm.RSA, "found an SM2 key, RSA is needed");
  }

  @ParameterizedTest
  @EnumSource(names = {"MD5", "SM3"})
  void refusesToReadAPublicKeyForASalt(SignatureAlgorithm algorithm) {
    refused(point, algorithm, algorithm + " takes a salt");
  }

  @Test
  void namesTheCurveThatIsNotSm2() {
    commands.openssl(
        "genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256", "-out", "p256.pem");
    String found = "EC key on prime256v1, SM2 needs sm2p256v1";

    refused(
        commands.opensslText("pkey", "-in", "p256.pem", "-pubout"), SignatureAlgorithm.SM2, found);
    refused(commands.opensslText("ec", "-in", "p256.pem"), SignatureAlgorithm.SM2, found);
    refused(commands.opensslText("pkey", "-in", "p256.pem"), SignatureAlgorithm.SM2, found);
    refused(
        commands.opensslText("ec", "-in", "p256.pem", "-pubout", "-param_enc", "explicit"),
        SignatureAlgorithm.SM2,
        "SM2 needs sm2p256v1");
    refused(
        commands.opensslText("ec", "-in", "p256.pem", "-param_enc", "explicit"),
        SignatureAlgorithm.SM2,
        "point on its curve");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ED25519", "RSA-PSS"})
  void refusesOtherKeyTypes(String algorithm) {
    commands.openssl("genpkey", "-algorithm", algorithm, "-out", "other.pem");

    refused(
        commands.opensslText("pkey", "-in", "other.pem", "-pubout"),
        SignatureAlgorithm.RSA,
        "found a key of the algorithm 1.");
  }

  @Test
  void refusesHexThatIsNoUncompressedPoint() {
    refused(point.substring(2), SignatureAlgorithm.SM2, "found 128 hex digits");
    refused("05" + point.substring(2), SignatureAlgorithm.SM2, "begin with 04");
    refused("03" + point.substring(2, 66), SignatureAlgorithm.SM2, "found 66 hex digits");
    char last = point.charAt(129) == '0' ? '1' : '0';
    refused(point.substring(0, 129) + last, SignatureAlgorithm.SM2, "not a point on its curve");
  }

  @Test
  void refusesDamagedText() {
    String pem = commands.opensslText("pkey", "-in", "rsa.pem", "-pubout");
    String base64 = Base64.getEncoder().encodeToString(rsaDer());

    refused("", SignatureAlgorithm.RSA, "nothing but white space");
    refused(" \n", SignatureAlgorithm.RSA, "nothing but white space");
    refused("not a key!", SignatureAlgorithm.RSA, "neither PEM nor Base64 nor hex");
    refused(base64.substring(0, base64.length() - 1), SignatureAlgorithm.RSA, "neither PEM");
    refused(base64.substring(0, base64.length() - 4), SignatureAlgorithm.RSA, "X.509");
    refused(base64.substring(4), SignatureAlgorithm.RSA, "X.509");
    refused(base64.replace('+', '-').replace('/', '_'), SignatureAlgorithm.RSA, "neither PEM");
    refused(pem.substring(0, pem.length() - 30), SignatureAlgorithm.RSA, "cut off");
    refused(pem.replace("MII", "M*I"), SignatureAlgorithm.RSA, "not Base64");
    refused("-----BEGIN PUBLIC KEY", SignatureAlgorithm.RSA, "does not end");
    refused(pem + pem, SignatureAlgorithm.RSA, "exactly one key is needed");
    refused(parameters("EC PARAMETERS"), SignatureAlgorithm.SM2, "exactly one key is needed");
    refused(pem("CERTIFICATE", new byte[] {1, 2, 3}), SignatureAlgorithm.RSA, "certificate");
    refused(pem("EC PRIVATE KEY", new byte[] {1, 2}), SignatureAlgorithm.SM2, "damaged");
    refused(pem("PRIVATE KEY", new byte[] {48, 0}), SignatureAlgorithm.SM2, "damaged");
  }

  /** Any cut and any changed byte is either still a key or refused as a configured text is. */
  @Test
  void throwsNothingElseForChangedText() {
    for (String text :
        new String[] {
          commands.opensslText("ec", "-in", "sm2.pem"),
          commands.opensslText("pkey", "-in", "sm2.pem", "-pubout"),
          commands.opensslText("pkey", "-in", "rsa.pem", "-pubout"),
          certificate("sm2.pem", "-sm3")
        }) {
      for (int i = 0; i < text.length(); i++) {
        onlyRefuses(text.substring(0, i));
        onlyRefuses(text.substring(0, i) + 'A' + text.substring(i + 1));
        onlyRefuses(text.substring(0, i) + '/' + text.substring(i + 1));
      }
    }
  }

  private static void onlyRefuses(String text) {
    try {
      KeyText.publicKey(text);
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageContaining("found");
    }
  }

  @Test
  void boundsTheLength() {
    refused(" ".repeat(KeyText.MAX_CHARACTERS + 1), SignatureAlgorithm.RSA, "at most 65536");
    isTheSm2Key(point + " ".repeat(KeyText.MAX_CHARACTERS - point.length()));
  }

  private static void refused(String text, SignatureAlgorithm algorithm, String message) {
    assertThatThrownBy(() -> KeyText.publicKey(text, algorithm))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message)
        .satisfies(e -> doesNotQuote(e, text));
  }

  private static void doesNotQuote(Throwable failure, String text) {
    String secret = text.replaceAll("-----.*?-----", "").replaceAll("\\s", "");
    for (Throwable each = failure; each != null; each = each.getCause()) {
      for (int i = 0; i + 24 <= secret.length(); i++) {
        assertThat(String.valueOf(each.getMessage())).doesNotContain(secret.substring(i, i + 24));
      }
    }
  }
}
