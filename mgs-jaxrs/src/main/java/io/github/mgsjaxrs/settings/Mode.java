package io.github.mgsjaxrs.settings;

import io.github.mgsjaxrs.VerifiedCaller;

/** What happens to a request that does not verify ({@code mgs.mode}). */
public enum Mode {
  /** It is refused, and the resource is never called. */
  ENFORCE,
  /**
   * It is served, counted, and logged with what would have made its signature match: for teams that
   * roll out. No {@link VerifiedCaller} is set in this mode, not even for requests that verify, and
   * the log warns at start and every hour.
   */
  REPORT
}
