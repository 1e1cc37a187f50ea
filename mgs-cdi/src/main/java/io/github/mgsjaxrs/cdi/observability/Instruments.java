package io.github.mgsjaxrs.cdi.observability;

import io.github.mgsjaxrs.verifier.VerdictEvent;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.DoubleHistogramBuilder;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.LongHistogramBuilder;
import io.opentelemetry.api.metrics.Meter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The instruments that measure verifications, with names after OpenTelemetry's conventions. */
final class Instruments {

  static final AttributeKey<String> RESULT = AttributeKey.stringKey("mgs.reload.result");

  private static final double NANOS = 1e9;

  // the default boundaries are meant for milliseconds
  private static final List<Double> SECONDS =
      List.of(0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.25, 1.0, 10.0);
  private static final List<Long> BYTES =
      List.of(0L, 256L, 1024L, 4096L, 16_384L, 65_536L, 262_144L, 1_048_576L, 8_388_608L);

  private final LongCounter verifications;
  private final DoubleHistogram duration;
  private final LongHistogram entitySize;
  private final LongCounter reloads;
  private final KeyLabels labels = new KeyLabels();
  private final Map<MeasuredAttributes.Group, MeasuredAttributes> groups =
      new ConcurrentHashMap<>();

  Instruments(Meter meter) {
    verifications =
        meter
            .counterBuilder("mgs.verifications")
            .setDescription("Requests to protected resources, by what they came to")
            .setUnit("{request}")
            .build();
    duration = duration(meter);
    entitySize = entitySize(meter);
    reloads =
        meter
            .counterBuilder("mgs.key.reloads")
            .setDescription("Reloads of the keys, by what came of them")
            .setUnit("{reload}")
            .build();
  }

  private static DoubleHistogram duration(Meter meter) {
    DoubleHistogramBuilder builder =
        meter
            .histogramBuilder("mgs.verification.duration")
            .setDescription("From the first look at a request to its verdict, with its entity")
            .setUnit("s");
    try {
      builder.setExplicitBucketBoundariesAdvice(SECONDS);
    } catch (NoSuchMethodError before132) {
      return builder.build();
    }
    return builder.build();
  }

  private static LongHistogram entitySize(Meter meter) {
    LongHistogramBuilder builder =
        meter
            .histogramBuilder("mgs.entity.size")
            .setDescription("Entities that were read to be verified")
            .setUnit("By")
            .ofLongs();
    try {
      builder.setExplicitBucketBoundariesAdvice(BYTES);
    } catch (NoSuchMethodError before132) {
      return builder.build();
    }
    return builder.build();
  }

  /** Counts a verdict; what by is given back. */
  MeasuredAttributes measure(VerdictEvent event) {
    // bounded, as the labels are
    MeasuredAttributes attributes =
        groups.computeIfAbsent(
            new MeasuredAttributes.Group(
                event.outcome(), event.rejection(), event.algorithm(), labels.of(event.keyId())),
            MeasuredAttributes.Group::attributes);
    verifications.add(1, attributes.all());
    duration.record(event.duration().toNanos() / NANOS, attributes.withoutKey());
    if (event.entityBytes() != VerdictEvent.UNREAD) {
      entitySize.record(event.entityBytes(), attributes.withoutKey());
    }
    return attributes;
  }

  void countReload(ReloadHistory.Result result) {
    reloads.add(1, Attributes.of(RESULT, result.name().toLowerCase(Locale.ROOT)));
  }
}
