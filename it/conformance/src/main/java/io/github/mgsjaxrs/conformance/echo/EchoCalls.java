package io.github.mgsjaxrs.conformance.echo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Remembers which resource method was called, so that a test can show that none was.
 *
 * <p>A request is remembered when it carries the header {@value #TICKET}, a value that only the
 * test which sent it knows; thus tests may run side by side. The last 10,000 are kept.
 */
public final class EchoCalls {

  /** The request header with the ticket. It is not signed, and nothing else looks at it. */
  public static final String TICKET = "Echo-Ticket";

  private static final int KEPT = 10_000;
  private static final int TICKET_LIMIT = 64;
  private static final Deque<Call> CALLS = new ArrayDeque<>();
  private static final AtomicLong COUNT = new AtomicLong();

  private record Call(String ticket, String resource) {}

  private EchoCalls() {}

  /**
   * Remembers a call.
   *
   * @param ticket of the request; one that is empty, or too long, is counted alone
   * @param resource what the resource calls itself
   */
  public static void remember(String ticket, String resource) {
    COUNT.incrementAndGet();
    if (ticket.isEmpty() || ticket.length() > TICKET_LIMIT) {
      return;
    }
    synchronized (CALLS) {
      CALLS.addLast(new Call(ticket, resource));
      if (CALLS.size() > KEPT) {
        CALLS.removeFirst();
      }
    }
  }

  /**
   * How often any resource method was called since the start.
   *
   * @return the number of calls, with and without ticket
   */
  public static long count() {
    return COUNT.get();
  }

  /**
   * The resources that were called with a ticket.
   *
   * @param ticket the value of the request's header
   * @return {@code signed} or {@code open} for each call, in order
   */
  public static List<String> of(String ticket) {
    synchronized (CALLS) {
      return CALLS.stream()
          .filter(call -> call.ticket().equals(ticket))
          .map(Call::resource)
          .toList();
    }
  }
}
