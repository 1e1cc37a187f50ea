package io.github.mgsjaxrs.crypto;

import io.github.mgsjaxrs.internal.request.ReusableBuffers;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.math.ec.ECFieldElement;
import org.bouncycastle.math.ec.ECPoint;

/**
 * {@link Sm2Engine#FAST}: s·G + t·P is a sum of 63 points out of two tables, since G and the key P
 * are known long before the signature is. Z<sub>A</sub> is computed once.
 *
 * <p>A key that has no table yet, or not any more, is verified by Bouncy Castle.
 */
final class TableSm2 implements Sm2Equation {

  private static final ReusableBuffers<Sm2Computation> COMPUTATIONS =
      new ReusableBuffers<>(Sm2Computation::new);

  private final KeyTable table;
  private final byte[] za;
  private final BouncyCastleSm2 withoutTable;

  TableSm2(ECPublicKeyParameters key, String userId, TableShelf shelf) {
    this.table = new KeyTable(key.getQ(), shelf);
    this.za = za(key.getQ(), userId.getBytes(StandardCharsets.UTF_8));
    this.withoutTable = new BouncyCastleSm2(key, userId);
  }

  @Override
  public boolean holds(byte[] message, byte[] rs) {
    PointTable points = table.forUse();
    if (points == null) {
      return withoutTable.holds(message, rs);
    }
    Sm2Computation computation = COMPUTATIONS.take();
    boolean holds = computation.holds(points, computation.digest(za, message), rs);
    COMPUTATIONS.giveBack(computation);
    return holds;
  }

  /** Z of the signer: the user id with its length in bits, the curve, G and P (5.5). */
  static byte[] za(ECPoint key, byte[] userId) {
    SM3Digest digest = new SM3Digest();
    digest.update((byte) (userId.length >> 5));
    digest.update((byte) (userId.length << 3));
    digest.update(userId, 0, userId.length);
    ECPoint generator = Sm2Curve.DOMAIN.getG();
    update(digest, Sm2Curve.DOMAIN.getCurve().getA());
    update(digest, Sm2Curve.DOMAIN.getCurve().getB());
    update(digest, generator.getAffineXCoord());
    update(digest, generator.getAffineYCoord());
    update(digest, key.getAffineXCoord());
    update(digest, key.getAffineYCoord());
    byte[] za = new byte[digest.getDigestSize()];
    digest.doFinal(za, 0);
    return za;
  }

  private static void update(SM3Digest digest, ECFieldElement coordinate) {
    byte[] bytes = coordinate.getEncoded();
    digest.update(bytes, 0, bytes.length);
  }
}
