package io.github.mgsjaxrs.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.crypto.SignatureCheck;
import io.github.mgsjaxrs.crypto.Sm2Encoding;
import io.github.mgsjaxrs.crypto.Sm2Parameters;
import io.github.mgsjaxrs.crypto.TextKey;
import io.github.mgsjaxrs.keys.KeyText;
import java.io.IOException;
import java.io.InputStream;
import java.security.interfaces.RSAPublicKey;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** Signatures as strangers write them: hex, Base64, DER and raw. */
class SignatureFuzzTest {

  /** GM/T 0003.5-2012, annex A. */
  private static final byte[] SM2_MESSAGE = "message digest".getBytes(US_ASCII);

  private static final String SM2_POINT =
      "0409F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020"
          + "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13";
  private static final String SM2_R =
      "f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3";
  private static final String SM2_S =
      "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa";
  private static final Set<String> SM2_RIGHT =
      Set.of(SM2_R + SM2_S, "3046022100" + SM2_R + "022100" + SM2_S);

  /** PROTOCOLS: the digests of this text with the salt {@code salt}, by OpenSSL. */
  private static final byte[] TEXT = "POST\n\n/test/testSign?a=1&b=2&c=3&d=4".getBytes(UTF_8);

  private static final String MD5 = "19329237506efc7921da0460d6f9033d";
  private static final String SM3 =
      "aeaf5fc29089b778022cb06528086d90aca6744a09c7b9da636c5636a65b01af";

  private static final TextKey SM2_KEY =
      TextKey.sm2(HexFormat.of().parseHex(SM2_POINT), Sm2Parameters.DEFAULT);
  private static final TextKey RSA_KEY =
      TextKey.rsa(
          (RSAPublicKey) KeyText.publicKey(resource("rsa-public.pem"), SignatureAlgorithm.RSA));

  private static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            SignatureFuzzTest.class.getResourceAsStream("/vectors/keys/" + name), name)) {
      return new String(in.readAllBytes(), US_ASCII);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @FuzzTest
  void acceptsNoOtherDigestThanTheRightOne(byte[] input) {
    String header = new String(input, ISO_8859_1);
    check(SignatureAlgorithm.MD5, header, MD5);
    check(SignatureAlgorithm.SM3, header, SM3);
  }

  private static void check(SignatureAlgorithm algorithm, String header, String right) {
    SignatureCheck check = TextKey.salted(algorithm, "salt").check(TEXT, header);
    assertThat(check == SignatureCheck.VALID).isEqualTo(header.equals(right));
  }

  @FuzzTest
  void acceptsNoOtherSm2SignatureThanTheTwoFormsOfTheRightOne(byte[] input) {
    String header = new String(input, ISO_8859_1);
    boolean right = SM2_RIGHT.contains(header.toLowerCase(Locale.ROOT));
    assertThat(SM2_KEY.check(SM2_MESSAGE, header) == SignatureCheck.VALID).isEqualTo(right);
  }

  @FuzzTest
  void decodesEverySm2SignatureAloneAsItIsAllowedTo(byte[] signature) {
    String header = HexFormat.of().formatHex(signature);
    boolean right = SM2_RIGHT.contains(header);
    for (Sm2Encoding encoding : List.of(Sm2Encoding.DER, Sm2Encoding.RAW)) {
      TextKey key =
          TextKey.sm2(
              HexFormat.of().parseHex(SM2_POINT),
              new Sm2Parameters(encoding, Sm2Parameters.DEFAULT.userId()));
      boolean raw = encoding == Sm2Encoding.RAW;
      assertThat(key.check(SM2_MESSAGE, header) == SignatureCheck.VALID)
          .isEqualTo(right && raw == (signature.length == 64));
    }
  }

  @FuzzTest
  void acceptsNoRsaSignatureThatNobodyMade(byte[] input) {
    String header = new String(input, ISO_8859_1);
    assertThat(RSA_KEY.check(TEXT, header)).isNotEqualTo(SignatureCheck.VALID);
  }
}
