package io.quarkus.arc;

import jakarta.enterprise.inject.spi.Bean;

/** As much of ArC's bean as is asked. */
public interface InjectableBean<T> extends Bean<T> {
  /** What makes it. */
  enum Kind {
    CLASS,
    PRODUCER_METHOD,
    SYNTHETIC
  }

  /** What makes it. */
  Kind getKind();
}
