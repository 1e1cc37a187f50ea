package io.github.mgsjaxrs.internal.scheme;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.MULTILINE;

import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import io.github.mgsjaxrs.internal.request.DeclaredParts;
import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a multipart body, which is signed and says by itself what the unsigned
 * declaration of its parts may say: the boundary, and that the part to be read first is the first.
 */
final class PartsBeginning {

  /** In bytes; what names a part that has more of them is refused. */
  private static final int MOST_OF_HEADERS = 8192;

  private static final Pattern CONTENT_ID =
      Pattern.compile(
          "^content-id:[ \\t]*([^\\s\\p{Cntrl}]+)[ \\t]*\\r\\n(?![ \\t])",
          CASE_INSENSITIVE | MULTILINE);

  private final DeclaredParts declared;
  private final ReplayableEntity entity;

  private PartsBeginning(DeclaredParts declared, ReplayableEntity entity) {
    this.declared = declared;
    this.entity = entity;
  }

  /**
   * Whether a body begins as it is declared to.
   *
   * @param declared what the header says
   * @param entity the body
   * @return true where no other declaration makes other parts of it
   * @throws IOException if the body cannot be read
   */
  static boolean isAsDeclared(DeclaredParts declared, ReplayableEntity entity) throws IOException {
    PartsBeginning beginning = new PartsBeginning(declared, entity);
    String first = beginning.firstLine();
    return (first != null && beginning.startsAtFirst(first.length())) || beginning.isOfNoParts();
  }

  /**
   * The first delimiter as it stands there; null where the body begins with anything else. The line
   * end that a delimiter begins with may be there as well, behind an empty preamble (RFC 2046,
   * section 5.1.1): the client of CXF sends it, and no body begins in both ways.
   */
  private @Nullable String firstLine() throws IOException {
    String delimiter = "--" + declared.boundary() + "\r\n";
    if (begins(delimiter)) {
      return delimiter;
    }
    String behindPreamble = "\r\n" + delimiter;
    return begins(behindPreamble) ? behindPreamble : null;
  }

  /** With the end of its line: one more character would be another boundary. */
  private boolean begins(String line) throws IOException {
    byte[] expected = line.getBytes(ISO_8859_1);
    return entity.length() >= expected.length
        && Arrays.equals(entity.copy(0, expected.length), expected);
  }

  /**
   * The last delimiter, of no parts at all. Where anything follows, a longer boundary may have been
   * meant, of which the hyphens are a part.
   */
  private boolean isOfNoParts() throws IOException {
    String line = "--" + declared.boundary() + "--";
    return (entity.length() == line.length() && begins(line))
        || (entity.length() == line.length() + 2 && begins(line + "\r\n"));
  }

  /**
   * Whether the part that is to be read first is the first one, or none is named: of the same parts
   * {@code start} of {@code multipart/related} (RFC 2387, section 3.2) would make others of
   * RESTEasy.
   */
  private boolean startsAtFirst(int headers) throws IOException {
    if (declared.starts().isEmpty()) {
      return true;
    }
    if (declared.starts().size() > 1) {
      return false;
    }
    String start = declared.starts().get(0);
    int most = (int) Math.min(MOST_OF_HEADERS, entity.length() - headers);
    String head = new String(entity.copy(headers, most), ISO_8859_1);
    int end = head.indexOf("\r\n\r\n");
    Matcher id = CONTENT_ID.matcher(end < 0 ? "" : head.substring(0, end + 2));
    boolean named = id.find() && id.group(1).equals(start);
    return named && !id.find() && standsOnce(withoutBrackets(start));
  }

  private static String withoutBrackets(String id) {
    return id.startsWith("<") && id.endsWith(">") ? id.substring(1, id.length() - 1) : id;
  }

  /** Of two parts with one id, RESTEasy takes the last. */
  private boolean standsOnce(String id) throws IOException {
    int found = 0;
    long next = 0;
    for (long from = 0; from < entity.length(); from += MOST_OF_HEADERS) {
      int count = (int) Math.min(MOST_OF_HEADERS + id.length() - 1, entity.length() - from);
      String window = new String(entity.copy(from, count), ISO_8859_1);
      for (int i = window.indexOf(id); i >= 0; i = window.indexOf(id, i + 1)) {
        if (from + i >= next) {
          found++;
          next = from + i + 1;
        }
      }
    }
    return found == 1;
  }
}
