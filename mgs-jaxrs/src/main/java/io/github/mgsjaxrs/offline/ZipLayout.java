package io.github.mgsjaxrs.offline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * The structure of a ZIP file that every reader reads in the same way, whether it starts at the
 * central directory, at the front, or searches.
 *
 * <p>Entries follow each other without a gap from the first byte to the central directory, which
 * ends at the end record, which ends the file. No byte belongs to nothing, and none to two entries.
 */
final class ZipLayout {

  private static final long MIB = 1L << 20;

  private final PackageBytes bytes;
  private final OfflineLimits limits;

  private ZipLayout(PackageBytes bytes, OfflineLimits limits) {
    this.bytes = bytes;
    this.limits = limits;
  }

  /**
   * Checks everything but the contents.
   *
   * @param bytes the whole file
   * @param limits how large it may say that it is
   * @return the places of all entries by their names, in the order in which they lie
   * @throws RefusedPackageException if it is not such a file
   * @throws IOException if it cannot be read
   */
  static Map<String, EntryPlace> of(PackageBytes bytes, OfflineLimits limits) throws IOException {
    return new ZipLayout(bytes, limits).read();
  }

  private Map<String, EntryPlace> read() throws IOException {
    EndRecord end = EndRecord.of(bytes);
    if (end.entries() > limits.entries()) {
      throw RefusedPackageException.tooLarge(
          "it has " + end.entries() + " entries", "entries", limits.entries());
    }
    List<CentralHeader> headers = new ArrayList<>(directory(end));
    if (headers.isEmpty() && end.directory() == 0) {
      throw new RefusedPackageException(PackageOutcome.EMPTY, "the package has no files");
    }
    requireDistinct(headers);
    requireWithinLimits(headers);
    headers.sort(Comparator.comparingLong(CentralHeader::offset));
    return places(headers, end.directory());
  }

  private List<CentralHeader> directory(EndRecord end) throws IOException {
    long most = (long) end.entries() * (CentralHeader.FIXED + limits.name() + ExtraFields.MOST);
    long length = end.start() - end.directory();
    if (length > most) {
      throw RefusedPackageException.invalid(
          "its central directory has " + length + " bytes for " + end.entries() + " entries");
    }
    ZipFields directory = new ZipFields(bytes.part(end.directory(), (int) length));
    List<CentralHeader> headers = new ArrayList<>();
    int at = 0;
    while (headers.size() < end.entries()) {
      CentralHeader header = CentralHeader.of(directory, at, limits.name());
      headers.add(header);
      at += header.length();
    }
    if (at != length) {
      throw RefusedPackageException.invalid(
          "its central directory has more entries than the end record says");
    }
    return headers;
  }

  /** On some file systems names that differ in case alone are one file. */
  private static void requireDistinct(List<CentralHeader> headers) throws RefusedPackageException {
    TreeSet<String> names = new TreeSet<>();
    for (CentralHeader header : headers) {
      if (!names.add(header.name().toLowerCase(Locale.ROOT))) {
        throw RefusedPackageException.invalid(
            "it has two entries '" + header.name() + "', if case does not count");
      }
    }
  }

  private void requireWithinLimits(List<CentralHeader> headers) throws RefusedPackageException {
    long total = 0;
    for (CentralHeader header : headers) {
      if (header.size() > limits.entry()) {
        throw RefusedPackageException.tooLarge(
            "'" + header.name() + "' has " + header.size() + " bytes", "entry", limits.entry());
      }
      if (header.size() > MIB && header.size() > header.compressed() * limits.ratio()) {
        throw RefusedPackageException.tooLarge(
            "'"
                + header.name()
                + "' has "
                + header.size()
                + " bytes in "
                + header.compressed()
                + " compressed ones",
            "ratio",
            limits.ratio());
      }
      total += header.size();
    }
    if (total > limits.content()) {
      throw RefusedPackageException.tooLarge(
          "its files have " + total + " bytes", "content", limits.content());
    }
  }

  private Map<String, EntryPlace> places(List<CentralHeader> headers, long directory)
      throws IOException {
    Map<String, EntryPlace> places = new LinkedHashMap<>();
    long next = 0;
    for (int i = 0; i < headers.size(); i++) {
      CentralHeader header = headers.get(i);
      long end = i + 1 < headers.size() ? headers.get(i + 1).offset() : directory;
      if (header.offset() != next || end > directory) {
        throw RefusedPackageException.invalid(
            "before the entry '" + header.name() + "' are bytes that belong to none");
      }
      places.put(header.name(), LocalHeader.place(bytes, header, end));
      next = end;
    }
    if (next != directory) {
      throw RefusedPackageException.invalid(
          "before its central directory are bytes that belong to no entry");
    }
    return Collections.unmodifiableMap(places);
  }
}
