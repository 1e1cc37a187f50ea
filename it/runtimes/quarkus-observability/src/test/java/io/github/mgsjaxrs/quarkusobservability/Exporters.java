package io.github.mgsjaxrs.quarkusobservability;

import io.opentelemetry.sdk.testing.exporter.InMemoryMetricExporter;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Where Quarkus exports to. */
@ApplicationScoped
public class Exporters {

  @Produces
  @Singleton
  InMemoryMetricExporter metrics() {
    return InMemoryMetricExporter.create();
  }

  @Produces
  @Singleton
  InMemorySpanExporter spans() {
    return InMemorySpanExporter.create();
  }
}
