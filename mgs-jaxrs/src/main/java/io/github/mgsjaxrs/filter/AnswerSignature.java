package io.github.mgsjaxrs.filter;

import io.github.mgsjaxrs.internal.enforcement.Enforcement;
import io.github.mgsjaxrs.internal.enforcement.Exchange;
import io.github.mgsjaxrs.internal.enforcement.HeldAnswer;
import io.github.mgsjaxrs.internal.enforcement.SignedAnswer;
import io.github.mgsjaxrs.internal.log.FaultLog;
import io.github.mgsjaxrs.internal.request.RequestSnapshot;
import io.github.mgsjaxrs.internal.scheme.AnswerSigner;
import io.github.mgsjaxrs.internal.storage.ResponseRelease;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Signs the answers to what KooGallery asks: the header {@code Body-Sign} over the bytes that are
 * sent, whatever filters and interceptors of the application made of them.
 *
 * <p>It is the last of the response filters and the outermost of the interceptors, next to the
 * wire: an answer is held back until its last byte is there, at most {@code
 * mgs.koogallery.response-limit}. Other answers pass. Registered by {@code MgsFeature} or found by
 * scanning; applications do not use it directly.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
@Priority(Integer.MIN_VALUE)
public class AnswerSignature implements ContainerResponseFilter, WriterInterceptor {

  private final FaultLog log = new FaultLog(System.getLogger(AnswerSignature.class.getName()));

  /** For the JAX-RS runtime. */
  public AnswerSignature() {}

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Exchange exchange = Exchange.of(request);
    AnswerSigner signer = exchange == null ? null : exchange.signer();
    Enforcement enforcement = exchange == null ? null : exchange.enforcement();
    if (exchange == null || enforcement == null || signer == null) {
      return;
    }
    SignedAnswer before = exchange.answer();
    SignedAnswer answer =
        new SignedAnswer(
            exchange,
            signer,
            enforcement.settings().kooGallery().responseLimit(),
            log,
            request,
            response);
    exchange.answer(answer);
    if (before != null && before.isWithdrawn()) {
      answer.refuse();
    } else if (!mayHaveBody(exchange.request(), response)) {
      answer.signEmpty();
    } else if (response.hasEntity()) {
      if (ResponseRelease.comesInPieces(response.getEntity())) {
        answer.refusePieces();
      }
    } else if (isError(response)) {
      answer.fill();
    } else {
      answer.signEmpty();
    }
  }

  private static boolean isError(ContainerResponseContext response) {
    return response.getStatus() >= Response.Status.BAD_REQUEST.getStatusCode();
  }

  /** What a server sends no body for has none, also where the application gave it an entity. */
  private static boolean mayHaveBody(RequestSnapshot request, ContainerResponseContext response) {
    if (response.getStatus() == Response.Status.NO_CONTENT.getStatusCode()
        || response.getStatus() == Response.Status.NOT_MODIFIED.getStatusCode()) {
      if (response.hasEntity()) {
        response.setEntity(null);
      }
      return false;
    }
    return !request.method().equals(HttpMethod.HEAD);
  }

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    Exchange exchange = Exchange.of(context::getProperty);
    SignedAnswer answer = exchange == null ? null : exchange.answer();
    if (answer == null || answer.isSigned()) {
      context.proceed();
      return;
    }
    HeldAnswer held = answer.hold();
    OutputStream wire = context.getOutputStream();
    context.setOutputStream(held);
    try {
      context.proceed();
      // what compresses may write its end only now
      context.getOutputStream().close();
    } catch (IOException | RuntimeException failed) {
      if (!held.isTooLong()) {
        throw failed;
      }
    } finally {
      context.setOutputStream(wire);
    }
    answer.send(held, context.getHeaders(), wire);
  }
}
