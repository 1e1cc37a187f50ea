package io.github.mgsjaxrs.internal.request;

import io.github.mgsjaxrs.request.Malformed;
import io.github.mgsjaxrs.request.MalformedRequestException;

/** Tells which parameter it is that cannot be decoded, by its name as it was sent. */
public final class ParameterFault {

  /** Where it stands, and what its bytes are taken for, whatever a body declares. */
  public static final String QUERY = "query, which is always read in UTF-8";

  /** Where else it may stand. */
  public static final String FORM = "form";

  /** Characters of a name that are shown. */
  private static final int SHOWN = 64;

  private ParameterFault() {}

  /**
   * The same fault with the place where it is.
   *
   * @param fault what is wrong
   * @param part {@link #QUERY} or {@link #FORM}
   * @param sent all of the part as it was sent
   * @param start where the parameter begins in it
   * @return one whose message has the name in it, and no value
   */
  public static MalformedRequestException in(
      MalformedRequestException fault, String part, String sent, int start) {
    if (fault.kind() != Malformed.ESCAPE) {
      return fault;
    }
    int most = Math.min(sent.length(), start + SHOWN);
    int end = start;
    while (end < most && sent.charAt(end) != '=' && sent.charAt(end) != '&') {
      end++;
    }
    return new MalformedRequestException(
        fault.kind(),
        fault.getMessage()
            + ": parameter '"
            + Escaping.oneLine(sent.substring(start, end))
            + "' of the "
            + part);
  }
}
