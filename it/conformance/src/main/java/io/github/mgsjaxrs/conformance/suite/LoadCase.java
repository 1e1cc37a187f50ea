package io.github.mgsjaxrs.conformance.suite;

import io.github.mgsjaxrs.conformance.vectors.GatewayKey;
import io.github.mgsjaxrs.conformance.wire.Framing;
import io.github.mgsjaxrs.conformance.wire.RawConnection;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One request of a load, how it is sent, and what has to come of it.
 *
 * @param name what it is, for the message
 * @param request the request
 * @param sending how it is sent
 * @param status the status of its answer; 0 where the client goes away before there is one
 * @param answer whether the rest of the answer is right
 */
public record LoadCase(
    String name, RawRequest request, Sending sending, int status, Predicate<RawResponse> answer) {

  private static final int PIECES = 4;
  private static final int SHOWN = 500;
  private static final Duration BETWEEN_PIECES = Duration.ofMillis(40);

  /** How a client sends. */
  public enum Sending {
    /** As fast as it can. */
    AT_ONCE,
    /** The body in four pieces, with pauses; it must be framed by its length. */
    IN_PIECES,
    /** Half of the body, and then a reset. */
    HALF,
    /** All of it, and then a reset instead of reading the answer. */
    UNHEARD
  }

  static LoadCase served(String name, RawRequest request, GatewayKey key) {
    Seen expected = Seen.of(request, key);
    return new LoadCase(
        name, request, Sending.AT_ONCE, 200, response -> Seen.in(response).equals(expected));
  }

  static LoadCase refused(String name, RawRequest request, int status, String type) {
    return new LoadCase(
        name,
        request,
        Sending.AT_ONCE,
        status,
        response -> response.json().getString("type", "").equals("urn:mgsjaxrs:rejection:" + type));
  }

  /**
   * The same request, sent otherwise.
   *
   * @param other how
   * @return a new case
   */
  public LoadCase sent(Sending other) {
    boolean gone = other == Sending.HALF || other == Sending.UNHEARD;
    return new LoadCase(name + ", " + other, request, other, gone ? 0 : status, answer);
  }

  /** Sends it; tells what was wrong with its answer, or null. */
  @Nullable String fault(Endpoint endpoint, Duration patience) {
    try (RawConnection connection = endpoint.connect()) {
      connection.patience(patience);
      RawResponse response = exchange(connection);
      if (response == null) {
        return null;
      }
      return response.status() == status && answer.test(response)
          ? null
          : name + ": " + shortened(response.toString());
    } catch (RuntimeException failed) {
      return name + ": " + failed;
    }
  }

  private static String shortened(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + " (and more)" : text;
  }

  private @Nullable RawResponse exchange(RawConnection connection) {
    return switch (sending) {
      case AT_ONCE -> connection.exchange(request);
      case IN_PIECES -> {
        connection.sendHead(request);
        sendInPieces(connection);
        yield connection.response(request);
      }
      case HALF -> {
        connection.sendHead(request);
        connection.sendBodyPart(request, request.body().length / 2);
        connection.reset();
        yield null;
      }
      case UNHEARD -> {
        connection.sendHead(request);
        connection.sendBodyPart(request, Integer.MAX_VALUE);
        connection.reset();
        yield null;
      }
    };
  }

  private void sendInPieces(RawConnection connection) {
    byte[] body = request.body();
    int sent = 0;
    for (int piece = 1; piece <= PIECES; piece++) {
      int end = body.length * piece / PIECES;
      byte[] part = Arrays.copyOfRange(body, sent, end);
      connection.sendBodyPart(request.body(part, new Framing.Length()), part.length);
      sent = end;
      LockSupport.parkNanos(BETWEEN_PIECES.toNanos());
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
