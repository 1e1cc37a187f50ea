package io.github.mgsjaxrs.protocol;

import java.util.Arrays;

/** Where names and values stand in an array of characters, and in which order they are written. */
final class ParameterPlaces {

  private static final int INTS = 3;
  private static final int UNASSIGNED = 1 << 31;
  private static final int SHORT_RUN = 6;

  /** Of each parameter: where its name starts, where its value starts, where that ends. */
  private int[] places = new int[INTS * 16];

  /** The parameters' places in the order of their names, once sorted. */
  private int[] order = new int[16];

  private int[] merging = new int[16];
  private int count;
  private boolean caseSensitive;

  void clear() {
    count = 0;
  }

  int count() {
    return count;
  }

  void add(int name, int value, int end, boolean assigned) {
    if (count == order.length) {
      places = Arrays.copyOf(places, 2 * places.length);
      order = Arrays.copyOf(order, 2 * count);
      merging = new int[2 * count];
    }
    int place = INTS * count;
    places[place] = name;
    places[place + 1] = value;
    places[place + 2] = assigned ? end : end | UNASSIGNED;
    order[count++] = place;
  }

  int name(int i) {
    return places[order[i]];
  }

  int value(int i) {
    return places[order[i] + 1];
  }

  int end(int i) {
    return places[order[i] + 2] & ~UNASSIGNED;
  }

  boolean assigned(int i) {
    return (places[order[i] + 2] & UNASSIGNED) == 0;
  }

  boolean sameName(char[] characters, int i, int j) {
    return Arrays.equals(characters, name(i), value(i), characters, name(j), value(j));
  }

  boolean anyNameRepeated(char[] characters) {
    for (int i = 1; i < count; i++) {
      if (sameName(characters, i - 1, i)) {
        return true;
      }
    }
    return false;
  }

  /** Sorts by name; of equal names the first one read stays first. */
  void sort(char[] characters, boolean withCase) {
    caseSensitive = withCase;
    sort(characters, 0, count);
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
    int left = from;
    int right = middle;
    int next = from;
    while (left < middle && right < to) {
      order[next++] =
          compare(characters, merging[left], order[right]) <= 0 ? merging[left++] : order[right++];
    }
    System.arraycopy(merging, left, order, next, middle - left);
  }

  private void insertionSort(char[] characters, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      int place = order[i];
      int hole = i;
      while (hole > from && compare(characters, order[hole - 1], place) > 0) {
        order[hole] = order[hole - 1];
        hole--;
      }
      order[hole] = place;
    }
  }

  private int compare(char[] characters, int one, int other) {
    int from = places[one];
    int to = places[one + 1];
    int otherFrom = places[other];
    int otherTo = places[other + 1];
    if (!caseSensitive) {
      int order =
          String.CASE_INSENSITIVE_ORDER.compare(
              new String(characters, from, to - from),
              new String(characters, otherFrom, otherTo - otherFrom));
      if (order != 0) {
        return order;
      }
    }
    return Arrays.compare(characters, from, to, characters, otherFrom, otherTo);
  }
}
