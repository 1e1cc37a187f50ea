package io.github.mgsjaxrs.internal.enforcement;

import io.github.mgsjaxrs.VerifiedCaller;

/**
 * Is told of the caller of each verified request, on the request's thread, before the resource
 * runs; loaded as a service. The CDI module makes the caller injectable so.
 */
@FunctionalInterface
public interface CallerListener {

  /**
   * A request was verified. Not called in report mode.
   *
   * @param caller whose signature was right
   */
  void verified(VerifiedCaller caller);
}
