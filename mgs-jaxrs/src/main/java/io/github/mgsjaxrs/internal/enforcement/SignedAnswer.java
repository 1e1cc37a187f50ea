package io.github.mgsjaxrs.internal.enforcement;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.mgsjaxrs.internal.log.FaultLog;
import io.github.mgsjaxrs.internal.scheme.AnswerSigner;
import jakarta.ws.rs.InternalServerErrorException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One answer that has to be signed, from the last response filter to the wire. */
public final class SignedAnswer {

  private static final byte[] TOO_LONG = document("The answer is too long.");
  private static final byte[] FAILED = document("The request failed.");

  private static final Annotation[] NONE = {};

  private final Exchange exchange;
  private final AnswerSigner signer;
  private final long limit;
  private final FaultLog log;
  private final ContainerRequestContext request;
  private final ContainerResponseContext response;
  private boolean signed;
  private boolean withdrawn;

  /**
   * An answer that the runtime is about to write.
   *
   * @param exchange what it answers
   * @param signer signs it
   * @param limit the most bytes that are held back
   * @param log takes what cannot be sent
   * @param request the request
   * @param response the answer
   */
  public SignedAnswer(
      Exchange exchange,
      AnswerSigner signer,
      long limit,
      FaultLog log,
      ContainerRequestContext request,
      ContainerResponseContext response) {
    this.exchange = exchange;
    this.signer = signer;
    this.limit = limit;
    this.log = log;
    this.request = request;
    this.response = response;
  }

  private static byte[] document(String message) {
    return ("{\"resultCode\":\"000005\",\"resultMsg\":\"" + message + "\"}").getBytes(US_ASCII);
  }

  /** Whether its signature is there already, or comes with its last piece. */
  public boolean isSigned() {
    return signed;
  }

  /** Whether it was too long, and another answer takes its place. */
  public boolean isWithdrawn() {
    return withdrawn;
  }

  /** Signs an answer that has no body. */
  public void signEmpty() {
    signed = true;
    set(response.getHeaders(), signer.sign(new byte[0]));
  }

  /**
   * Gives an error a body: servers put pages of their own in place of none, behind the signature.
   */
  public void fill() {
    fill(FAILED);
  }

  /** Takes the place of an answer that was {@link #isWithdrawn withdrawn}. */
  public void refuse() {
    response.setStatus(Response.Status.INTERNAL_SERVER_ERROR.getStatusCode());
    fill(TOO_LONG);
  }

  private void fill(byte[] document) {
    remove(response.getHeaders(), HttpHeaders.CONTENT_LENGTH);
    response.setEntity(document, NONE, MediaType.APPLICATION_JSON_TYPE);
  }

  /** Takes the place of an answer whose headers leave before all of its pieces are there. */
  public void refusePieces() {
    log.met(
        "An answer in pieces (ChunkedOutput, server-sent events) begins before all of it is known,"
            + " and cannot be signed: the client got 500 instead. Return a StreamingOutput",
        null);
    response.setStatus(Response.Status.INTERNAL_SERVER_ERROR.getStatusCode());
    fill(FAILED);
  }

  /** Takes what is written of its body. */
  public HeldAnswer hold() {
    return new HeldAnswer(limit);
  }

  /**
   * Sends all of it.
   *
   * @param held what was written
   * @param headers its headers, none of which was sent
   * @param wire where the runtime sends bodies
   * @throws IOException if the client is gone
   */
  public void send(HeldAnswer held, MultivaluedMap<String, Object> headers, OutputStream wire)
      throws IOException {
    byte[] body = held.content();
    if (held.isTooLong()) {
      replace(headers);
      body = TOO_LONG;
    }
    String signature = signer.sign(body);
    if (exchange.runtime().sends(request, body, signer.headerName(), signature)) {
      return;
    }
    set(headers, signature);
    if (remove(headers, HttpHeaders.CONTENT_LENGTH)) {
      headers.putSingle(HttpHeaders.CONTENT_LENGTH, body.length);
    }
    wire.write(body);
  }

  /** Nothing of what was too long is left; where the runtime has to do that, it begins anew. */
  private void replace(MultivaluedMap<String, Object> headers) {
    tellTooLong();
    if (exchange.runtime().withdraws(request)) {
      withdrawn = true;
      throw new InternalServerErrorException();
    }
    response.setStatus(Response.Status.INTERNAL_SERVER_ERROR.getStatusCode());
    headers.clear();
    headers.putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_TYPE);
  }

  /** In place of any other: one in another case would keep its spelling. */
  private void set(MultivaluedMap<String, Object> headers, @Nullable String signature) {
    remove(headers, signer.headerName());
    if (signature != null) {
      headers.putSingle(signer.headerName(), signature);
    }
  }

  /** Whatever its case; the names are a copy, as CXF's can be changed without effect. */
  private static boolean remove(MultivaluedMap<String, Object> headers, String name) {
    boolean removed = false;
    for (String each : List.copyOf(headers.keySet())) {
      if (each.equalsIgnoreCase(name)) {
        headers.remove(each);
        removed = true;
      }
    }
    return removed;
  }

  private void tellTooLong() {
    log.met(
        "An answer is longer than "
            + limit
            + " bytes, which have to be held back until all of them are signed: the client got"
            + " 500 instead. Raise mgs.koogallery.response-limit, or answer less",
        null);
  }
}
