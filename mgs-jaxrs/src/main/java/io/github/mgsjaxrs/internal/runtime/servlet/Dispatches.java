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
  private volatile State state = new State(false, false);

  /**
   * What is so now.
   *
   * @param sentOn whether another target is served than was sent, or the same once more
   * @param added whether one of them had a query of its own
   */
  record State(boolean sentOn, boolean added) {}

  private Dispatches(RequestLine sent) {
    this.sent = sent;
  }

  /** Those of a request, from now on. */
  static Dispatches begin(HttpServletRequest request, RequestLine sent) {
    Dispatches dispatches = new Dispatches(sent);
    request.setAttribute(ATTRIBUTE, dispatches);
    return dispatches;
  }

  /** Those of a request; null where nobody has noted any. */
  static @Nullable Dispatches of(ServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Dispatches known ? known : null;
  }

  /** What was sent. */
  RequestLine sent() {
    return sent;
  }

  State state() {
    return state;
  }

  /**
   * Notes one.
   *
   * @param query of its target, or of what was sent where the target has none
   */
  void enter(@Nullable String query) {
    boolean own = query != null && !query.isEmpty() && !query.equals(sent.query());
    state = new State(true, state.added() || own);
  }

  /** Forgets what came since then: whoever is called now is told of it no more. */
  void leave(State before) {
    state = before;
  }
}
