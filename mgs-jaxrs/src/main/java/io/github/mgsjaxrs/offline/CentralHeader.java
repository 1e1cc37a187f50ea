package io.github.mgsjaxrs.offline;

/**
 * One entry as the central directory describes it (APPNOTE 4.3.12), as far as it is taken.
 *
 * @param name its name
 * @param flags its general purpose flags
 * @param method 0 stored or 8 deflated
 * @param crc CRC-32 of the content
 * @param compressed the length of the compressed content
 * @param size the length of the content
 * @param offset where its local header starts
 * @param length how long this description is
 */
record CentralHeader(
    String name,
    int flags,
    int method,
    long crc,
    long compressed,
    long size,
    long offset,
    int length) {

  static final int FIXED = 46;
  static final int STORED = 0;
  static final int DEFLATED = 8;

  /** What follows the content repeats its sizes; the local header has zeros instead. */
  static final int DESCRIPTOR = 1 << 3;

  static final long SIGNATURE = 0x02014b50L;
  // how hard was compressed, a descriptor, UTF-8; not encrypted, patched or masked
  private static final int KNOWN_FLAGS = 0b110 | DESCRIPTOR | 1 << 11;
  private static final int NEWEST = 20;
  private static final int DIRECTORY_OR_LABEL = 0x18;
  private static final int FILE_TYPE = 0xf000;
  private static final int REGULAR = 0x8000;
  private static final long MAGIC_32 = 0xffffffffL;

  static CentralHeader of(ZipFields directory, int at, int longestName)
      throws RefusedPackageException {
    if (directory.length() - at < FIXED || directory.u32(at) != SIGNATURE) {
      throw RefusedPackageException.invalid("its central directory is damaged");
    }
    int nameLength = directory.u16(at + 28);
    int extraLength = directory.u16(at + 30);
    int length = FIXED + nameLength + extraLength;
    if (directory.length() - at < length) {
      throw RefusedPackageException.invalid("its central directory is damaged");
    }
    String name = EntryName.of(directory.copy(at + FIXED, nameLength), longestName);
    CentralHeader header =
        new CentralHeader(
            name,
            directory.u16(at + 8),
            directory.u16(at + 10),
            directory.u32(at + 16),
            directory.u32(at + 20),
            directory.u32(at + 24),
            directory.u32(at + 42),
            length);
    if (directory.u16(at + 32) != 0 || directory.u16(at + 34) != 0) {
      throw RefusedPackageException.invalid(
          "the entry '" + name + "' has a comment, or lies on another disk");
    }
    requireVersion(directory.u16(at + 6), name);
    requireFile(directory.u32(at + 38), name);
    ExtraFields.requireHarmless(
        directory.part(at + FIXED + nameLength, extraLength), "the entry '" + name + "'");
    header.requireReadable();
    return header;
  }

  static void requireVersion(int needed, String name) throws RefusedPackageException {
    if (needed > NEWEST) {
      throw RefusedPackageException.invalid(
          "the entry '" + name + "' needs version " + needed + " of ZIP, 20 and before are taken");
    }
  }

  private static void requireFile(long attributes, String name) throws RefusedPackageException {
    int type = (int) (attributes >>> 16) & FILE_TYPE;
    if ((attributes & DIRECTORY_OR_LABEL) != 0 || (type != 0 && type != REGULAR)) {
      throw RefusedPackageException.invalid("the entry '" + name + "' is no regular file");
    }
  }

  private void requireReadable() throws RefusedPackageException {
    if ((flags & ~KNOWN_FLAGS) != 0) {
      throw RefusedPackageException.invalid(
          "the entry '"
              + name
              + "' has the flags 0x"
              + Integer.toHexString(flags)
              + ": encrypted, patched and masked entries are not taken");
    }
    if (method != STORED && method != DEFLATED) {
      throw RefusedPackageException.invalid(
          "the entry '" + name + "' has the method " + method + ", stored and deflated are taken");
    }
    if (compressed == MAGIC_32 || size == MAGIC_32 || offset == MAGIC_32) {
      throw RefusedPackageException.invalid("the entry '" + name + "' is ZIP64");
    }
    // who reads it as a stream could not tell where stored content ends
    if (method == STORED && (compressed != size || hasDescriptor())) {
      throw RefusedPackageException.invalid(
          "the stored entry '" + name + "' has two sizes, or its size behind it");
    }
  }

  boolean hasDescriptor() {
    return (flags & DESCRIPTOR) != 0;
  }
}
