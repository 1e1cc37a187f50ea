package io.github.mgsjaxrs.offline;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.Arrays;

/**
 * What stands around an entry's content, which must say the same as the central directory: some
 * readers believe the one, some the other (APPNOTE 4.3.7 and 4.3.9).
 */
final class LocalHeader {

  private static final int FIXED = 30;
  private static final long SIGNATURE = 0x04034b50L;
  private static final int DESCRIPTOR_LENGTH = 16;
  private static final long DESCRIPTOR_SIGNATURE = 0x08074b50L;

  private LocalHeader() {}

  /**
   * Compares, and finds the content.
   *
   * @param end where the next entry, or the central directory, starts
   * @return where the content is, from its first byte to its last
   */
  static EntryPlace place(PackageBytes bytes, CentralHeader central, long end) throws IOException {
    long room = end - central.offset();
    if (room < FIXED) {
      throw differs(central);
    }
    ZipFields local = new ZipFields(bytes.part(central.offset(), FIXED));
    int nameLength = local.u16(26);
    int extraLength = local.u16(28);
    long start = central.offset() + FIXED + nameLength + extraLength;
    if (local.u32(0) != SIGNATURE
        || local.u16(6) != central.flags()
        || local.u16(8) != central.method()
        || nameLength != central.name().length()
        || extraLength > ExtraFields.MOST
        || start > end) {
      throw differs(central);
    }
    CentralHeader.requireVersion(local.u16(4), central.name());
    byte[] name = bytes.part(central.offset() + FIXED, nameLength);
    if (!Arrays.equals(name, central.name().getBytes(US_ASCII))) {
      throw differs(central);
    }
    ExtraFields.requireHarmless(
        new ZipFields(bytes.part(central.offset() + FIXED + nameLength, extraLength)),
        "the local header of '" + central.name() + "'");
    requireSameSizes(local, 14, central, central.hasDescriptor());
    requireNextAt(bytes, central, start + central.compressed(), end);
    return new EntryPlace(
        central.method() == CentralHeader.DEFLATED,
        start,
        central.compressed(),
        central.size(),
        central.crc());
  }

  private static void requireSameSizes(
      ZipFields fields, int at, CentralHeader central, boolean zeros)
      throws RefusedPackageException {
    if (fields.u32(at) != (zeros ? 0 : central.crc())
        || fields.u32(at + 4) != (zeros ? 0 : central.compressed())
        || fields.u32(at + 8) != (zeros ? 0 : central.size())) {
      throw differs(central);
    }
  }

  private static void requireNextAt(
      PackageBytes bytes, CentralHeader central, long contentEnd, long end) throws IOException {
    long expected = contentEnd + (central.hasDescriptor() ? DESCRIPTOR_LENGTH : 0);
    if (expected != end) {
      throw RefusedPackageException.invalid(
          "behind the entry '" + central.name() + "' are bytes that belong to none, or too few");
    }
    if (central.hasDescriptor()) {
      ZipFields descriptor = new ZipFields(bytes.part(contentEnd, DESCRIPTOR_LENGTH));
      if (descriptor.u32(0) != DESCRIPTOR_SIGNATURE) {
        throw differs(central);
      }
      requireSameSizes(descriptor, 4, central, false);
    }
  }

  private static RefusedPackageException differs(CentralHeader central) {
    return RefusedPackageException.invalid(
        "the entry '"
            + central.name()
            + "' is another in the central directory than where its content lies");
  }
}
