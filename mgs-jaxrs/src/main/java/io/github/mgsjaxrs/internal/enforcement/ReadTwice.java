package io.github.mgsjaxrs.internal.enforcement;

import io.github.mgsjaxrs.internal.request.SentQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reading of a query by a container that has read it once more for a dispatch to the same target,
 * as Open Liberty and Jetty do: each parameter has all its values twice, in the same order.
 *
 * @param reading with the values of both
 */
record ReadTwice(SentQuery.Reading reading) implements SentQuery.Reading {

  @Override
  public @Nullable List<String> values(String name) {
    return once(reading.values(name));
  }

  @Override
  public Iterable<String> names() {
    return reading.names();
  }

  @Override
  public int size() {
    int size = 0;
    for (String name : reading.names()) {
      List<String> values = values(name);
      size += values == null ? 0 : values.size();
    }
    return size;
  }

  /** Of several dispatches there may be as many. */
  private static @Nullable List<String> once(@Nullable List<String> values) {
    if (values == null || values.isEmpty() || values.size() % 2 != 0) {
      return values;
    }
    int half = values.size() / 2;
    List<String> first = values.subList(0, half);
    return first.equals(values.subList(half, values.size())) ? once(first) : values;
  }
}
