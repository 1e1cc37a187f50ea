package io.github.mgsjaxrs.conformance.suite;

import io.github.mgsjaxrs.conformance.echo.EchoCalls;
import io.github.mgsjaxrs.conformance.wire.RawConnection;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.github.mgsjaxrs.conformance.wire.RawResponse;
import java.util.List;
import java.util.UUID;

/**
 * Where the echo application listens, with its {@code echo-calls} resource.
 *
 * @param host the address
 * @param port the port
 * @param base the context path in front of every path, "" or {@code /app}
 */
public record Endpoint(String host, int port, String base) {

  /**
   * An application at the root of a server on the loopback address.
   *
   * @param port the port
   * @return the endpoint
   */
  public static Endpoint atRoot(int port) {
    return new Endpoint("127.0.0.1", port, "");
  }

  /**
   * A web application of the same server.
   *
   * @param name its name, which is its context path
   * @return the endpoint
   */
  public Endpoint below(String name) {
    return new Endpoint(host, port, "/" + name);
  }

  /**
   * Opens a connection.
   *
   * @return to be closed by the caller
   */
  public RawConnection connect() {
    return RawConnection.to(host, port);
  }

  /**
   * Sends a request on a connection of its own.
   *
   * @param request sent as it stands
   * @return the answer
   */
  public RawResponse send(RawRequest request) {
    try (RawConnection connection = connect()) {
      return connection.exchange(request);
    }
  }

  /**
   * The same request with a ticket of its own, so that {@link #called} can tell what it reached.
   *
   * @param request the request
   * @param ticket from {@link #newTicket}
   * @return a new request
   */
  public static RawRequest ticketed(RawRequest request, String ticket) {
    return request.header(EchoCalls.TICKET, ticket);
  }

  /**
   * A ticket that nobody used.
   *
   * @return 36 characters
   */
  public static String newTicket() {
    return UUID.randomUUID().toString();
  }

  /**
   * What a request reached.
   *
   * @param ticket the request's ticket
   * @return {@code signed} or {@code open} for each call of a resource method
   */
  public List<String> called(String ticket) {
    RawResponse calls = send(RawRequest.of("GET", base + "/echo-calls/" + ticket));
    if (calls.status() != 200) {
      throw new IllegalStateException("The echo application does not tell its calls: " + calls);
    }
    return calls.text().isEmpty() ? List.of() : List.of(calls.text().split(",", -1));
  }
}
