package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.internal.enforcement.Exchange;
import io.github.mgsjaxrs.internal.storage.ResponseRelease;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Frees the request's entity once the response is written, where no layer below does. Registered by
 * {@code MgsFeature} or found by scanning; applications do not use it directly.
 */
@Provider
@Priority(Integer.MIN_VALUE)
public class EntityRelease extends ResponseRelease {

  /** For the JAX-RS runtime. */
  public EntityRelease() {}

  @Override
  protected @Nullable Held held(Function<String, @Nullable Object> properties) {
    Exchange exchange = Exchange.of(properties);
    return exchange == null || exchange.freedBelow() ? null : exchange;
  }
}
