package io.github.mgsjaxrs.cdi.observability;

import io.github.mgsjaxrs.verifier.MgsVerifier;
import io.github.mgsjaxrs.verifier.VerdictEvent;
import io.github.mgsjaxrs.verifier.VerdictListener;
import org.jspecify.annotations.Nullable;

/**
 * Counts verdicts by OpenTelemetry where its API is there; loaded as a service, and loadable
 * without it.
 */
public final class TelemetryVerdictListener implements VerdictListener {

  private static final System.Logger LOG = System.getLogger("io.github.mgsjaxrs.cdi.observability");

  private @Nullable VerdictListener telemetry;

  /** Called by the service loader. */
  public TelemetryVerdictListener() {}

  /** Whether there is an OpenTelemetry that does anything. */
  @Override
  public boolean listensTo(MgsVerifier verifier) {
    try {
      telemetry = Telemetry.ofApplication();
    } catch (NoClassDefFoundError noApi) {
      LOG.log(System.Logger.Level.DEBUG, "There is no OpenTelemetry API: nothing is measured");
    }
    return telemetry != null && telemetry.listensTo(verifier);
  }

  @Override
  public void told(VerdictEvent event) {
    if (telemetry != null) {
      telemetry.told(event);
    }
  }
}
