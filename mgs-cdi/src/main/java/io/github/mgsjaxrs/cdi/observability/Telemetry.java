package io.github.mgsjaxrs.cdi.observability;

import io.github.mgsjaxrs.verifier.MgsVerifier;
import io.github.mgsjaxrs.verifier.VerdictEvent;
import io.github.mgsjaxrs.verifier.VerdictListener;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.TracerProvider;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import org.jspecify.annotations.Nullable;

/**
 * Verdicts as OpenTelemetry measures them: by instruments, and on the span of the request. A class
 * of its own, so that nothing else needs the API to be loaded.
 */
final class Telemetry implements VerdictListener {

  private final Instruments instruments;

  private Telemetry(OpenTelemetry telemetry) {
    this.instruments = new Instruments(telemetry.getMeter("io.github.mgsjaxrs"));
  }

  /** By the application's OpenTelemetry: its bean, or else the global one; null if that is idle. */
  static @Nullable VerdictListener ofApplication() {
    OpenTelemetry bean = bean(OpenTelemetry.class);
    OpenTelemetry telemetry = bean == null ? GlobalOpenTelemetry.get() : bean;
    boolean idle =
        telemetry.getMeterProvider() == MeterProvider.noop()
            && telemetry.getTracerProvider() == TracerProvider.noop();
    return idle ? null : new Telemetry(telemetry);
  }

  private static <T> @Nullable T bean(Class<T> type) {
    try {
      Instance<T> beans = CDI.current().select(type);
      return beans.isUnsatisfied() || beans.isAmbiguous() ? null : beans.get();
    } catch (IllegalStateException noContainer) {
      return null;
    }
  }

  /** Takes the reloads of before along: nobody asks before the first request. */
  @Override
  public boolean listensTo(MgsVerifier verifier) {
    KeyReloads reloads = bean(KeyReloads.class);
    if (reloads != null) {
      reloads.history().tellTo(instruments::countReload);
    }
    return true;
  }

  @Override
  public void told(VerdictEvent event) {
    MeasuredAttributes attributes = instruments.measure(event);
    Span span = Span.current();
    if (span.isRecording()) {
      span.setAllAttributes(attributes.all());
    }
  }
}
