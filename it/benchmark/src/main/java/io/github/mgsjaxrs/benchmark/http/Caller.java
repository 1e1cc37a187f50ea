package io.github.mgsjaxrs.benchmark.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/** One connection that sends one request after another, each when the last one was answered. */
final class Caller {

  private static final int SEND_BUFFER = 512 * 1024;
  private static final int LONGEST_ANSWER = 4096;

  private final Selector selector;
  private final InetSocketAddress server;
  private final WireRequest request;
  private final ByteBuffer toSend;
  private final ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
  private SocketChannel channel;

  Caller(Selector selector, InetSocketAddress server, WireRequest request) throws IOException {
    this.selector = selector;
    this.server = server;
    this.request = request;
    this.toSend = request.bytes().duplicate();
    this.channel = connected();
  }

  private SocketChannel connected() throws IOException {
    SocketChannel opened = SocketChannel.open();
    opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
    if (request.closes()) {
      // leaves no trace in the kernel's tables, however many connections there are
      opened.setOption(StandardSocketOptions.SO_LINGER, 0);
    } else {
      opened.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER);
    }
    opened.connect(server);
    opened.configureBlocking(false);
    opened.register(selector, 0, this);
    return opened;
  }

  /** Sends the next request. */
  void start() throws IOException {
    if (!channel.isOpen()) {
      channel = connected();
    }
    toSend.rewind();
    answer.clear();
    send();
  }

  private void send() throws IOException {
    channel.write(toSend);
    channel
        .keyFor(selector)
        .interestOps(
            toSend.hasRemaining()
                ? SelectionKey.OP_WRITE | SelectionKey.OP_READ
                : SelectionKey.OP_READ);
  }

  /**
   * Goes on when the connection is ready.
   *
   * @return whether the right answer is complete
   * @throws IllegalStateException if it is another answer
   */
  boolean proceed() throws IOException {
    if (toSend.hasRemaining()) {
      send();
    }
    int read = channel.read(answer);
    if (read == 0) {
      return false;
    }
    if (read < 0) {
      requireRight(request.closes() && isRight());
      channel.close();
      return true;
    }
    if (request.closes() || !isRight()) {
      requireRight(answer.hasRemaining() && startsRight());
      return false;
    }
    return true;
  }

  private boolean isRight() {
    int from = answer.position() - request.body().length;
    return from >= 0
        && startsRight()
        && Arrays.equals(
            request.body(),
            0,
            request.body().length,
            answer.array(),
            from,
            from + request.body().length);
  }

  private boolean startsRight() {
    int length = Math.min(request.status().length, answer.position());
    return Arrays.equals(request.status(), 0, length, answer.array(), 0, length);
  }

  private void requireRight(boolean right) {
    if (!right) {
      throw new IllegalStateException(
          "Wanted "
              + new String(request.status(), ISO_8859_1)
              + "…"
              + new String(request.body(), ISO_8859_1)
              + ", got "
              + new String(answer.array(), 0, answer.position(), ISO_8859_1));
    }
  }

  void close() throws IOException {
    channel.close();
  }
}
