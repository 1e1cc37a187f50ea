package io.github.mgsjaxrs.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import io.github.mgsjaxrs.benchmark.plot.Curve;
import io.github.mgsjaxrs.benchmark.plot.GrowthSection;
import io.github.mgsjaxrs.benchmark.plot.Plot;
import io.github.mgsjaxrs.benchmark.plot.TextTable;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/** How many verifications are done by more and more threads: a lock would show. */
final class ThreadGrowth {

  private static final int[] COUNTS = {1, 2, 4, 8, 16, 32, 64};
  private static final int ROUNDS = 5;
  private static final long SLICE_NANOS = 300_000_000;
  private static final String TEXT = "GET\n\n/test/testSign?a=1&b=2&c=3&d=4";
  private static final SignedRequest REQUEST =
      SignedRequest.of("GET", "/test/testSign", "d=4&b=2&a=1&c=3", null, new byte[0]);

  private ThreadGrowth() {}

  static GrowthSection measure() throws GeneralSecurityException {
    Sm2Work sm2 = new Sm2Work(TEXT.getBytes(UTF_8));
    String salt = "the shared salt";
    String md5 =
        HexFormat.of()
            .formatHex(MessageDigest.getInstance("MD5").digest((TEXT + salt).getBytes(UTF_8)));
    MgsVerifier verifier =
        MgsVerifier.builder()
            .salt("md5", SignatureAlgorithm.MD5, salt)
            .publicKey("sm2", SignatureAlgorithm.SM2, sm2.keyText())
            .build();
    BooleanSupplier byMd5 = () -> verifier.verify(REQUEST, md5, "md5") instanceof Verified;
    BooleanSupplier bySm2 = () -> verifier.verify(REQUEST, sm2.header(), "sm2") instanceof Verified;
    for (int i = 0; i < 2 * ROUNDS; i++) {
      perSecond(1, byMd5);
      perSecond(1, bySm2);
    }
    double[][] md5Rates = new double[COUNTS.length][ROUNDS];
    double[][] sm2Rates = new double[COUNTS.length][ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < COUNTS.length; i++) {
        int turn = (i + round) % COUNTS.length;
        md5Rates[turn][round] = perSecond(COUNTS[turn], byMd5);
        sm2Rates[turn][round] = perSecond(COUNTS[turn], bySm2);
      }
    }
    return section(md5Rates, sm2Rates);
  }

  private static GrowthSection section(double[][] md5Rates, double[][] sm2Rates) {
    Curve md5Curve = new Curve("MD5");
    Curve sm2Curve = new Curve("SM2");
    TextTable table = new TextTable("Threads", "MD5 a second", "SM2 a second");
    for (int i = 0; i < COUNTS.length; i++) {
      double md5 = Spread.of(md5Rates[i]).median();
      double sm2 = Spread.of(sm2Rates[i]).median();
      md5Curve.add(COUNTS[i], md5);
      sm2Curve.add(COUNTS[i], sm2);
      table.row(String.valueOf(COUNTS[i]), TextTable.figure(md5), TextTable.figure(sm2));
    }
    return new GrowthSection(
        "Threads",
        "A request without a body, from its parameters to the verdict, on "
            + Runtime.getRuntime().availableProcessors()
            + " processors.",
        Map.of(
            "threads",
            new Plot(
                "Verifications by several threads",
                "threads",
                "a second",
                2,
                List.of(md5Curve, sm2Curve))),
        table);
  }

  private static double perSecond(int threads, BooleanSupplier verification) {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      long start = System.nanoTime();
      List<Future<Long>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(executor.submit(() -> verifyUntil(start + SLICE_NANOS, verification)));
      }
      long done = 0;
      for (Future<Long> each : running) {
        done += each.get();
      }
      return done * 1e9 / (System.nanoTime() - start);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while threads were running", e);
    } finally {
      executor.shutdownNow();
    }
  }

  private static long verifyUntil(long end, BooleanSupplier verification) {
    long done = 0;
    while (System.nanoTime() < end) {
      for (int i = 0; i < 16; i++) {
        if (!verification.getAsBoolean()) {
          throw new IllegalStateException("A right signature is refused");
        }
      }
      done += 16;
    }
    return done;
  }
}
