package io.github.mgsjaxrs.crypto;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.BooleanSupplier;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.jspecify.annotations.Nullable;

/**
 * Whether {@link Sm2Engine#FAST} can be trusted here: it computes with classes of Bouncy Castle
 * that an application server may bring in another version, so it is asked for a known answer first.
 */
final class FastSm2 {

  /** GM/T 0003.5-2012, annex A: the key, and the signature of its message. */
  private static final String KEY =
      "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
          + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13";

  private static final String MESSAGE = "message digest";
  private static final String SIGNATURE =
      "f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"
          + "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa";

  private static final System.Logger LOG = System.getLogger(FastSm2.class.getName());

  private FastSm2() {}

  /** The equation of a key, by the engine of the setting or by the one that works. */
  static Sm2Equation equation(ECPublicKeyParameters key, Sm2Parameters parameters) {
    return switch (parameters.engine()) {
      case BC -> new BouncyCastleSm2(key, parameters.userId());
      case FAST ->
          Tested.WORKS
              ? new TableSm2(key, parameters.userId(), TableShelf.SHARED)
              : new BouncyCastleSm2(key, parameters.userId());
    };
  }

  /** Tested when the first key asks for it. */
  private static final class Tested {
    static final boolean WORKS = works(FastSm2::givesTheKnownAnswer);
  }

  static boolean works(BooleanSupplier test) {
    try {
      if (test.getAsBoolean()) {
        return true;
      }
      warn("gave a wrong answer", null);
    } catch (LinkageError | RuntimeException fault) {
      warn("cannot run with this version of Bouncy Castle", fault);
    }
    return false;
  }

  private static void warn(String found, @Nullable Throwable fault) {
    LOG.log(
        System.Logger.Level.WARNING,
        "The fast SM2 engine "
            + found
            + " in its test, so signatures are verified by Bouncy Castle's own, which is slower:"
            + " use the version of bcprov-jdk18on that this library was built with, or set"
            + " mgs.sm2.engine to bc",
        fault);
  }

  static boolean givesTheKnownAnswer() {
    HexFormat hex = HexFormat.of();
    byte[] message = MESSAGE.getBytes(StandardCharsets.US_ASCII);
    byte[] right = hex.parseHex(SIGNATURE);
    byte[] wrong = right.clone();
    wrong[wrong.length - 1] ^= 1;
    ECPublicKeyParameters key = Sm2Curve.key(hex.parseHex(KEY));
    PointTable table = new PointTable(key.getQ(), KeyTable.WIDTH);
    byte[] za =
        TableSm2.za(key.getQ(), Sm2Parameters.DEFAULT.userId().getBytes(StandardCharsets.UTF_8));
    Sm2Computation computation = new Sm2Computation();
    byte[] digest = computation.digest(za, message);
    return computation.holds(table, digest, right) && !computation.holds(table, digest, wrong);
  }
}
