package io.github.mgsjaxrs.tool;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;

/**
 * A tar file in memory (POSIX ustar): regular files alone, without owners and times, so that equal
 * files give equal bytes.
 */
final class TarFile {

  private static final int BLOCK = 512;
  private static final int NAME = 100;
  private static final int PREFIX = 155;
  private static final int CHECKSUM = 148;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  void add(String path, byte[] content) {
    byte[] header = new byte[BLOCK];
    putPath(header, path);
    put(header, 100, "0000644");
    put(header, 108, "0000000");
    put(header, 116, "0000000");
    put(header, 124, octal(content.length, 11));
    put(header, 136, octal(0, 11));
    put(header, 156, "0");
    put(header, 257, "ustar\00000");
    Arrays.fill(header, CHECKSUM, CHECKSUM + 8, (byte) ' ');
    int sum = 0;
    for (byte each : header) {
      sum += Byte.toUnsignedInt(each);
    }
    put(header, CHECKSUM, octal(sum, 6) + "\0 ");
    out.writeBytes(header);
    out.writeBytes(content);
    out.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
  }

  private static void putPath(byte[] header, String path) {
    byte[] whole = path.getBytes(UTF_8);
    int cut = whole.length <= NAME ? 0 : slash(whole);
    if (cut < 0) {
      throw new UnusableException(
          "The path " + path + " is too long for a tar file: shorten it to 100 bytes");
    }
    int start = cut == 0 ? 0 : cut + 1;
    System.arraycopy(whole, start, header, 0, whole.length - start);
    System.arraycopy(whole, 0, header, 345, cut);
  }

  /** Where a path is cut in two, or -1. */
  private static int slash(byte[] path) {
    for (int at = path.length - NAME - 1; at <= Math.min(PREFIX, path.length - 2); at++) {
      if (path[at] == '/') {
        return at;
      }
    }
    return -1;
  }

  private static String octal(int number, int digits) {
    return String.format(Locale.ROOT, "%0" + digits + "o", number);
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(US_ASCII);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }

  /** All that was added, and the end of the file. */
  byte[] bytes() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(out.toByteArray());
    whole.writeBytes(new byte[2 * BLOCK]);
    return whole.toByteArray();
  }
}
