package io.github.mgsjaxrs.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.DSAEncoding;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.math.ec.ECPoint;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which engine verifies when, and that nobody can tell by the verdicts. */
class Sm2EngineTest {

  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] MESSAGE = "POST\n\n/a?b=1".getBytes(StandardCharsets.UTF_8);
  private static final String USER_ID = Sm2Parameters.DEFAULT.userId();

  private final BigInteger d = new BigInteger(250, new Random(7)).add(BigInteger.ONE);
  private final ECPoint point = Sm2EquationCases.timesG(d);

  private TextKey key(Sm2Encoding encoding, Sm2Engine engine) {
    return TextKey.sm2(point.getEncoded(false), new Sm2Parameters(encoding, USER_ID, engine));
  }

  private byte[] signed(DSAEncoding encoding, byte[] message) throws CryptoException {
    SM2Signer signer = new SM2Signer(encoding);
    signer.init(
        true,
        new ParametersWithID(
            new ParametersWithRandom(
                new ECPrivateKeyParameters(d, Sm2Curve.DOMAIN), new SecureRandom()),
            USER_ID.getBytes(StandardCharsets.UTF_8)));
    signer.update(message, 0, message.length);
    return signer.generateSignature();
  }

  private boolean bouncyCastle(DSAEncoding encoding, byte[] message, byte[] signature) {
    SM2Signer signer = new SM2Signer(encoding);
    signer.init(
        false,
        new ParametersWithID(
            new ECPublicKeyParameters(point, Sm2Curve.DOMAIN),
            USER_ID.getBytes(StandardCharsets.UTF_8)));
    signer.update(message, 0, message.length);
    return signer.verifySignature(signature);
  }

  private static TextKey withTable(TextKey key) {
    for (int i = 0; i < KeyTable.USES_FOR_A_TABLE; i++) {
      key.check(MESSAGE, "11".repeat(64));
    }
    return key;
  }

  @Test
  void isTheFastOneUnlessSaidOtherwise() {
    assertThat(Sm2Parameters.DEFAULT.engine()).isEqualTo(Sm2Engine.FAST);
    assertThat(new Sm2Parameters(Sm2Encoding.DER, "x").engine()).isEqualTo(Sm2Engine.FAST);
    ECPublicKeyParameters key = new ECPublicKeyParameters(point, Sm2Curve.DOMAIN);
    assertThat(FastSm2.equation(key, Sm2Parameters.DEFAULT)).isInstanceOf(TableSm2.class);
  }

  @Tag("slow")
  @Test
  void takesAndRefusesTheSameEncodingsAsBouncyCastle() throws Exception {
    TextKey der = withTable(key(Sm2Encoding.DER, Sm2Engine.FAST));
    TextKey raw = withTable(key(Sm2Encoding.RAW, Sm2Engine.FAST));
    Random random = new Random(1);
    List<String> differences = new ArrayList<>();
    int accepted = 0;
    for (int i = 0; i < 3000; i++) {
      boolean isDer = i % 2 == 0;
      DSAEncoding encoding = isDer ? StandardDSAEncoding.INSTANCE : PlainDSAEncoding.INSTANCE;
      byte[] signature = mutated(signed(encoding, MESSAGE), i % 5, random);
      boolean expected = bouncyCastle(encoding, MESSAGE, signature);
      SignatureCheck check = (isDer ? der : raw).check(MESSAGE, HEX.formatHex(signature));
      accepted += expected ? 1 : 0;
      if ((check == SignatureCheck.VALID) != expected) {
        differences.add(HEX.formatHex(signature) + " is " + check);
      }
    }
    assertThat(differences).isEmpty();
    assertThat(accepted).isBetween(600, 1200);
  }

  /** Nothing, or something that makes another encoding of it, or none. */
  private static byte[] mutated(byte[] signature, int how, Random random) {
    byte[] copy = signature.clone();
    int at = random.nextInt(copy.length);
    switch (how) {
      case 0 -> {}
      case 1 -> copy[at] ^= (byte) (1 << random.nextInt(8));
      case 2 -> {
        copy = new byte[signature.length + 1]; // one byte more, somewhere
        System.arraycopy(signature, 0, copy, 0, at);
        System.arraycopy(signature, at, copy, at + 1, signature.length - at);
      }
      case 3 -> copy[random.nextInt(6)] += (byte) (random.nextInt(3) - 1); // tags and lengths
      default -> {
        copy = new byte[signature.length - 1];
        System.arraycopy(signature, 0, copy, 0, at);
        System.arraycopy(signature, at + 1, copy, at, copy.length - at);
      }
    }
    return copy;
  }

  @Test
  void admitsTheSameBeforeAndAfterTheKeyHasItsTable() throws Exception {
    TextKey fast = key(Sm2Encoding.BOTH, Sm2Engine.FAST);
    TextKey bc = key(Sm2Encoding.BOTH, Sm2Engine.BC);
    for (int i = 0; i < 3 * KeyTable.USES_FOR_A_TABLE; i++) {
      byte[] message = ("message " + i).getBytes(StandardCharsets.UTF_8);
      String right = HEX.formatHex(signed(PlainDSAEncoding.INSTANCE, message));
      for (TextKey key : List.of(fast, bc)) {
        assertThat(key.check(message, right)).isEqualTo(SignatureCheck.VALID);
        assertThat(key.check(MESSAGE, right)).isEqualTo(SignatureCheck.MISMATCH);
      }
    }
  }

  @Tag("slow")
  @Test
  void answersManyThreadsRightlyWhileTablesComeAndGo() throws Exception {
    TableShelf shelf = new TableShelf(1);
    List<TableSm2> keys = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      keys.add(new TableSm2(new ECPublicKeyParameters(point, Sm2Curve.DOMAIN), USER_ID, shelf));
    }
    byte[] right = signed(PlainDSAEncoding.INSTANCE, MESSAGE);
    byte[] wrong = right.clone();
    wrong[63] ^= 1;
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Integer>> faults = new ArrayList<>();
      for (int t = 0; t < 8; t++) {
        int first = t;
        faults.add(
            threads.submit(
                () -> {
                  int wrongAnswers = 0;
                  for (int i = 0; i < 200; i++) {
                    TableSm2 key = keys.get((first + i / 50) % 2);
                    wrongAnswers += key.holds(MESSAGE, right) ? 0 : 1;
                    wrongAnswers += key.holds(MESSAGE, wrong) ? 1 : 0;
                  }
                  return wrongAnswers;
                }));
      }
      for (Future<Integer> fault : faults) {
        assertThat(fault.get()).isZero();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(shelf.tables()).isEqualTo(1);
  }

  @Test
  void keepsTablesOfBusyKeysAndTakesThoseOfIdleOnes() {
    TableShelf shelf = new TableShelf(2);
    KeyTable busy = earned(shelf);
    KeyTable idle = earned(shelf);
    KeyTable next = earned(shelf); // all were used, so one had to go
    assertThat(List.of(busy.present(), idle.present(), next.present()))
        .containsExactlyInAnyOrder(true, true, false);
    KeyTable kept = busy.present() ? busy : idle;
    kept.usedSinceAsked();
    next.usedSinceAsked();
    kept.forUse();

    KeyTable last = earned(shelf);

    assertThat(kept.present()).isTrue();
    assertThat(last.present()).isTrue();
    assertThat(next.present()).isFalse();
    assertThat(shelf.tables()).isEqualTo(2);
  }

  @Test
  void givesATableAgainOnlyToAKeyThatEarnsIt() {
    KeyTable table = earned(new TableShelf(1));
    table.drop();
    for (int i = 1; i < KeyTable.USES_FOR_A_TABLE; i++) {
      assertThat(table.forUse()).isNull();
    }
    assertThat(table.forUse()).isNotNull();
  }

  private KeyTable earned(TableShelf shelf) {
    KeyTable table = new KeyTable(point, shelf);
    for (int i = 1; i < KeyTable.USES_FOR_A_TABLE; i++) {
      assertThat(table.forUse()).isNull();
    }
    assertThat(table.forUse()).isNotNull();
    assertThat(table.present()).isTrue();
    return table;
  }

  @Test
  void isNotTrustedAfterAWrongAnswerOrAnyFault() {
    assertThat(FastSm2.works(() -> true)).isTrue();
    assertThat(FastSm2.works(() -> false)).isFalse();
    assertThat(FastSm2.works(Sm2EngineTest::missingMethod)).isFalse();
    assertThat(FastSm2.works(Sm2EngineTest::wrongIndex)).isFalse();
  }

  private static boolean missingMethod() {
    throw new NoSuchMethodError("mul");
  }

  private static boolean wrongIndex() {
    throw new ArrayIndexOutOfBoundsException(8);
  }

  @Test
  void verifiesByBouncyCastleWhereItsFieldArithmeticIsNotToBeFound() throws Exception {
    byte[] signature = signed(PlainDSAEncoding.INSTANCE, MESSAGE);
    ClassLoader loader = new OtherBouncyCastle();
    Class<?> sm2 = loader.loadClass(Sm2Curve.class.getName());
    Method key = sm2.getDeclaredMethod("key", byte[].class);
    key.setAccessible(true);
    Object keyParameters = key.invoke(null, (Object) point.getEncoded(false));
    Class<?> parameters = loader.loadClass(Sm2Parameters.class.getName());
    Method equation =
        loader
            .loadClass(FastSm2.class.getName())
            .getDeclaredMethod("equation", ECPublicKeyParameters.class, parameters);
    equation.setAccessible(true);
    Object chosen = equation.invoke(null, keyParameters, parameters.getField("DEFAULT").get(null));
    assertThat(chosen.getClass().getName()).isEqualTo(BouncyCastleSm2.class.getName());
    Method holds = chosen.getClass().getDeclaredMethod("holds", byte[].class, byte[].class);
    holds.setAccessible(true);
    assertThat(holds.invoke(chosen, MESSAGE, signature)).isEqualTo(true);
  }

  /** Defines this package anew and hides from it the classes that only the fast engine needs. */
  private static final class OtherBouncyCastle extends ClassLoader {

    OtherBouncyCastle() {
      super(Sm2EngineTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("org.bouncycastle.math.ec.custom.gm.")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith(Sm2EngineTest.class.getPackageName())) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : define(name);
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream bytes = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (bytes == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] code = bytes.readAllBytes();
        return defineClass(name, code, 0, code.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
