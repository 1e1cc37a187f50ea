package io.github.mgsjaxrs.replay;

/**
 * Remembers requests by their tokens, over all nodes that serve them.
 *
 * <p>{@link JCacheReplayGuard} is the library's own. An application that keeps its tokens elsewhere
 * implements this, as a CDI bean or an argument of {@code MgsVerifierBuilder.replayGuard}:
 *
 * <pre>{@code
 * ReplayGuard guard =
 *     (scope, token) -> database.insertUnlessThere(scope.word(), token); // one atomic step
 * }</pre>
 *
 * <p>A token has to be remembered for as long as its request would be admitted: twice the scheme's
 * window. It is asked only once the signature was found right, by any number of threads.
 */
@FunctionalInterface
public interface ReplayGuard {

  /**
   * Remembers a token, and tells whether it was new. Of all calls with one token, on all nodes,
   * exactly one gets {@code true}.
   *
   * @param scope what kind of request it is; tokens of one scope mean nothing in another
   * @param token 43 characters of {@code A-Za-z0-9_-}, which stand for what is unique in a request
   * @return whether no request with this token was seen before
   * @throws ReplayUnavailableException if that cannot be told now
   */
  boolean isFirst(ReplayScope scope, String token);
}
