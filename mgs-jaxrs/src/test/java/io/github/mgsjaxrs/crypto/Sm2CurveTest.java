package io.github.mgsjaxrs.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECField;
import java.security.spec.ECFieldF2m;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A key counts as one of SM2 by all numbers of its curve: GB/T 32918.5, section 2. */
class Sm2CurveTest {

  private static final BigInteger P =
      number("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF");
  private static final BigInteger A =
      number("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFC");
  private static final BigInteger B =
      number("28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93");
  private static final BigInteger GX =
      number("32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7");
  private static final BigInteger GY =
      number("BC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0");
  private static final BigInteger N =
      number("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123");
  private static final BigInteger TWO = BigInteger.TWO;

  private static BigInteger number(String hex) {
    return new BigInteger(hex, 16);
  }

  private record Key(ECPoint w, @Nullable ECParameterSpec spec) implements ECPublicKey {

    private static final long serialVersionUID = 1L;

    @Override
    public ECPoint getW() {
      return w;
    }

    @Override
    public @Nullable ECParameterSpec getParams() {
      return spec;
    }

    @Override
    public String getAlgorithm() {
      return "EC";
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

  private static Key key(
      ECField field,
      BigInteger a,
      BigInteger b,
      BigInteger gx,
      BigInteger gy,
      BigInteger n,
      int cofactor) {
    return new Key(
        new ECPoint(GX, GY),
        new ECParameterSpec(new EllipticCurve(field, a, b), new ECPoint(gx, gy), n, cofactor));
  }

  @Test
  void takesAKeyWithAllNumbers() {
    assertThat(Sm2Curve.key(key(new ECFieldFp(P), A, B, GX, GY, N, 1)).getQ())
        .isEqualTo(Sm2Curve.DOMAIN.getG());
  }

  @Test
  void refusesAKeyInWhichOneNumberIsAnother() {
    ECField field = new ECFieldFp(P);
    refuses(key(new ECFieldFp(P.add(TWO)), A, B, GX, GY, N, 1), " of 256 bits");
    refuses(key(new ECFieldF2m(257), A, B, GX, GY, N, 1), " of 257 bits");
    refuses(key(field, A.add(BigInteger.ONE), B, GX, GY, N, 1), " of 256 bits");
    refuses(key(field, A, B.add(TWO), GX, GY, N, 1), " of 256 bits");
    refuses(key(field, A, B, GX.add(TWO), GY, N, 1), " of 256 bits");
    refuses(key(field, A, B, GX, GY.add(TWO), N, 1), " of 256 bits");
    refuses(key(field, A, B, GX, GY, N.add(TWO), 1), " of 256 bits");
    refuses(key(field, A, B, GX, GY, N, 2), " of 256 bits");
    refuses(new Key(new ECPoint(GX, GY), null), "");
  }

  private static void refuses(Key key, String size) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sm2Curve.key(key))
        .withMessage(
            "The key is EC on another curve"
                + size
                + ", SM2 needs sm2p256v1: give the gateway's SM2 key");
  }

  @Test
  void readsAPointAndSaysWhatIsNone() {
    byte[] point = new byte[65];
    point[0] = 4;
    System.arraycopy(HexFormat.of().parseHex(GX.toString(16)), 0, point, 1, 32);
    System.arraycopy(HexFormat.of().parseHex(GY.toString(16)), 0, point, 33, 32);
    assertThat(Sm2Curve.key(point).getQ()).isEqualTo(Sm2Curve.DOMAIN.getG());
    point[0] = 3;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sm2Curve.key(point))
        .withMessageStartingWith("The SM2 point is 65 bytes long and begins with 03, an");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sm2Curve.key(new byte[0]))
        .withMessageStartingWith("The SM2 point is 0 bytes long, an uncompressed");
    for (int length : new int[] {1, 64, 66}) {
      byte[] other = new byte[length];
      other[0] = 4;
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Sm2Curve.key(other))
          .withMessageStartingWith("The SM2 point is " + length + " bytes long and begins with 04");
    }
  }
}
