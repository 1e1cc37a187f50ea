package io.github.mgsjaxrs.crypto;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.jspecify.annotations.Nullable;

/** The curve sm2p256v1 (GB/T 32918.5), and the keys that lie on it. */
final class Sm2Curve {

  private static final X9ECParameters CURVE = CustomNamedCurves.getByName("sm2p256v1");

  static final ECDomainParameters DOMAIN = new ECDomainParameters(CURVE);

  private static final int FIELD_BYTES = 32;
  private static final byte UNCOMPRESSED = 4;

  private Sm2Curve() {}

  /** A key of any provider; its curve is told by its numbers, because a name proves nothing. */
  static ECPublicKeyParameters key(PublicKey key) {
    if (!(key instanceof ECPublicKey ec)) {
      throw new IllegalArgumentException(
          "The key is " + key.getAlgorithm() + ", SM2 needs an elliptic curve key on sm2p256v1");
    }
    if (!isSm2(ec.getParams())) {
      throw new IllegalArgumentException(
          "The key is EC on another curve"
              + size(ec.getParams())
              + ", SM2 needs sm2p256v1: give the gateway's SM2 key");
    }
    ECPoint point = ec.getW();
    if (point.equals(ECPoint.POINT_INFINITY)) {
      throw new IllegalArgumentException("The SM2 key is the point at infinity, which is no key");
    }
    return key(point.getAffineX(), point.getAffineY());
  }

  /** The 65 bytes 04‖x‖y. */
  static ECPublicKeyParameters key(byte[] uncompressedPoint) {
    if (uncompressedPoint.length != 1 + 2 * FIELD_BYTES || uncompressedPoint[0] != UNCOMPRESSED) {
      throw new IllegalArgumentException(
          "The SM2 point is "
              + uncompressedPoint.length
              + " bytes long"
              + (uncompressedPoint.length == 0
                  ? ""
                  : String.format(" and begins with %02x", uncompressedPoint[0]))
              + ", an uncompressed point is 65 bytes that begin with 04");
    }
    return key(
        new BigInteger(1, uncompressedPoint, 1, FIELD_BYTES),
        new BigInteger(1, uncompressedPoint, 1 + FIELD_BYTES, FIELD_BYTES));
  }

  private static ECPublicKeyParameters key(BigInteger x, BigInteger y) {
    try {
      // refuses coordinates outside the field, and points that are not on the curve
      return new ECPublicKeyParameters(
          DOMAIN.validatePublicPoint(DOMAIN.getCurve().createPoint(x, y)), DOMAIN);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("The SM2 key is not a point on the curve sm2p256v1", e);
    }
  }

  private static boolean isSm2(@Nullable ECParameterSpec spec) {
    return spec != null
        && spec.getCurve().getField() instanceof ECFieldFp field
        && field.getP().equals(DOMAIN.getCurve().getField().getCharacteristic())
        && spec.getCurve().getA().equals(DOMAIN.getCurve().getA().toBigInteger())
        && spec.getCurve().getB().equals(DOMAIN.getCurve().getB().toBigInteger())
        && spec.getGenerator().getAffineX().equals(DOMAIN.getG().getAffineXCoord().toBigInteger())
        && spec.getGenerator().getAffineY().equals(DOMAIN.getG().getAffineYCoord().toBigInteger())
        && spec.getOrder().equals(DOMAIN.getN())
        && spec.getCofactor() == DOMAIN.getH().intValueExact();
  }

  private static String size(@Nullable ECParameterSpec spec) {
    return spec == null ? "" : " of " + spec.getCurve().getField().getFieldSize() + " bits";
  }
}
