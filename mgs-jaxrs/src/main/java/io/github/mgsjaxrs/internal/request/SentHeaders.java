package io.github.mgsjaxrs.internal.request;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The headers that the schemes read, as they were sent. A scheme whose signature header is not
 * there costs one look.
 */
public final class SentHeaders {

  private final List<String> names = new ArrayList<>(4);
  private final List<List<String>> values = new ArrayList<>(4);

  /**
   * Reads what the schemes ask for.
   *
   * @param schemes the headers of each, that of the signature first
   * @param source all values of a header by its name
   * @return the headers
   */
  public static SentHeaders of(List<List<String>> schemes, Function<String, List<String>> source) {
    SentHeaders sent = new SentHeaders();
    for (List<String> scheme : schemes) {
      for (int i = 0; i < scheme.size(); i++) {
        String name = scheme.get(i);
        List<String> all = source.apply(name);
        if (all.isEmpty() && i == 0) {
          break;
        }
        sent.names.add(name);
        sent.values.add(all);
      }
    }
    return sent;
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
}
