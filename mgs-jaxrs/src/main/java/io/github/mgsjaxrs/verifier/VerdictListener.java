package io.github.mgsjaxrs.verifier;

/**
 * Is told of each verdict of the filters; loaded as a service, one instance for each Jakarta REST
 * application. The CDI module makes events and metrics of it.
 *
 * <p>Where nobody listens, nothing is measured and nothing allocated. Verdicts of {@link
 * MgsVerifier#verify} outside of the filters are not told. A request that was verified by its path
 * and whose resource then refuses its key or coverage is told twice.
 *
 * <pre>{@code
 * public final class Refusals implements VerdictListener {
 *   public boolean listensTo(MgsVerifier verifier) {
 *     return true;
 *   }
 *
 *   public void told(VerdictEvent event) {
 *     …
 *   }
 * }
 * }</pre>
 */
public interface VerdictListener {

  /**
   * Whether there is anything to do; asked once, before the first request is verified.
   *
   * @param verifier whose verdicts will be told
   * @return false to be told nothing
   */
  boolean listensTo(MgsVerifier verifier);

  /**
   * There is a verdict. Called on the request's thread, which may be an event loop, before the
   * resource runs or the refusal is sent: return at once. What is thrown is logged and changes
   * nothing.
   *
   * @param event what the request came to
   */
  void told(VerdictEvent event);
}
