package io.github.mgsjaxrs.settings;

import io.github.mgsjaxrs.MgsConfigurationException;

/**
 * The bounds of everything that a stranger controls ({@code mgs.limits.*}). All sizes are in bytes.
 *
 * <pre>{@code
 * Limits limits = Limits.defaults().withBody(2 * Limits.MIB);
 * }</pre>
 *
 * @param body the largest body of one request; a larger one is answered 413
 * @param memory how much of one body is kept in memory; the rest goes to a temporary file
 * @param totalMemory how much all bodies together may take in memory; beyond it they go to
 *     temporary files, and forms, which are read in memory, are answered 503
 * @param totalDisk how much all bodies together may take in temporary files; beyond it 503
 * @param parameters how many parameters query and form may have together
 * @param header the longest signature or key header, in characters
 */
public record Limits(
    long body, int memory, long totalMemory, long totalDisk, int parameters, int header) {

  /** 1,024 bytes. */
  public static final int KIB = 1024;

  /** 1,048,576 bytes. */
  public static final int MIB = 1024 * KIB;

  private static final long DEFAULT_BODY = 10L * MIB;
  private static final int DEFAULT_MEMORY = 256 * KIB;
  private static final long DEFAULT_TOTAL_DISK = 1024L * MIB;
  private static final int DEFAULT_PARAMETERS = 1000;
  private static final int DEFAULT_HEADER = 4 * KIB;

  /** Checks the ranges. */
  public Limits {
    require(body >= 0, "body", body, "0 or more");
    require(memory >= 0 && memory <= 1024 * MIB, "memory", memory, "0 to 1 GiB");
    require(totalMemory >= 0, "totalMemory", totalMemory, "0 or more");
    require(totalDisk >= 0, "totalDisk", totalDisk, "0 or more");
    require(parameters >= 0, "parameters", parameters, "0 or more");
    require(header >= 1, "header", header, "1 or more");
  }

  private static void require(boolean fits, String limit, long found, String needed) {
    if (!fits) {
      throw new MgsConfigurationException(
          "The limit " + limit + " is " + found + ": a number of " + needed + " is needed");
    }
  }

  /**
   * The shipped limits: body 10 MiB, memory 256 KiB, all bodies an eighth of the heap in memory and
   * 1 GiB on disk, 1,000 parameters, headers of 4 KiB.
   *
   * @return the defaults on this JVM
   */
  public static Limits defaults() {
    return new Limits(
        DEFAULT_BODY,
        DEFAULT_MEMORY,
        Runtime.getRuntime().maxMemory() / 8,
        DEFAULT_TOTAL_DISK,
        DEFAULT_PARAMETERS,
        DEFAULT_HEADER);
  }

  /**
   * Sets {@code mgs.limits.body}.
   *
   * @param bytes the largest body
   * @return limits with this value
   */
  public Limits withBody(long bytes) {
    return new Limits(bytes, memory, totalMemory, totalDisk, parameters, header);
  }

  /**
   * Sets {@code mgs.limits.memory}.
   *
   * @param bytes how much of one body stays in memory
   * @return limits with this value
   */
  public Limits withMemory(int bytes) {
    return new Limits(body, bytes, totalMemory, totalDisk, parameters, header);
  }

  /**
   * Sets {@code mgs.limits.total-memory}.
   *
   * @param bytes how much of all bodies stays in memory
   * @return limits with this value
   */
  public Limits withTotalMemory(long bytes) {
    return new Limits(body, memory, bytes, totalDisk, parameters, header);
  }

  /**
   * Sets {@code mgs.limits.total-disk}.
   *
   * @param bytes how much of all bodies may lie in temporary files
   * @return limits with this value
   */
  public Limits withTotalDisk(long bytes) {
    return new Limits(body, memory, totalMemory, bytes, parameters, header);
  }

  /**
   * Sets {@code mgs.limits.parameters}.
   *
   * @param count how many parameters there may be
   * @return limits with this value
   */
  public Limits withParameters(int count) {
    return new Limits(body, memory, totalMemory, totalDisk, count, header);
  }

  /**
   * Sets {@code mgs.limits.header}.
   *
   * @param characters the longest signature or key header
   * @return limits with this value
   */
  public Limits withHeader(int characters) {
    return new Limits(body, memory, totalMemory, totalDisk, parameters, characters);
  }
}
