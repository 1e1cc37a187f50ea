package io.github.mgsjaxrs.backend.protocol;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where names and values stand in an array of characters, and in which order they are written. */
final class ParameterPlaces {

  private static final int INTS = 5;
  private static final int UNASSIGNED = -1;
  private static final int SHORT_RUN = 6;
  private static final int KEY_CHARACTERS = Long.SIZE / Character.SIZE;

  /**
   * Of each parameter: where its name starts and ends, where its value starts and ends, and where
   * the name ended before it was decoded.
   */
  private int[] places = new int[INTS * 16];

  /** The parameters' places in the order of their names, once sorted. */
  private int[] order = new int[16];

  /** In the same order, four characters of each name as a number: nearly always they decide. */
  private long[] keys = new long[16];

  private int[] merging = new int[16];
  private long[] mergingKeys = new long[16];
  private int count;
  private boolean caseSensitive;
  private boolean equalMet;

  /** The first place of the side that is read second. */
  private int otherSide;

  /** Where the name stands that has two values, if one has. */
  private int twoValues = UNASSIGNED;

  void clear() {
    count = 0;
    otherSide = 0;
    twoValues = UNASSIGNED;
  }

  /** What is added from now on stands on the other side, query or form. */
  void startOtherSide() {
    otherSide = INTS * count;
  }

  int count() {
    return count;
  }

  void add(int name, int nameEnd, int value, int valueEnd, int sentNameEnd) {
    if (count == order.length) {
      places = Arrays.copyOf(places, 2 * places.length);
      order = Arrays.copyOf(order, 2 * count);
      keys = new long[2 * count];
      merging = new int[2 * count];
      mergingKeys = new long[2 * count];
    }
    int place = INTS * count;
    places[place] = name;
    places[place + 1] = nameEnd;
    places[place + 2] = value;
    places[place + 3] = valueEnd;
    places[place + 4] = sentNameEnd;
    order[count++] = place;
  }

  void addUnassigned(int name, int nameEnd, int sentNameEnd) {
    add(name, nameEnd, UNASSIGNED, UNASSIGNED, sentNameEnd);
  }

  int name(int i) {
    return places[order[i]];
  }

  int nameEnd(int i) {
    return places[order[i] + 1];
  }

  boolean assigned(int i) {
    return places[order[i] + 2] != UNASSIGNED;
  }

  /** Where the value starts; an empty one where none is assigned. */
  int value(int i) {
    return Math.max(0, places[order[i] + 2]);
  }

  int end(int i) {
    return Math.max(0, places[order[i] + 3]);
  }

  /**
   * Writes {@code name=value}, or the name alone.
   *
   * @return where the next one starts
   */
  int append(int i, char[] characters, char[] text, int at) {
    int place = order[i];
    int name = places[place];
    int nameEnd = places[place + 1];
    int value = places[place + 2];
    int end = places[place + 3];
    if (value == nameEnd + 1) {
      // the name was not decoded, so the equals sign still stands behind it
      System.arraycopy(characters, name, text, at, end - name);
      return at + end - name;
    }
    System.arraycopy(characters, name, text, at, nameEnd - name);
    int next = at + nameEnd - name;
    if (value != UNASSIGNED) {
      text[next++] = '=';
      System.arraycopy(characters, value, text, next, end - value);
      next += end - value;
    }
    return next;
  }

  /**
   * Whether the form spells one name in two ways, once sorted and before any is dropped.
   *
   * @param form the form as it was sent
   * @param offset where it stands among the characters
   */
  boolean spellsInTwoWays(char[] characters, byte[] form, int offset) {
    int last = UNASSIGNED;
    for (int i = 0; i < count; i++) {
      int place = order[i];
      int at = places[place] - offset;
      if (at < 0 || at >= form.length) {
        continue; // stands in the query
      }
      if (last != UNASSIGNED
          && sameName(characters, last, place)
          && !Arrays.equals(
              form,
              places[last] - offset,
              places[last + 4] - offset,
              form,
              at,
              places[place + 4] - offset)) {
        return true;
      }
      last = place;
    }
    return false;
  }

  /** Drops all but the first of equal names, once sorted; whether there were any. */
  boolean dropRepeated(char[] characters) {
    int kept = Math.min(1, count);
    for (int i = 1; i < count; i++) {
      int first = order[kept - 1];
      int place = order[i];
      if (sameName(characters, first, place)) {
        if (first < otherSide && place >= otherSide && !sameValue(characters, first, place)) {
          twoValues = first;
        }
      } else {
        order[kept++] = place;
      }
    }
    boolean any = kept < count;
    count = kept;
    return any;
  }

