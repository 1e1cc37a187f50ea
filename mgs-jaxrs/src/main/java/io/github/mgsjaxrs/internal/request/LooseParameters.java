package io.github.mgsjaxrs.internal.request;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query or a form, one behind the other, as layers below Jakarta REST read
 * them: cut at each {@code &} and at the first {@code =} behind it, and as they stand where they
 * cannot be decoded. As they are signed, {@link SentQuery} and the schemes read them, and refuse
 * what can be read in several ways.
 */
public final class LooseParameters {

  private final String text;
  private int next;
  private int start;
  private int equals;
  private int end;

  public LooseParameters(String text) {
    this.text = text;
  }

  /** Goes on to the next piece, which may be empty; false behind the last. */
  public boolean next() {
    if (next > text.length()) {
      return false;
    }
    start = next;
    int delimiter = text.indexOf('&', start);
    end = delimiter < 0 ? text.length() : delimiter;
    next = end + 1;
    // within the piece alone: a search to the end of the text would take a square of its length
    equals = start;
    while (equals < end && text.charAt(equals) != '=') {
      equals++;
    }
    return true;
  }

  /** Whether nothing stands there, which most take for no parameter. */
  public boolean isEmpty() {
    return start == end;
  }

  public String rawName() {
    return text.substring(start, equals);
  }

  /** Null where there is no equals sign. */
  public @Nullable String rawValue() {
    return equals == end ? null : text.substring(equals + 1, end);
  }

  /** A name or value decoded; the same text where an escape is broken. */
  public static String decoded(String raw, Charset charset) {
    try {
      return URLDecoder.decode(raw, charset);
    } catch (IllegalArgumentException broken) {
      return raw;
    }
  }
}
