package io.github.mgsjaxrs.offline;

import java.io.IOException;

/**
 * The end of a ZIP file, as far as it is taken: the last 22 bytes, without a comment, of one file
 * on one disk, with the central directory right before it (APPNOTE 4.3.16).
 *
 * <p>A comment could hide a second end record, which a reader that searches from elsewhere would
 * take; ZIP64 says everything twice.
 *
 * @param entries how many entries there are
 * @param directory where the central directory starts; it ends where the end record starts
 * @param start where this record starts
 */
record EndRecord(int entries, long directory, long start) {

  static final int LENGTH = 22;

  private static final long SIGNATURE = 0x06054b50L;
  private static final long ZIP64_LOCATOR = 0x07064b50L;
  private static final int ZIP64_LOCATOR_LENGTH = 20;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final long MAGIC_32 = 0xffffffffL;

  static EndRecord of(PackageBytes bytes) throws IOException {
    if (bytes.length() == 0) {
      throw new RefusedPackageException(PackageOutcome.EMPTY, "the package has no bytes");
    }
    if (bytes.length() < LENGTH) {
      throw RefusedPackageException.invalid(
          "it has " + bytes.length() + " bytes, the shortest ZIP file has " + LENGTH);
    }
    long start = bytes.length() - LENGTH;
    ZipFields end = new ZipFields(bytes.part(start, LENGTH));
    if (end.u32(0) != SIGNATURE) {
      throw RefusedPackageException.invalid(
          "its last " + LENGTH + " bytes are no end of a ZIP file, or it has a comment");
    }
    long directory = end.u32(16);
    if (end.u16(8) != end.u16(10) || end.u16(4) != 0 || end.u16(6) != 0) {
      throw RefusedPackageException.invalid("it is a part of a ZIP file, or contradicts itself");
    }
    if (end.u16(20) != 0 || directory == MAGIC_32 || end.u32(12) == MAGIC_32) {
      throw RefusedPackageException.invalid("it has a comment, or is ZIP64");
    }
    if (directory + end.u32(12) != start) {
      throw RefusedPackageException.invalid(
          "its central directory does not end where the end record starts");
    }
    requireOnlyEnd(bytes, start);
    return new EndRecord(end.u16(10), directory, start);
  }

  /** No other place of the file may look like its end, whichever way a reader searches. */
  private static void requireOnlyEnd(PackageBytes bytes, long start) throws IOException {
    if (start >= ZIP64_LOCATOR_LENGTH
        && new ZipFields(bytes.part(start - ZIP64_LOCATOR_LENGTH, 4)).u32(0) == ZIP64_LOCATOR) {
      throw RefusedPackageException.invalid("it has a ZIP64 end record");
    }
    int searched = (int) Math.min(start, LONGEST_COMMENT);
    ZipFields tail = new ZipFields(bytes.part(start - searched, searched + LENGTH));
    for (int at = 0; at < searched; at++) {
      if (tail.u32(at) == SIGNATURE
          && (at + LENGTH + tail.u16(at + 20) == tail.length()
              || leadsToFiles(
                  bytes, tail.u32(at + 12), tail.u32(at + 16), start - searched + at))) {
        throw RefusedPackageException.invalid(
            "it has a second end record, in its last 64 KiB: if it is that of a ZIP file inside of"
                + " the package's .tar, compress the .tar, or put another file behind that one");
      }
    }
  }

  /**
   * Some readers search from the front, and do not mind bytes behind an end's comment. The end of a
   * ZIP file inside of an entry leads them nowhere: it counts from that file's beginning.
   */
  private static boolean leadsToFiles(PackageBytes bytes, long length, long directory, long before)
      throws IOException {
    if (length == MAGIC_32 || directory == MAGIC_32) {
      return true;
    }
    return directory + length <= before
        && (length == 0
            || new ZipFields(bytes.part(directory, 4)).u32(0) == CentralHeader.SIGNATURE);
  }
}
