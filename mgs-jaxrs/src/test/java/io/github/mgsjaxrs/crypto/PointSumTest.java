package io.github.mgsjaxrs.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.raw.Nat256;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums that meet their own points on the way, and the places of tables. */
class PointSumTest {

  private static final BigInteger N = Sm2Curve.DOMAIN.getN();
  private static final ECPoint P = Sm2EquationCases.timesG(BigInteger.valueOf(1_234_567));
  private static final ECPoint Q = Sm2EquationCases.timesG(BigInteger.valueOf(7_654_321));

  private final PointSum sum = new PointSum();

  private static int[] coordinates(ECPoint point) {
    int[] all = new int[16];
    ECPoint affine = point.normalize();
    Nat256.copy(Nat256.fromBigInteger(affine.getAffineXCoord().toBigInteger()), 0, all, 0);
    Nat256.copy(Nat256.fromBigInteger(affine.getAffineYCoord().toBigInteger()), 0, all, 8);
    return all;
  }

  private void add(ECPoint point, boolean negative) {
    sum.add(coordinates(point), 0, negative);
  }

  private void assertIs(ECPoint expected) {
    assertThat(sum.isInfinity()).isFalse();
    BigInteger x = expected.normalize().getAffineXCoord().toBigInteger();
    assertThat(sum.hasX(Nat256.fromBigInteger(x))).isTrue();
    assertThat(sum.hasX(Nat256.fromBigInteger(x.xor(BigInteger.ONE)))).isFalse();
  }

  /** The y of a sum shows only when something is added to it. */
  @Test
  void goesOnBehindAPointThatWasDoubled() {
    for (boolean negative : new boolean[] {false, true}) {
      sum.clear();
      assertThat(sum.isInfinity()).isTrue();
      add(P, negative);
      assertIs(P);
      add(P, negative);
      assertIs(P.twice());
      add(Q, negative);
      assertIs(P.twice().add(Q));
      add(Q, !negative);
      assertIs(P.twice());
      add(P, !negative);
      assertIs(P);
    }
  }

  @Test
  void goesOnBehindInfinity() {
    add(P, false);
    add(P, true);
    assertThat(sum.isInfinity()).isTrue();
    add(Q, true);
    assertIs(Q);
    add(P, false);
    assertIs(P.subtract(Q));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 63, 64, 65, 127, 128, 129, 8_191, 8_192, 8_193})
  void addsMultiplesOfATable(long k) {
    PointTable table = new PointTable(P, KeyTable.WIDTH);
    for (BigInteger scalar : List.of(BigInteger.valueOf(k), N.subtract(BigInteger.valueOf(k)))) {
      sum.clear();
      sum.add(table, Nat256.fromBigInteger(scalar));
      assertIs(P.multiply(BigInteger.valueOf(k)));
      add(Q, false);
      assertIs(P.multiply(scalar).add(Q));
    }
  }

  /** A digest of n or more beside an r that is less than what it is more. */
  @Test
  void takesADigestAboveTheOrderForItsRest() {
    Sm2Computation computation = new Sm2Computation();
    int found = 0;
    for (long below = 1; found < 3; below++) {
      ECPoint point = pointWithX(N.subtract(BigInteger.valueOf(below)));
      if (point == null) {
        continue;
      }
      found++;
      BigInteger r = BigInteger.ONE;
      BigInteger s = BigInteger.valueOf(99);
      Sm2EquationCases.Key key =
          Sm2EquationCases.Key.of(
              point.subtract(Sm2EquationCases.timesG(s)).multiply(r.add(s).modInverse(N)));
      BigInteger e = r.add(BigInteger.valueOf(below)).add(N);
      assertThat(new Sm2EquationCases.Case(key, e, r, s).bouncyCastle()).isTrue();
      assertThat(new Sm2EquationCases.Case(key, e, r, s).tables(computation)).isTrue();
    }
  }

  private static ECPoint pointWithX(BigInteger x) {
    byte[] compressed = new byte[33];
    compressed[0] = 2;
    System.arraycopy(BigIntegers.asUnsignedByteArray(32, x), 0, compressed, 1, 32);
    try {
      return Sm2Curve.DOMAIN.getCurve().decodePoint(compressed);
    } catch (IllegalArgumentException notOnTheCurve) {
      return null;
    }
  }

  /** GB/T 32918.2, 5.5, with the numbers of GB/T 32918.5 written out. */
  @ParameterizedTest
  @ValueSource(ints = {0, 31, 32, 300, 8_191})
  void hashesAUserIdOfAnyLength(int length) {
    ByteArrayOutputStream hashed = new ByteArrayOutputStream();
    byte[] userId = "x".repeat(length).getBytes(UTF_8);
    hashed.writeBytes(HexFormat.of().parseHex(String.format("%04x", 8 * length)));
    hashed.writeBytes(userId);
    hashed.writeBytes(
        HexFormat.of()
            .parseHex(
                "fffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc"
                    + "28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93"
                    + "32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7"
                    + "bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0"));
    hashed.write(P.getEncoded(false), 1, 64);
    SM3Digest sm3 = new SM3Digest();
    sm3.update(hashed.toByteArray(), 0, hashed.size());
    byte[] expected = new byte[32];
    sm3.doFinal(expected, 0);
    assertThat(TableSm2.za(P, userId)).isEqualTo(expected);
  }

  private static KeyTable earned(TableShelf shelf) {
    KeyTable table = new KeyTable(P, shelf);
    for (int i = 1; i < KeyTable.USES_FOR_A_TABLE; i++) {
      assertThat(table.forUse()).isNull();
    }
    assertThat(table.forUse()).isNotNull().isSameAs(table.forUse());
    return table;
  }

  @Test
  void takesThePlaceOfTheFirstTableThatWasNotUsedLately() {
    TableShelf shelf = new TableShelf(4);
    assertThat(shelf.tables()).isZero();
    List<KeyTable> tables = List.of(earned(shelf), earned(shelf), earned(shelf), earned(shelf));
    assertThat(shelf.tables()).isEqualTo(4);
    assertThat(tables.get(2).usedSinceAsked()).isTrue();
    assertThat(tables.get(2).usedSinceAsked()).isFalse();

    KeyTable another = earned(shelf);

    assertThat(another.present()).isTrue();
    assertThat(tables).extracting(KeyTable::present).containsExactly(true, true, false, true);
    assertThat(shelf.tables()).isEqualTo(4);
  }
}
