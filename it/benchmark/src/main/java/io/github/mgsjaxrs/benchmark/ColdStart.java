package io.github.mgsjaxrs.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mgsjaxrs.SignatureAlgorithm;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.backend.protocol.SignedRequest;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import io.github.mgsjaxrs.verifier.MgsVerifierBuilder;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The first verifications of a process, half of them of a request that was changed. It writes the
 * nanoseconds of building the verifier, those of each verification, and how many verdicts were
 * wrong.
 */
public final class ColdStart {

  static final int VERIFICATIONS = 100;
  static final String PATH = "/test/testSign";
  static final String QUERY = "d=4&b=2&a=1&c=3";
  static final byte[] BODY = "x".repeat(1024).getBytes(UTF_8);

  private static final String KEY_ID = "cold";

  private ColdStart() {}

  /**
   * Verifies.
   *
   * @param args the algorithm; its salt or public key; the right signature of {@link #BODY}
   */
  public static void main(String[] args) {
    long start = System.nanoTime();
    MgsVerifier verifier = verifier(SignatureAlgorithm.valueOf(args[0]), args[1]);
    long[] nanos = new long[1 + VERIFICATIONS];
    nanos[0] = System.nanoTime() - start;
    byte[] changed = BODY.clone();
    changed[0] ^= 1;
    int wrong = 0;
    for (int i = 1; i <= VERIFICATIONS; i++) {
      boolean right = i % 2 == 1;
      start = System.nanoTime();
      SignedRequest request =
          SignedRequest.of("POST", PATH, QUERY, "application/json", right ? BODY : changed);
      boolean verified = verifier.verify(request, args[2], KEY_ID) instanceof Verified;
      nanos[i] = System.nanoTime() - start;
      if (verified != right) {
        wrong++;
      }
    }
    String times = Arrays.stream(nanos).mapToObj(Long::toString).collect(Collectors.joining(" "));
    new PrintStream(System.out, true, UTF_8).println(times + " " + wrong);
  }

  private static MgsVerifier verifier(SignatureAlgorithm algorithm, String key) {
    MgsVerifierBuilder builder = MgsVerifier.builder();
    return algorithm.salted()
        ? builder.salt(KEY_ID, algorithm, key).build()
        : builder.publicKey(KEY_ID, algorithm, key).build();
  }
}
