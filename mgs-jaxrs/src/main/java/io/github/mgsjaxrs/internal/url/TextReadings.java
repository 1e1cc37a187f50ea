package io.github.mgsjaxrs.internal.url;

import io.github.mgsjaxrs.Verified.SignedText;
import java.util.List;

/**
 * A text with every way in which it may have been written.
 *
 * @param text what is told of it
 * @param readings the texts, the preferred one first; each means the same request
 */
public record TextReadings(SignedText text, List<String> readings) {

  /** Copies the readings. */
  public TextReadings {
    readings = List.copyOf(readings);
  }
}
