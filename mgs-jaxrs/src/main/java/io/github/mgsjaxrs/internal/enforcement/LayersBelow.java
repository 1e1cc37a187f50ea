package io.github.mgsjaxrs.internal.enforcement;

import io.github.mgsjaxrs.Coverage;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.scheme.ParametersBelow;
import io.github.mgsjaxrs.settings.Limits;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;

/**
 * What the layers below know of one request, for its verification.
 *
 * @param context the request
 * @param exchange what is known of it
 * @param coverage what its resource asks for
 * @param limits how many parameters there may be
 * @param declared whether a charset was declared to whoever reads the query there
 */
record LayersBelow(
    ContainerRequestContext context,
    Exchange exchange,
    Coverage coverage,
    Limits limits,
    boolean declared)
    implements ParametersBelow {

  @Override
  public Set<String> names() {
    return exchange.runtime().parsedParameterNames(context);
  }

  @Override
  public boolean madeOfNoBody() {
    return exchange.runtime().hasParsedNoBody(context);
  }

  @Override
  public boolean takesFormsWithoutType() {
    return exchange.runtime().takesFormsWithoutType(context);
  }

  @Override
  public void requireAsSent(long length) throws RefusalException {
    Readings.requireAsSentBelow(context, exchange, length, declared, coverage, limits);
  }
}
