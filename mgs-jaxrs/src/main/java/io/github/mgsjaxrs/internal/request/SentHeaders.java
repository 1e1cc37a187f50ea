package io.github.mgsjaxrs.internal.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The headers that the schemes read, as they were sent. A scheme whose signature header is not
 * there costs one look.
 */
public final class SentHeaders {

  /** Of the names that a header lists, so many are looked for; no scheme takes a longer list. */
  public static final int MOST_LISTED = 256;

  private final List<String> names = new ArrayList<>(4);
  private final List<List<String>> values = new ArrayList<>(4);

  /** What one of them lists; without regard to case. */
  private @Nullable Map<String, List<String>> listed;

  /**
   * Reads what the schemes ask for.
   *
   * @param schemes the headers of each
   * @param source all values of a header by its name
   * @return the headers
   */
  public static SentHeaders of(List<SchemeHeaders> schemes, Function<String, List<String>> source) {
    SentHeaders sent = new SentHeaders();
    for (SchemeHeaders scheme : schemes) {
      sent.read(scheme, source);
    }
    return sent;
  }

  private void read(SchemeHeaders scheme, Function<String, List<String>> source) {
    List<String> wanted = scheme.names();
    for (int i = 0; i < wanted.size(); i++) {
      String name = wanted.get(i);
      List<String> all = source.apply(name);
      if (all.isEmpty() && i == 0) {
        return;
      }
      names.add(name);
      values.add(all);
      // a list that was sent twice is refused, whatever it lists
      if (name.equals(scheme.listing()) && all.size() == 1) {
        readListed(all.get(0), source);
      }
    }
  }

  private void readListed(String list, Function<String, List<String>> source) {
    Map<String, List<String>> found = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    int from = 0;
    for (int i = 0; i < MOST_LISTED && from <= list.length(); i++) {
      int comma = list.indexOf(',', from);
      int end = comma < 0 ? list.length() : comma;
      String name = list.substring(from, end);
      if (HeaderNames.isToken(name)) {
        found.computeIfAbsent(HeaderNames.lowerCase(name), source);
      }
      from = end + 1;
    }
    listed = found;
  }

  /** All values of a header; none also where the signature header of its scheme is missing. */
  public List<String> of(String name) {
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equalsIgnoreCase(name)) {
        return values.get(i);
      }
    }
    return List.of();
  }

  /**
   * Looks whether what is listed has changed.
   *
   * @param source all values of a header by its name, as they are now
   * @return the first one that has, in lower case; null if none has
   */
  public @Nullable String changedOfListed(Function<String, List<String>> source) {
    if (listed != null) {
      for (Map.Entry<String, List<String>> header : listed.entrySet()) {
        if (!source.apply(header.getKey()).equals(header.getValue())) {
          return header.getKey();
        }
      }
    }
    return null;
  }

  /** All values of a header that another one lists; none where it is not listed. */
  public List<String> listed(String name) {
    List<String> all = listed == null ? null : listed.get(name);
    return all == null ? List.of() : all;
  }
}