  /** A name whose value on the other side is not the one that counts; null if there is none. */
  @Nullable String twoValues(char[] characters) {
    return twoValues == UNASSIGNED
        ? null
        : new String(characters, places[twoValues], places[twoValues + 1] - places[twoValues]);
  }

  /** A name without a value is not the same as an empty one: some readers tell them apart. */
  private boolean sameValue(char[] characters, int one, int other) {
    if (places[one + 2] == UNASSIGNED || places[other + 2] == UNASSIGNED) {
      return places[one + 2] == places[other + 2];
    }
    return Arrays.equals(
        characters,
        places[one + 2],
        places[one + 3],
        characters,
        places[other + 2],
        places[other + 3]);
  }

  private boolean sameName(char[] characters, int one, int other) {
    return Arrays.equals(
        characters, places[one], places[one + 1], characters, places[other], places[other + 1]);
  }

  /**
   * Sorts by name; of equal names the first one read stays first.
   *
   * @return whether there are equal names: they end up side by side, so were compared at some time
   */
  boolean sort(char[] characters, boolean withCase) {
    caseSensitive = withCase;
    equalMet = false;
    if (count > 1) {
      int common = withCase ? commonStart(characters) : 0;
      for (int i = 0; i < count; i++) {
        keys[i] = withCase ? key(characters, order[i], common) : 0;
      }
      sort(characters, 0, count);
    }
    return equalMet;
  }

  /** How many characters all names start with. */
  private int commonStart(char[] characters) {
    int first = places[order[0]];
    int common = places[order[0] + 1] - first;
    for (int i = 1; i < count && common > 0; i++) {
      int name = places[order[i]];
      common = Math.min(common, places[order[i] + 1] - name);
      int same = 0;
      while (same < common && characters[first + same] == characters[name + same]) {
        same++;
      }
      common = same;
    }
    return common;
  }

  private long key(char[] characters, int place, int common) {
    int at = places[place] + common;
    int end = places[place + 1];
    long key = 0;
    for (int i = 0; i < KEY_CHARACTERS; i++) {
      key = key << Character.SIZE | (at + i < end ? characters[at + i] : 0);
    }
    return key;
  }

  private void sort(char[] characters, int from, int to) {
    if (to - from <= SHORT_RUN) {
      insertionSort(characters, from, to);
      return;
    }
    int middle = (from + to) >>> 1;
    sort(characters, from, middle);
    sort(characters, middle, to);
    System.arraycopy(order, from, merging, from, middle - from);
    System.arraycopy(keys, from, mergingKeys, from, middle - from);
    int left = from;
    int right = middle;
    int next = from;
    while (left < middle && right < to) {
      if (isInOrder(characters, mergingKeys[left], merging[left], keys[right], order[right])) {
        keys[next] = mergingKeys[left];
        order[next++] = merging[left++];
      } else {
        keys[next] = keys[right];
        order[next++] = order[right++];
      }
    }
    System.arraycopy(merging, left, order, next, middle - left);
    System.arraycopy(mergingKeys, left, keys, next, middle - left);
  }

  private void insertionSort(char[] characters, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      int place = order[i];
      long key = keys[i];
      int hole = i;
      while (hole > from && !isInOrder(characters, keys[hole - 1], order[hole - 1], key, place)) {
        order[hole] = order[hole - 1];
        keys[hole] = keys[hole - 1];
        hole--;
      }
      order[hole] = place;
      keys[hole] = key;
    }
  }

  private boolean isInOrder(char[] characters, long key, int place, long otherKey, int other) {
    return key == otherKey
        ? compare(characters, place, other) <= 0
        : Long.compareUnsigned(key, otherKey) < 0;
  }

  private int compare(char[] characters, int one, int other) {
    int from = places[one];
    int length = places[one + 1] - from;
    int otherFrom = places[other];
    int otherLength = places[other + 1] - otherFrom;
    if (!caseSensitive) {
      int order =
          String.CASE_INSENSITIVE_ORDER.compare(
              new String(characters, from, length), new String(characters, otherFrom, otherLength));
      if (order != 0) {
        return order;
      }
    }
    int shorter = Math.min(length, otherLength);
    for (int i = 0; i < shorter; i++) {
      int difference = characters[from + i] - characters[otherFrom + i];
      if (difference != 0) {
        return difference;
      }
    }
    equalMet |= length == otherLength;
    return length - otherLength;
  }
}
