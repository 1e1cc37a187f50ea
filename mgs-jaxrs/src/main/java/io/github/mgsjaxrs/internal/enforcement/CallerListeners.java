package io.github.mgsjaxrs.internal.enforcement;

import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.internal.log.FaultLog;
import io.github.mgsjaxrs.internal.lookup.Services;
import java.util.List;

/** Tells those who listen who the caller of a request is. */
final class CallerListeners {

  private static final System.Logger LOG = System.getLogger(CallerListeners.class.getName());

  private final List<CallerListener> listeners = Services.of(CallerListener.class).orTell();
  private final FaultLog unusable = new FaultLog(LOG);

  /** A listener that fails refuses nobody. */
  void tell(Verified verified) {
    for (CallerListener listener : listeners) {
      try {
        listener.verified(verified);
      } catch (RuntimeException | LinkageError failed) {
        unusable.met(
            listener.getClass().getName() + " is not told of callers: " + Services.told(failed),
            failed);
      }
    }
  }
}
