package io.github.mgsjaxrs.offline;

import io.github.mgsjaxrs.MgsConfigurationException;

/**
 * The bounds of what a package may be ({@code mgs.offline.limits.*}). All sizes are in bytes.
 *
 * <pre>{@code
 * OfflineLimits limits = OfflineLimits.DEFAULT.withPackageSize(8L << 20);
 * }</pre>
 *
 * @param packageSize the largest package, as it comes ({@code .package})
 * @param content how long all files of one package together may be once unpacked ({@code .content})
 * @param entry how long one file may be once unpacked ({@code .entry})
 * @param ratio how many times longer than its compressed form a file of more than 1 MiB may be
 *     ({@code .ratio})
 * @param entries how many files a package may have, those inside its tar not counted ({@code
 *     .entries})
 * @param name the longest name of a file, in characters ({@code .name})
 * @param signatures how long {@code SIGN.json} or {@code CERT.json} may be ({@code .signatures})
 * @param totalDisk how much all packages that are open at one time may take in temporary files
 *     ({@code .total-disk})
 */
public record OfflineLimits(
    long packageSize,
    long content,
    long entry,
    int ratio,
    int entries,
    int name,
    int signatures,
    long totalDisk) {

  private static final long MIB = 1L << 20;
  private static final long LARGEST_ZIP = 0xfffffffeL;
  private static final int MOST_ENTRIES = 65_534;
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_MAP = 16 << 20;
  private static final int HIGHEST_RATIO = 1032;

  /**
   * The shipped limits: a package of 64 MiB, 256 MiB unpacked, 128 MiB for one file, a ratio of
   * 100, 64 files, names of 128 characters, signatures of 64 KiB, 1 GiB for all packages together.
   */
  public static final OfflineLimits DEFAULT =
      new OfflineLimits(64 * MIB, 256 * MIB, 128 * MIB, 100, 64, 128, 64 << 10, 1024 * MIB);

  /** Checks the ranges. */
  public OfflineLimits {
    require("packageSize", packageSize, 1, LARGEST_ZIP);
    require("content", content, 1, Long.MAX_VALUE);
    require("entry", entry, 1, Long.MAX_VALUE);
    require("ratio", ratio, 1, HIGHEST_RATIO);
    require("entries", entries, 1, MOST_ENTRIES);
    require("name", name, 1, LONGEST_NAME);
    require("signatures", signatures, 1, LONGEST_MAP);
    require("totalDisk", totalDisk, 0, Long.MAX_VALUE);
  }

  private static void require(String limit, long found, long least, long most) {
    if (found < least || found > most) {
      throw new MgsConfigurationException(
          "The limit "
              + limit
              + " is "
              + found
              + ": a number of "
              + least
              + (most == Long.MAX_VALUE ? " or more" : " to " + most)
              + " is needed");
    }
  }

  /**
   * Sets {@code mgs.offline.limits.package}.
   *
   * @param bytes the largest package
   * @return limits with this value
   */
  public OfflineLimits withPackageSize(long bytes) {
    return new OfflineLimits(bytes, content, entry, ratio, entries, name, signatures, totalDisk);
  }

  /**
   * Sets {@code mgs.offline.limits.content}.
   *
   * @param bytes how long all files together may be
   * @return limits with this value
   */
  public OfflineLimits withContent(long bytes) {
    return new OfflineLimits(
        packageSize, bytes, entry, ratio, entries, name, signatures, totalDisk);
  }

  /**
   * Sets {@code mgs.offline.limits.entry}.
   *
   * @param bytes how long one file may be
   * @return limits with this value
   */
  public OfflineLimits withEntry(long bytes) {
    return new OfflineLimits(
        packageSize, content, bytes, ratio, entries, name, signatures, totalDisk);
  }

  /**
   * Sets {@code mgs.offline.limits.ratio}.
   *
   * @param times how many times longer than its compressed form a file may be
   * @return limits with this value
   */
  public OfflineLimits withRatio(int times) {
    return new OfflineLimits(
        packageSize, content, entry, times, entries, name, signatures, totalDisk);
  }

  /**
   * Sets {@code mgs.offline.limits.entries}.
   *
   * @param count how many files there may be
   * @return limits with this value
   */
  public OfflineLimits withEntries(int count) {
    return new OfflineLimits(
        packageSize, content, entry, ratio, count, name, signatures, totalDisk);
  }

  /**
   * Sets {@code mgs.offline.limits.name}.
   *
   * @param characters the longest name
   * @return limits with this value
   */
  public OfflineLimits withName(int characters) {
    return new OfflineLimits(
        packageSize, content, entry, ratio, entries, characters, signatures, totalDisk);
  }

  /**
   * Sets {@code mgs.offline.limits.signatures}.
   *
   * @param bytes how long the map of signatures may be
   * @return limits with this value
   */
  public OfflineLimits withSignatures(int bytes) {
    return new OfflineLimits(packageSize, content, entry, ratio, entries, name, bytes, totalDisk);
  }

  /**
   * Sets {@code mgs.offline.limits.total-disk}.
   *
   * @param bytes how much all packages together may take
   * @return limits with this value
   */
  public OfflineLimits withTotalDisk(long bytes) {
    return new OfflineLimits(packageSize, content, entry, ratio, entries, name, signatures, bytes);
  }
}
