package io.github.mgsjaxrs.quarkusrest;

import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.wire.Header;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Speaks HTTP/2 without TLS, from the first byte on. */
final class Http2Client implements AutoCloseable {

  /** What tells the server where an entity ends. */
  enum Framing {
    /** Content-Length, and the end of the stream. */
    LENGTH,
    /** The end of the stream alone, after frames of data. */
    DATA,
    /** The end of the stream alone, with the headers: there is no entity. */
    HEADERS
  }

  /** What came back. */
  record Answer(int status, String text) {}

  private static final int FRAME = 10_000;

  private final Endpoint endpoint;
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client =
      vertx.createHttpClient(
          new HttpClientOptions()
              .setProtocolVersion(HttpVersion.HTTP_2)
              .setHttp2ClearTextUpgrade(false));

  Http2Client(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  String authority() {
    return endpoint.host() + ":" + endpoint.port();
  }

  Answer send(RawRequest request, Framing framing) {
    return joined(
        open(request)
            .compose(
                stream -> {
                  write(stream, request.body(), framing);
                  return stream
                      .response()
                      .compose(
                          response ->
                              response
                                  .body()
                                  .map(body -> new Answer(response.statusCode(), body.toString())));
                }));
  }

  /** Sends the headers and half of the entity, and takes the request back. */
  void sendHalf(RawRequest request) {
    joined(
        open(request)
            .compose(
                stream -> {
                  byte[] body = request.body();
                  stream.exceptionHandler(itsOwnReset -> {});
                  stream.putHeader("Content-Length", Integer.toString(body.length));
                  return stream
                      .write(Buffer.buffer(Arrays.copyOf(body, body.length / 2)))
                      .map(sent -> stream.reset());
                }));
  }

  private Future<HttpClientRequest> open(RawRequest request) {
    return client
        .request(
            HttpMethod.valueOf(request.method()),
            endpoint.port(),
            endpoint.host(),
            endpoint.base() + request.target())
        .onSuccess(
            stream -> {
              MultiMap headers = stream.headers();
              for (Header header : request.headers()) {
                headers.add(header.name(), header.value());
              }
            });
  }

  private static void write(HttpClientRequest stream, byte[] body, Framing framing) {
    switch (framing) {
      case LENGTH -> {
        stream.putHeader("Content-Length", Integer.toString(body.length));
        stream.end(Buffer.buffer(body));
      }
      case DATA -> {
        stream.setChunked(true);
        stream.sendHead();
        for (int sent = 0; sent < body.length; sent += FRAME) {
          stream.write(
              Buffer.buffer(Arrays.copyOfRange(body, sent, Math.min(body.length, sent + FRAME))));
        }
        stream.end(Buffer.buffer());
      }
      case HEADERS -> stream.end();
    }
  }

  private static <T> T joined(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    } catch (Exception failed) {
      throw new AssertionError("No answer over HTTP/2", failed);
    }
  }

  @Override
  public void close() {
    joined(vertx.close());
  }
}
