package io.github.mgsjaxrs.conformance.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;

/**
 * One connection for one request. Every read has a time-out of 20 seconds, unless told otherwise.
 *
 * <pre>{@code
 * try (RawConnection connection = RawConnection.to("127.0.0.1", port)) {
 *   connection.sendHead(request);
 *   connection.sendBodyPart(request, 1024); // and now it stalls, or is closed
 * }
 * }</pre>
 */
public final class RawConnection implements AutoCloseable {

  private static final int CONNECT_MILLIS = 5_000;
  private static final int READ_MILLIS = 20_000;
  private static final int WRITTEN_AT_ONCE = 16 * 1024;

  private final Socket socket;
  private final String authority;

  private RawConnection(Socket socket, String authority) {
    this.socket = socket;
    this.authority = authority;
  }

  /**
   * Connects.
   *
   * @param host the server's address
   * @param port the server's port
   * @return the connection, to be closed by the caller
   */
  public static RawConnection to(String host, int port) {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
      socket.setSoTimeout(READ_MILLIS);
      socket.setTcpNoDelay(true);
      return new RawConnection(socket, host + ":" + port);
    } catch (IOException e) {
      try {
        socket.close();
      } catch (IOException suppressed) {
        e.addSuppressed(suppressed);
      }
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits longer, or shorter, for each read than the usual 20 seconds.
   *
   * @param longest the time-out of a read
   */
  public void patience(Duration longest) {
    try {
      socket.setSoTimeout(Math.toIntExact(longest.toMillis()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Sends the whole request and reads the answer, which may come before the body is written.
   *
   * @param request what is sent
   * @return what the server answered
   */
  public RawResponse exchange(RawRequest request) {
    byte[] body = request.framedBody(Integer.MAX_VALUE, true);
    if (body.length <= WRITTEN_AT_ONCE) {
      write(concatenated(request.head(authority), body));
      return response(request);
    }
    write(request.head(authority));
    Thread writer = new Thread(() -> writeAsFarAsTheServerReads(body), "raw-request-body");
    writer.setDaemon(true);
    writer.start();
    return response(request);
  }

  /**
   * Sends the request line and the headers.
   *
   * @param request whose head is sent
   */
  public void sendHead(RawRequest request) {
    write(request.head(authority));
  }

  /**
   * Sends the first bytes of the body, framed as the request says, and nothing that ends it.
   *
   * @param request whose body is sent
   * @param bytes how much of it
   */
  public void sendBodyPart(RawRequest request, int bytes) {
    write(request.framedBody(bytes, false));
  }

  /** Tells the server that nothing more will come; its answer can still be read. */
  public void endOfSending() {
    try {
      socket.shutdownOutput();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the connection at once, with a reset instead of the usual farewell. */
  public void reset() {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads the answer.
   *
   * @param request the request that it answers (the answer to a HEAD has no body)
   * @return what the server answered
   * @throws UncheckedIOException when it sends nothing, or nothing that is HTTP, in time
   */
  public RawResponse response(RawRequest request) {
    try {
      return new ResponseReader(new BufferedInputStream(socket.getInputStream()))
          .read(request.method());
    } catch (IOException e) {
      throw new UncheckedIOException("No answer to " + request, e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeAsFarAsTheServerReads(byte[] body) {
    try {
      socket.getOutputStream().write(body);
    } catch (SocketException expected) {
      // a server that refuses a large body may close before it has read all of it
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(byte[] bytes) {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] concatenated(byte[] first, byte[] second) {
    byte[] both = new byte[first.length + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
