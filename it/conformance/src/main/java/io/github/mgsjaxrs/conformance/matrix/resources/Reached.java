package io.github.mgsjaxrs.conformance.matrix.resources;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which requests reached a method of the matrices, by the ticket that each of them
 * carries: a UUID in the header {@value #TICKET}, in the query parameter {@value #PARAMETER}, or at
 * the start of the body. The last 10,000 are kept.
 */
public final class Reached {

  /** The request header with the ticket. It is not signed, and nothing else looks at it. */
  public static final String TICKET = "Matrix-Ticket";

  /** The query parameter with the ticket. */
  public static final String PARAMETER = "ticket";

  private static final int TICKET_LENGTH = 36;
  private static final int KEPT = 10_000;

  private static final Map<String, Integer> CALLS =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
          return size() > KEPT;
        }
      };

  private Reached() {}

  /**
   * Remembers a call.
   *
   * @param text the ticket, or a text that starts with it
   * @return the text
   */
  public static String by(@Nullable String text) {
    String present = text == null ? "" : text;
    String ticket =
        present.length() > TICKET_LENGTH ? present.substring(0, TICKET_LENGTH) : present;
    synchronized (CALLS) {
      CALLS.merge(ticket, 1, Integer::sum);
    }
    return present;
  }

  /**
   * How often a method was called with a ticket.
   *
   * @param ticket the ticket
   * @return 0 where none was
   */
  public static int times(String ticket) {
    synchronized (CALLS) {
      return CALLS.getOrDefault(ticket, 0);
    }
  }
}
