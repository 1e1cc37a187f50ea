package io.github.mgsjaxrs.offline;

import java.util.Map;

/**
 * The extra fields of an entry: only those that tell times, owners, or that it is a JAR. Any other
 * could give the entry a second name or size, or say that it is encrypted, for readers that know
 * it.
 */
final class ExtraFields {

  /** The most bytes that one entry may have of them. */
  static final int MOST = 256;

  private static final Map<Integer, Integer> KNOWN =
      Map.of(
          0x5455, 13, // times, by Info-ZIP
          0x7875, 19, // owner, by Info-ZIP
          0x5855, 12, // times and owner, by Info-ZIP before
          0x7855, 4, // owner, by Info-ZIP before
          0x000a, 32, // times, by Windows
          0xcafe, 0); // the mark of a JAR

  private ExtraFields() {}

  static void requireHarmless(ZipFields extra, String where) throws RefusedPackageException {
    int at = 0;
    while (at < extra.length()) {
      if (extra.length() - at < 4) {
        throw damaged(where);
      }
      int id = extra.u16(at);
      int length = extra.u16(at + 2);
      Integer most = KNOWN.get(id);
      if (most == null || length > most) {
        throw RefusedPackageException.invalid(
            where + " has the extra field 0x" + Integer.toHexString(id) + ", which is not taken");
      }
      at += 4 + length;
    }
    if (at != extra.length()) {
      throw damaged(where);
    }
  }

  private static RefusedPackageException damaged(String where) {
    return RefusedPackageException.invalid(where + " has damaged extra fields");
  }
}
