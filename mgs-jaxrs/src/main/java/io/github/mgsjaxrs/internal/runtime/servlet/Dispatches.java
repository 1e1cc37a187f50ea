package io.github.mgsjaxrs.internal.runtime.servlet;

import io.github.mgsjaxrs.internal.request.RequestLine;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * What the application does with one request besides serving it: forwards, includes, async
 * dispatches, error pages. Containers mix the parameters of such a target with those that were
 * sent, and tell whoever is called last about the last one at most, so each is noted where it
 * begins, by {@link DispatchFilter}.
 */
final class Dispatches {

  private static final String ATTRIBUTE = "io.github.mgsjaxrs.servlet.dispatches";

  private final RequestLine sent;
  private volatile boolean sentOn;
  private volatile boolean added;

  private Dispatches(RequestLine sent, boolean added) {
    this.sent = sent;
    this.added = added;
  }

  /** Those of a request that nobody has sent on before. */
  static void begin(HttpServletRequest request, RequestLine sent) {
    request.setAttribute(ATTRIBUTE, new Dispatches(sent, false));
  }

  /**
   * Those of a request that was sent on before anybody noted it, or noted by the copy of this
   * library in another web application: what came along is not known.
   */
  static Dispatches late(HttpServletRequest request, RequestLine sent) {
    Dispatches dispatches = new Dispatches(sent, true);
    request.setAttribute(ATTRIBUTE, dispatches);
    return dispatches;
  }

  /** What is kept in a request for them, of whatever class. */
  static @Nullable Object kept(ServletRequest request) {
    return request.getAttribute(ATTRIBUTE);
  }

  /** Keeps what was there. */
  static void restore(ServletRequest request, @Nullable Object kept) {
    request.setAttribute(ATTRIBUTE, kept);
  }

  /** Those of a request; null where nobody has noted any, or somebody has taken them away. */
  static @Nullable Dispatches of(ServletRequest request) {
    return kept(request) instanceof Dispatches known ? known : null;
  }

  /** What was sent. */
  RequestLine sent() {
    return sent;
  }

  /** Whether another target is served now than was sent, or the same once more. */
  boolean isSentOn() {
    return sentOn;
  }

  /**
   * Whether one of them had a query of its own. That stays so when it has ended: the request that
   * was made for it has its parameters, and whoever kept that can serve it later.
   */
  boolean hasAdded() {
    return added;
  }

  /**
   * Notes the query of one, or that of what was sent where its target has none.
   *
   * @param query the query
   */
  void note(@Nullable String query) {
    added |= query != null && !query.isEmpty() && !query.equals(sent.query());
  }

  /**
   * Notes where it leads.
   *
   * @param elsewhere whether another target is served from now on
   * @return what was so before
   */
  boolean sendOn(boolean elsewhere) {
    boolean before = sentOn;
    sentOn = elsewhere;
    return before;
  }
}
