package io.github.mgsjaxrs.internal.enforcement;

import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.Verified;
import io.github.mgsjaxrs.internal.log.FaultLog;
import io.github.mgsjaxrs.internal.lookup.Services;
import io.github.mgsjaxrs.internal.scheme.VerdictMeasure;
import io.github.mgsjaxrs.keys.KeyResolver;
import io.github.mgsjaxrs.keys.KeySet;
import io.github.mgsjaxrs.keys.ReloadingKeys;
import io.github.mgsjaxrs.verifier.MgsVerifier;
import io.github.mgsjaxrs.verifier.VerdictEvent;
import io.github.mgsjaxrs.verifier.VerdictEvent.Outcome;
import io.github.mgsjaxrs.verifier.VerdictListener;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Tells those who listen what requests come to; costs nothing where nobody does. */
public final class VerdictListeners {

  private static final System.Logger LOG = System.getLogger(VerdictListeners.class.getName());

  private final KeyResolver keys;
  private final List<VerdictListener> listeners;
  private final LongSupplier nanoTime;
  private final FaultLog faults = new FaultLog(LOG);

  public VerdictListeners(
      KeyResolver keys, List<VerdictListener> listeners, LongSupplier nanoTime) {
    this.keys = keys;
    this.listeners = List.copyOf(listeners);
    this.nanoTime = nanoTime;
  }

  /** Those among the services that listen to this verifier. */
  public static VerdictListeners of(MgsVerifier verifier) {
    List<VerdictListener> listening =
        Services.of(VerdictListener.class).orTell().stream()
            .filter(listener -> listens(listener, verifier))
            .toList();
    return new VerdictListeners(verifier.keys(), listening, System::nanoTime);
  }

  private static boolean listens(VerdictListener listener, MgsVerifier verifier) {
    try {
      return listener.listensTo(verifier);
    } catch (RuntimeException | LinkageError failed) {
      LOG.log(
          System.Logger.Level.ERROR,
          listener.getClass().getName() + " cannot be told of verdicts, and is left out",
          failed);
      return false;
    }
  }

  /** Notes the time, unless that was done before. */
  public void begin(Exchange exchange) {
    if (!listeners.isEmpty() && exchange.measure() == null) {
      exchange.measure(new VerdictMeasure(nanoTime.getAsLong()));
    }
  }

  /**
   * Tells a verdict.
   *
   * @param exchange the request
   * @param outcome what is done with it
   * @param rejection why it is refused, or null
   */
  public void tell(Exchange exchange, Outcome outcome, @Nullable Rejection rejection) {
    VerdictMeasure measure = exchange.measure();
    if (measure == null) {
      return;
    }
    Verified verified = exchange.verified();
    String keyId = verified == null ? measure.keyId() : verified.keyId();
    VerdictEvent event =
        new VerdictEvent(
            outcome,
            rejection,
            measure.algorithm(),
            configured(keyId),
            exchange.request().method(),
            exchange.request().target().path(),
            measure.entityBytes(),
            Duration.ofNanos(nanoTime.getAsLong() - measure.started()));
    for (VerdictListener listener : listeners) {
      try {
        listener.told(event);
      } catch (RuntimeException | LinkageError failed) {
        faults.met(listener.getClass().getName() + " fails when it is told of a verdict", failed);
      }
    }
  }

  /** Some key stores know an id in any case: a stranger must not choose among its spellings. */
  private @Nullable String configured(@Nullable String keyId) {
    KeySet known =
        keys instanceof ReloadingKeys reloading
            ? reloading.current()
            : keys instanceof KeySet set ? set : null;
    if (keyId == null || known == null || known.ids().contains(keyId)) {
      return keyId;
    }
    for (String id : known.ids()) {
      if (id.equalsIgnoreCase(keyId)) {
        return id;
      }
    }
    return null;
  }
}
