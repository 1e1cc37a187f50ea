package io.github.mgsjaxrs.backend.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The parameters of a query as most are: short, in ASCII, without an escape or a repeated name, and
 * each with an equals sign. There is nothing to decode in it, so its pieces only have to be put in
 * order. Any other query is left to {@link ParameterReader}, which comes to the same result for
 * these too.
 *
 * <p>It is quick because it looks at eight characters at a time, as the bytes of one number. Where
 * a byte equals the one that is searched, their exclusive or is 0, and it is the only byte whose
 * highest bit adding 0x7f does not set: no byte carries into the next, as none is above 0x7f.
 * Likewise the first eight characters of a name, as one number, nearly always decide its place.
 */
final class UnescapedQuery {

  /** So that the copies that are made of it stay small. */
  private static final int MOST_CHARACTERS = 160;

  /** More take a better way to sort than insertion. */
  private static final int MOST_PARAMETERS = 16;

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EACH_BYTE = 0x0101010101010101L;
  private static final long HIGHEST_BITS = 0x8080808080808080L;
  private static final long OTHER_BITS = ~HIGHEST_BITS;
  private static final byte[] NONE = new byte[0];

  private byte[] query = NONE;

  /** In the order of the names: the start of each, as a number that is compared as they are. */
  private final long[] keys = new long[MOST_PARAMETERS];

  /** In the same order, a byte each: where the name starts, where it ends, where the value ends. */
  private final int[] places = new int[MOST_PARAMETERS];

  private final byte[] sorted = new byte[MOST_CHARACTERS + 1];
  private int count;

  /**
   * Reads a query.
   *
   * @param text the raw query
   * @param limit how many parameters there may be
   * @return whether it is one of those that can be read here
   */
  boolean read(String text, int limit) {
    count = 0;
    int length = text.length();
    if (length < Long.BYTES || length > MOST_CHARACTERS) {
      return false;
    }
    query = text.getBytes(UTF_8);
    return query.length == length && read(Math.min(limit, MOST_PARAMETERS));
  }

  /** Forgets what belongs to a request. */
  void finish() {
    query = NONE;
  }

  private boolean read(int limit) {
    byte[] bytes = query;
    int start = 0;
    int nameEnd = -1;
    for (int at = 0; at < bytes.length; at += Long.BYTES) {
      long word = word(bytes, at);
      if (isUnusual(word)) {
        return false;
      }
      long delimiters = ~(others('&', word) & others('=', word)) & HIGHEST_BITS;
      while (delimiters != 0) {
        int place = at + (Long.numberOfTrailingZeros(delimiters) >>> 3);
        delimiters &= delimiters - 1;
        if (bytes[place] == '&') {
          if (!add(start, nameEnd, place, limit)) {
            return false;
          }
          start = place + 1;
          nameEnd = -1;
        } else if (nameEnd < 0) {
          nameEnd = place;
        }
      }
    }
    return add(start, nameEnd, bytes.length, limit);
  }

  /** Eight bytes, the first one lowest; zeros behind the last one. */
  private static long word(byte[] bytes, int at) {
    int missing = at + Long.BYTES - bytes.length;
    return missing <= 0
        ? (long) WORDS.get(bytes, at)
        : (long) WORDS.get(bytes, at - missing) >>> (missing * Byte.SIZE);
  }

  /** A question mark is also what half a surrogate pair became. */
  private static boolean isUnusual(long word) {
    long usual = ~word & others('%', word) & others('+', word) & others('?', word);
    return (usual & HIGHEST_BITS) != HIGHEST_BITS;
  }

  /** The highest bit of each byte that is another character, where none is above 0x7f. */
  private static long others(char character, long word) {
    return (word ^ (character * EACH_BYTE)) + OTHER_BITS;
  }

  /** Adds a parameter where it belongs, unless it is not one of those that can be read here. */
  private boolean add(int name, int nameEnd, int end, int limit) {
    if (nameEnd < 0 || count >= limit) {
      return false;
    }
    long key = key(query, name, nameEnd);
    int hole = count;
    while (hole > 0 && keys[hole - 1] >= key) {
      int order = keys[hole - 1] > key ? 1 : compare(places[hole - 1], name, nameEnd);
      if (order == 0) {
        return false;
      }
      if (order < 0) {
        break;
      }
      keys[hole] = keys[hole - 1];
      places[hole] = places[hole - 1];
      hole--;
    }
    keys[hole] = key;
    places[hole] = (name << (2 * Byte.SIZE)) | (nameEnd << Byte.SIZE) | end;
    count++;
    return true;
  }

  /** The first eight characters, with zeros behind a shorter name. */
  private static long key(byte[] bytes, int name, int nameEnd) {
    int unused = Long.BYTES - (nameEnd - name);
    long start = Long.reverseBytes(word(bytes, name));
    if (unused <= 0) {
      return start;
    }
    return unused == Long.BYTES ? 0 : start & (-1L << (unused * Byte.SIZE));
  }

  private int compare(int place, int name, int nameEnd) {
    return Arrays.compare(query, name(place), nameEnd(place), query, name, nameEnd);
  }

  private static int name(int place) {
    return place >>> (2 * Byte.SIZE);
  }

  private static int nameEnd(int place) {
    return (place >>> Byte.SIZE) & 0xff;
  }

  private static int end(int place) {
    return place & 0xff;
  }

  /** The parameters in their order, behind a question mark. */
  String text() {
    int next = 0;
    for (int i = 0; i < count; i++) {
      sorted[next++] = (byte) (i == 0 ? '?' : '&');
      int name = name(places[i]);
      int length = end(places[i]) - name;
      System.arraycopy(query, name, sorted, next, length);
      next += length;
    }
    return new String(sorted, 0, next, ISO_8859_1);
  }

  List<Parameter> list() {
    List<Parameter> list = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int nameEnd = nameEnd(places[i]);
      list.add(
          new Parameter(text(name(places[i]), nameEnd), text(nameEnd + 1, end(places[i])), true));
    }
    return list;
  }

  private String text(int from, int to) {
    return new String(query, from, to - from, ISO_8859_1);
  }
}
