package io.github.mgsjaxrs.internal.diagnosis;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What would have made a signature match.
 *
 * <pre>{@code
 * Diagnosis diagnosis = mismatch.diagnose();
 * diagnosis.findings(); // [mgs.canonical.parameters=raw, The parameters were signed as …]
 * }</pre>
 *
 * <p>A fixed set of variations is tried, at most 2,000 signature checks: the choices of {@code
 * mgs.canonical.*} and {@code mgs.sm2.*}, other keys, and faults that are often made when such a
 * string is signed. Where none alone explains it, two together are tried, unless the string is
 * longer than 8,192 characters. For a small POST that nothing explains, a warm JVM took 1 ms with
 * MD5 (259 checks), 39 ms with RSA of 2,048 bits (175) and 45 ms with SM2 (203). It neither blocks
 * nor logs, and never says what a right signature would have been.
 *
 * @param findings the causes, each of which explains the mismatch unless its sentence says that it
 *     takes two. Where no variation matches, they are what remains possible and cannot be tried, a
 *     part of the path that only the gateway knows; empty where the header is no signature at all
 * @param tried how many signature checks were made
 */
public record Diagnosis(List<Finding> findings, int tried) {

  /** Nothing was looked for. */
  public static final Diagnosis NONE = new Diagnosis(List.of(), 0);

  /** Copies the findings. */
  public Diagnosis {
    findings = List.copyOf(findings);
  }

  /**
   * The causes as one text for a log or a terminal, not escaped.
   *
   * @return sentences
   */
  public String describe() {
    String why = findings.stream().map(Finding::why).collect(Collectors.joining("; or: "));
    if (matched()) {
      return "it would match otherwise: " + why;
    }
    return nothingMatched() + (why.isEmpty() ? "" : "; not proven, but possible: " + why);
  }

  /**
   * Whether a variation was found that matches.
   *
   * @return false also where something remains possible
   */
  public boolean matched() {
    return findings.stream().anyMatch(Finding::proven);
  }

  /**
   * What is to be done where no variation matches.
   *
   * @return a sentence, without what remains possible
   */
  public String nothingMatched() {
    return "no variation of the request or the key matches ("
        + tried
        + " tried): compare the salt, the secret, the access key or the public key, the body, and"
        + " the string to sign with those of whoever signed";
  }
}
