package io.github.mgsjaxrs.offline;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;

/**
 * The names that files of a package may have: top-level ones that mean the same file to every
 * reader and on every file system.
 *
 * <p>Printable ASCII without slashes, backslashes and {@code : * ? " < > |}, no space at either end
 * and no dot at the end. Names that are not ASCII are refused, as readers decode them differently;
 * so are {@code ;}, from where on Info-ZIP leaves out what it takes for a version of VMS ({@code
 * a.tar;1} is unpacked over {@code a.tar}), the second names that Windows gives to long ones
 * ({@code MANIFE~1.XML}), and the names of its devices ({@code NUL.tar}).
 */
public final class EntryName {

  private static final String REFUSED = "/\\:*?\"<>|;";
  private static final Pattern OF_WINDOWS =
      Pattern.compile(
          ".*~[0-9].*|(con|prn|aux|nul|com[0-9]|lpt[0-9]|conin\\$|conout\\$) *(\\..*)?",
          Pattern.CASE_INSENSITIVE);

  private EntryName() {}

  /**
   * Whether a file of this name is taken from a package.
   *
   * @param name the name
   * @return false where it would be refused
   */
  public static boolean isTaken(String name) {
    try {
      of(name.getBytes(UTF_8), Integer.MAX_VALUE);
      return true;
    } catch (RefusedPackageException refused) {
      return false;
    }
  }

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
    if (OF_WINDOWS.matcher(text).matches()) {
      throw RefusedPackageException.invalid("the name '" + text + "' is another's on Windows");
    }
    return text;
  }
}
