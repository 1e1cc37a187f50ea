package io.github.mgsjaxrs.cdi.observability;

import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.internal.log.FaultLog;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import io.github.mgsjaxrs.verifier.VerdictEvent;
import io.github.mgsjaxrs.verifier.VerdictListener;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Makes a CDI event of each verdict, for observers with {@code @ObservesAsync}; loaded as a
 * service.
 *
 * <p>No more than {@value #MOST_PENDING} events wait for their observers at any time: strangers
 * decide how many requests come, and what they could fill must have a bound. Further ones are
 * dropped, and a warning tells so.
 */
public final class EventVerdictListener implements VerdictListener {

  static final int MOST_PENDING = 1000;

  private static final System.Logger LOG = System.getLogger("io.github.mgsjaxrs.cdi.observability");

  /** Only its class counts. */
  private static final VerdictEvent SAMPLE =
      new VerdictEvent(
          VerdictEvent.Outcome.REJECTED,
          Rejection.SIGNATURE_MISSING,
          null,
          null,
          "GET",
          "/",
          VerdictEvent.UNREAD,
          Duration.ZERO);

  private final AtomicInteger pending = new AtomicInteger();
  private final FaultLog faults = new FaultLog(LOG, System.Logger.Level.WARNING);
  private @Nullable Event<VerdictEvent> events;

  /** Called by the service loader. */
  public EventVerdictListener() {}

  /** Whether the application has an asynchronous observer. */
  @Override
  public boolean listensTo(MgsVerifier verifier) {
    BeanManager beans;
    try {
      beans = CDI.current().getBeanManager();
    } catch (IllegalStateException noContainer) {
      return false;
    }
    if (beans.resolveObserverMethods(SAMPLE).stream().noneMatch(ObserverMethod::isAsync)) {
      return false;
    }
    events = beans.getEvent().select(VerdictEvent.class);
    return true;
  }

  @Override
  public void told(VerdictEvent event) {
    Event<VerdictEvent> target = events;
    if (target == null) {
      return;
    }
    if (pending.incrementAndGet() > MOST_PENDING) {
      pending.decrementAndGet();
      faults.met(
          "Verdicts are not told to observers of VerdictEvent, as "
              + MOST_PENDING
              + " events wait for them: make the observers faster",
          null);
      return;
    }
    CompletionStage<VerdictEvent> observed;
    try {
      observed = target.fireAsync(event);
    } catch (RuntimeException refused) {
      pending.decrementAndGet();
      throw refused;
    }
    observed.whenComplete(
        (same, failure) -> {
          pending.decrementAndGet();
          if (failure != null) {
            faults.met("An observer of VerdictEvent failed", failure);
          }
        });
  }
}
