package io.github.mgsjaxrs.offline;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * The names that files of a package may have: top-level ones that mean the same file to every
 * reader and on every file system.
 *
 * <p>Printable ASCII without slashes, backslashes and {@code : * ? " < > |}, no space at either end
 * and no dot at the end. Names that are not ASCII are refused, as readers decode them differently.
 */
final class EntryName {

  private static final String REFUSED = "/\\:*?\"<>|";

  private EntryName() {}

  static String of(byte[] name, int most) throws RefusedPackageException {
    if (name.length == 0) {
      throw RefusedPackageException.invalid("an entry has no name");
    }
    if (name.length > most) {
      throw RefusedPackageException.tooLarge(
          "a name has " + name.length + " characters", "name", most);
    }
    for (int at = 0; at < name.length; at++) {
      int c = Byte.toUnsignedInt(name[at]);
      if (c < ' ' || c > '~' || REFUSED.indexOf(c) >= 0) {
        throw RefusedPackageException.invalid(
            "a name has the byte 0x"
                + Integer.toHexString(c)
                + " at "
                + at
                + (c == '/' ? ": only files at the top are taken" : ", which is not taken"));
      }
    }
    String text = new String(name, ISO_8859_1);
    if (text.startsWith(" ") || text.endsWith(" ") || text.endsWith(".")) {
      throw RefusedPackageException.invalid(
          "the name '" + text + "' starts or ends with a space, or ends with a dot");
    }
    return text;
  }
}
