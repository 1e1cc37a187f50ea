package io.github.mgsjaxrs.internal.enforcement;

import io.github.mgsjaxrs.Rejection;
import io.github.mgsjaxrs.internal.enforcement.RequestState.Kept;
import io.github.mgsjaxrs.internal.entity.BegunEntity;
import io.github.mgsjaxrs.internal.entity.EntityBuffer;
import io.github.mgsjaxrs.internal.entity.RefusalException;
import io.github.mgsjaxrs.internal.entity.ReplayableEntity;
import io.github.mgsjaxrs.internal.runtime.FormDeclaration;
import io.github.mgsjaxrs.internal.scheme.RequestVerification;
import io.github.mgsjaxrs.internal.scheme.VerdictMeasure;
import io.github.mgsjaxrs.settings.Limits;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** Reads the entity of a request, and leaves it where whoever reads it next finds it. */
final class EntityReading {

  private final boolean reports;
  private final Limits limits;

  /**
   * The reading for one verifier.
   *
   * @param reports whether nothing is refused: no byte of an entity may be missing then
   * @param limits how many fields a form may have
   */
  EntityReading(boolean reports, Limits limits) {
    this.reports = reports;
    this.limits = limits;
  }

  /**
   * Reads all that has not arrived yet.
   *
   * @throws RefusalException if it is too much, or cannot be read
   */
  ReplayableEntity read(ContainerRequestContext context, Exchange exchange, EntityBuffer taking)
      throws RefusalException {
    InputStream in =
        hasNone(exchange)
            ? InputStream.nullInputStream()
            : RequestVerification.orEmpty(context.getEntityStream());
    try (EntityBuffer buffer = taking) {
      try {
        buffer.readFrom(in);
      } catch (RefusalException refusal) {
        if (reports && buffer.length() > 0) {
          restore(context, exchange, buffer.finish(), in);
        }
        throw refusal;
      } finally {
        VerdictMeasure measure = exchange.measure();
        if (measure != null) {
          measure.readEntity(buffer.length());
        }
      }
      return buffer.finish();
    }
  }

  private static boolean hasNone(Exchange exchange) {
    return exchange.request().hasNoEntity(exchange.runtime().tellsProtocol());
  }

  /** Nothing is refused in report mode: the resource gets what was read, and then the rest. */
  private static void restore(
      ContainerRequestContext context,
      Exchange exchange,
      ReplayableEntity begun,
      InputStream rest) {
    BegunEntity entity = new BegunEntity(begun, rest);
    exchange.become(new RequestState.Read(new Kept(begun, false, null)));
    exchange.runtime().restore(context, entity);
    context.setEntityStream(entity);
  }

  /**
   * Keeps what was read of a verified request.
   *
   * @param form the charset in which it was verified as a form, or null
   * @throws RefusalException if somebody would read other fields of the form
   */
  Kept keep(
      ContainerRequestContext context,
      Exchange exchange,
      ReplayableEntity entity,
      @Nullable Charset form)
      throws RefusalException {
    exchange.become(new RequestState.Read(new Kept(entity, true, null)));
    exchange.runtime().keep(context, exchange.request(), entity, form, limits);
    if (form != null) {
      requireReadAs(form, context, exchange, entity);
    }
    handOut(context, exchange, entity);
    return new Kept(entity, true, form);
  }

  private void requireReadAs(
      Charset charset, ContainerRequestContext context, Exchange exchange, ReplayableEntity entity)
      throws RefusalException {
    // whoever reads its fields may close it, and another one ask for all of it
    entity.outlastStreams();
    String otherwise =
        exchange.runtime().readOtherwise(context, exchange.request(), entity, charset, limits);
    if (otherwise != null) {
      throw new RefusalException(Rejection.NOT_COVERED, otherwise);
    }
    FormDeclaration.make(context, charset);
  }

  /** Of a request that is refused nothing is kept, unless it goes on all the same. */
  void giveUp(ContainerRequestContext context, Exchange exchange, ReplayableEntity entity) {
    if (!reports) {
      entity.close();
      return;
    }
    exchange.become(new RequestState.Read(new Kept(entity, true, null)));
    exchange.runtime().keep(context, exchange.request(), entity, null, limits);
    handOut(context, exchange, entity);
  }

  private void handOut(
      ContainerRequestContext context, Exchange exchange, ReplayableEntity entity) {
    exchange.freedBelow(exchange.runtime().frees(context));
    if (!reports || !hasNone(exchange)) {
      context.setEntityStream(entity.replay());
    }
  }
}
