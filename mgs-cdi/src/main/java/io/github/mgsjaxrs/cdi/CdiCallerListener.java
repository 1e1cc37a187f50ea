package io.github.mgsjaxrs.cdi;

import io.github.mgsjaxrs.VerifiedCaller;
import io.github.mgsjaxrs.internal.enforcement.CallerListener;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;

/** Makes the caller of a verified request injectable for the rest of the request. */
public final class CdiCallerListener implements CallerListener {

  /** Called by the service loader; fails where there is no CDI API. */
  public CdiCallerListener() {
    CdiMissing.requireApi();
  }

  /** Keeps the caller in the request's scope; does nothing where there is no such scope. */
  @Override
  public void verified(VerifiedCaller caller) {
    CDI<Object> container;
    try {
      container = CDI.current();
    } catch (IllegalStateException noContainer) {
      return;
    }
    Instance<RequestCaller> callers = container.select(RequestCaller.class);
    if (callers.isUnsatisfied()) {
      return;
    }
    try {
      callers.get().verified(caller);
    } catch (ContextNotActiveException outsideOfRequest) {
      // nobody can inject it then either: its methods say that no request is active
      return;
    }
  }
}
