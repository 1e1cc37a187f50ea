package io.github.mgsjaxrs.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Single figures; with {@code -prof gc} also what each allocates. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MicroBenchmarks {

  private static final byte[] TEXT = "POST\n\n/test/testSign?a=1&b=2&c=3&d=4".getBytes(UTF_8);

  /** One key and one signature of each algorithm. */
  @State(Scope.Thread)
  public static class Signatures {
    final Sm2Work sm2;
    final RsaWork rsa;
    final DigestWork digests;

    /** Signs. */
    public Signatures() {
      try {
        sm2 = new Sm2Work(TEXT);
        rsa = new RsaWork(TEXT);
        digests = new DigestWork(TEXT);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Requests with parameters. */
  @State(Scope.Thread)
  public static class Requests {
    @Param({"0", "4", "32", "1000"})
    int parameters;

    @Param({"false", "true"})
    boolean escaped;

    StringToSignWork work = new StringToSignWork(0, false);

    /** Writes the query. */
    @Setup
    public void make() {
      work = new StringToSignWork(parameters, escaped);
    }
  }

  @Benchmark
  public boolean sm2(Signatures signatures) {
    return signatures.sm2.fast();
  }

  @Benchmark
  public boolean sm2ByBouncyCastle(Signatures signatures) {
    return signatures.sm2.bouncyCastleEngine();
  }

  @Benchmark
  public boolean sm2Documented(Signatures signatures) {
    return signatures.sm2.documented();
  }

  @Benchmark
  public boolean sm2Cached(Signatures signatures) {
    return signatures.sm2.cached();
  }

  @Benchmark
  public boolean rsa(Signatures signatures) {
    return signatures.rsa.ours();
  }

  @Benchmark
  public boolean rsaDocumented(Signatures signatures) {
    return signatures.rsa.documented();
  }

  @Benchmark
  public boolean rsaTomitribe(Signatures signatures) {
    return signatures.rsa.tomitribe();
  }

  @Benchmark
  public boolean md5(Signatures signatures) {
    return signatures.digests.md5();
  }

  @Benchmark
  public boolean sm3(Signatures signatures) {
    return signatures.digests.sm3();
  }

  @Benchmark
  public String stringToSign(Requests requests) {
    return requests.work.ours();
  }

  @Benchmark
  public String stringToSignNaive(Requests requests) {
    return requests.work.naive();
  }
}
