package io.github.mgsjaxrs.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.raw.Nat256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast engine in its parts, on a few cases of each kind; there are many more elsewhere. */
class PointTableTest {

  private static final BigInteger N = Sm2Curve.DOMAIN.getN();
  private static final BigInteger SCALAR =
      new BigInteger("7fffffff80000000fedcba98765432100123456789abcdef40000000deadbeef", 16);

  private final Sm2Computation computation = new Sm2Computation();
  private final List<String> differences = new ArrayList<>();
  private int asked;

  private void compare(Sm2EquationCases.Case each) {
    asked++;
    if (each.tables(computation) != each.bouncyCastle()) {
      differences.add(each.toString());
    }
  }

  private void assertNoDifference(int least) {
    assertThat(differences).isEmpty();
    assertThat(asked).isGreaterThanOrEqualTo(least);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 7, 8})
  void holdsTheMultiplesOfItsPoint(int width) {
    ECPoint base = Sm2EquationCases.timesG(SCALAR);
    PointTable table = new PointTable(base, width);
    int last = 1 << (table.width - 1);
    assertThat(table.windows).isEqualTo(256 / table.width + 1);
    assertThat(table.points).hasSize(table.windows * last * 16);
    for (int[] place : new int[][] {{0, 1}, {0, last}, {1, 1}, {3, last}, {table.windows - 1, 2}}) {
      BigInteger k = BigInteger.valueOf(place[1]).shiftLeft(table.width * place[0]);
      ECPoint multiple = base.multiply(k.mod(N)).normalize();
      int offset = table.offset(place[0], place[1]);
      assertThat(Arrays.copyOfRange(table.points, offset, offset + 8))
          .as("%d in window %d", place[1], place[0])
          .isEqualTo(Nat256.fromBigInteger(multiple.getAffineXCoord().toBigInteger()));
      assertThat(Arrays.copyOfRange(table.points, offset + 8, offset + 16))
          .isEqualTo(Nat256.fromBigInteger(multiple.getAffineYCoord().toBigInteger()));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 7})
  void cutsAScalarIntoWindows(int width) {
    PointTable table = new PointTable(Sm2Curve.DOMAIN.getG(), width);
    for (BigInteger scalar : List.of(SCALAR, N.subtract(BigInteger.ONE), BigInteger.ONE)) {
      int[] ints = Nat256.fromBigInteger(scalar);
      for (int window = 0; window < table.windows; window++) {
        BigInteger bits = scalar.shiftRight(window * width).mod(BigInteger.ONE.shiftLeft(width));
        assertThat(table.bits(ints, window)).as("window %d", window).isEqualTo(bits.intValue());
      }
    }
  }

  @Test
  void agreesWithBouncyCastleOnRandomSignatures() {
    new Sm2EquationCases(1, this::compare).random(1, 14);
    assertNoDifference(20);
  }

  @Test
  void agreesWhereSumsMeetTheirOwnPointsOrInfinity() {
    new Sm2EquationCases(2, this::compare).equalAndOppositePoints(1);
    assertNoDifference(100);
  }

  @Test
  void agreesWhereTheXIsMoreThanTheOrder() {
    new Sm2EquationCases(3, this::compare).greatX(2);
    assertNoDifference(8);
  }

  @Test
  void agreesAtTheBoundsOfAllNumbers() {
    new Sm2EquationCases(4, this::compare).bounds();
    assertNoDifference(100);
  }

  @Test
  void countsModuloTheOrder() {
    for (BigInteger one : List.of(BigInteger.ONE, SCALAR, N.subtract(BigInteger.ONE))) {
      for (BigInteger other : List.of(BigInteger.ONE, SCALAR, N.subtract(BigInteger.ONE))) {
        int[] result = new int[8];
        Sm2Numbers.add(Nat256.fromBigInteger(one), Nat256.fromBigInteger(other), result);
        assertThat(Nat256.toBigInteger(result)).isEqualTo(one.add(other).mod(N));
        Sm2Numbers.subtract(Nat256.fromBigInteger(one), Nat256.fromBigInteger(other), result);
        assertThat(Nat256.toBigInteger(result)).isEqualTo(one.subtract(other).mod(N));
      }
      int[] reduced = Nat256.fromBigInteger(N.add(BigInteger.ONE));
      Sm2Numbers.reduce(reduced);
      assertThat(Nat256.toBigInteger(reduced)).isEqualTo(BigInteger.ONE);
      int[] order = Nat256.fromBigInteger(N);
      Sm2Numbers.reduce(order);
      assertThat(Nat256.isZero(order)).isTrue();
    }
  }

  /** GM/T 0003.5-2012, annex A. */
  @Test
  void computesThePublishedZ() {
    byte[] point =
        HexFormat.of()
            .parseHex(
                "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
                    + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13");
    byte[] za = TableSm2.za(Sm2Curve.key(point).getQ(), "1234567812345678".getBytes(UTF_8));
    assertThat(HexFormat.of().formatHex(za))
        .isEqualTo("b2e14c5c79c6df5b85f4fe7ed8db7a262b9da7e07ccb0ea9f4747b8ccda8a4f3");
    assertThat(computation.digest(za, "message digest".getBytes(UTF_8)))
        .asHexString()
        .isEqualToIgnoringCase("F0B43E94BA45ACCAACE692ED534382EB17E6AB5A19CE7B31F4486FDFC0D28640");
  }

  @Test
  void givesTheKnownAnswerAndIsChosenOnlyWhereTold() {
    ECPublicKeyParameters key =
        new ECPublicKeyParameters(Sm2EquationCases.timesG(SCALAR), Sm2Curve.DOMAIN);
    assertThat(FastSm2.givesTheKnownAnswer()).isTrue();
    assertThat(FastSm2.equation(key, new Sm2Parameters(Sm2Encoding.BOTH, "", Sm2Engine.FAST)))
        .isInstanceOf(TableSm2.class);
    assertThat(FastSm2.equation(key, new Sm2Parameters(Sm2Encoding.BOTH, "", Sm2Engine.BC)))
        .isInstanceOf(BouncyCastleSm2.class);
  }

  @Test
  void warnsWhereTheFastEngineIsNotUsed() {
    List<String> warned = new ArrayList<>();
    Logger logger = Logger.getLogger(FastSm2.class.getName());
    Thread here = Thread.currentThread();
    Handler recorder =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            if (Thread.currentThread() == here && entry.getLevel() == Level.WARNING) {
              warned.add(entry.getMessage() + " " + entry.getThrown());
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    logger.addHandler(recorder);
    logger.setUseParentHandlers(false);
    try {
      assertThat(FastSm2.works(() -> true)).isTrue();
      assertThat(warned).isEmpty();
      assertThat(FastSm2.works(() -> false)).isFalse();
      assertThat(
              FastSm2.works(
                  () -> {
                    throw new NoSuchFieldError("gone");
                  }))
          .isFalse();
    } finally {
      logger.setUseParentHandlers(true);
      logger.removeHandler(recorder);
    }
    assertThat(warned).hasSize(2).allMatch(line -> line.contains("set mgs.sm2.engine to bc"));
    assertThat(warned.get(0)).contains("a wrong answer").endsWith("null");
    assertThat(warned.get(1)).contains("cannot run").endsWith("NoSuchFieldError: gone");
  }
}
