package io.github.mgsjaxrs.jersey;

import io.github.mgsjaxrs.conformance.suite.Endpoint;
import io.github.mgsjaxrs.conformance.wire.RawRequest;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.api.Session;
import org.eclipse.jetty.http2.api.Stream;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.frames.DataFrame;
import org.eclipse.jetty.http2.frames.HeadersFrame;
import org.eclipse.jetty.http2.frames.ResetFrame;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;

/**
 * One request over HTTP/2, with prior knowledge and without TLS, and its answer.
 *
 * @param status the status
 * @param body the answer's entity
 */
record Http2Exchange(int status, byte[] body) {

  private static final int PATIENCE_SECONDS = 60;

  /**
   * Sends a request on a connection of its own.
   *
   * @param endpoint the server
   * @param request method, target, headers and body
   * @param lengthIsTold whether there is a Content-Length
   */
  static Http2Exchange of(Endpoint endpoint, RawRequest request, boolean lengthIsTold)
      throws Exception {
    HTTP2Client client = new HTTP2Client();
    client.start();
    try {
      CompletableFuture<Session> connected = new CompletableFuture<>();
      client.connect(
          new InetSocketAddress(endpoint.host(), endpoint.port()),
          new Session.Listener() {},
          Promise.from(connected::complete, connected::completeExceptionally));
      Session session = connected.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      Answer answer = new Answer();
      boolean bodiless = request.method().equals("GET");
      Stream stream =
          session
              .newStream(
                  new HeadersFrame(head(endpoint, request, lengthIsTold), null, bodiless), answer)
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!bodiless) {
        // a server that refuses early resets the stream, which is no fault of the answer
        stream.data(
            new DataFrame(stream.getId(), ByteBuffer.wrap(request.body()), true), Callback.NOOP);
      }
      return answer.whole.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } finally {
      client.stop();
    }
  }

  private static MetaData.Request head(
      Endpoint endpoint, RawRequest request, boolean lengthIsTold) {
    HttpFields.Mutable fields = HttpFields.build();
    request.headers().forEach(header -> fields.add(header.name(), header.value()));
    if (lengthIsTold) {
      fields.add("Content-Length", Integer.toString(request.body().length));
    }
    HttpURI uri =
        HttpURI.from("http://" + endpoint.host() + ":" + endpoint.port() + request.target());
    return new MetaData.Request(request.method(), uri, HttpVersion.HTTP_2, fields);
  }

  JsonObject json() {
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
      return reader.readObject();
    }
  }

  /** The last part of a problem's type. */
  String type() {
    return json().getString("type").replaceFirst("^urn:mgsjaxrs:rejection:", "");
  }

  /** Gathers what comes. */
  private static final class Answer implements Stream.Listener {

    private final CompletableFuture<Http2Exchange> whole = new CompletableFuture<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status;

    @Override
    public void onHeaders(Stream stream, HeadersFrame frame) {
      if (frame.getMetaData() instanceof MetaData.Response response) {
        status = response.getStatus();
      }
      if (frame.isEndStream()) {
        end();
      } else {
        stream.demand();
      }
    }

    @Override
    public void onDataAvailable(Stream stream) {
      Stream.Data data = stream.readData();
      if (data == null) {
        stream.demand();
        return;
      }
      ByteBuffer bytes = data.frame().getByteBuffer();
      byte[] copy = new byte[bytes.remaining()];
      bytes.get(copy);
      body.writeBytes(copy);
      boolean last = data.frame().isEndStream();
      data.release();
      if (last) {
        end();
      } else {
        stream.demand();
      }
    }

    @Override
    public void onReset(Stream stream, ResetFrame frame, Callback callback) {
      callback.succeeded();
      end();
    }

    private void end() {
      whole.complete(new Http2Exchange(status, body.toByteArray()));
    }
  }
}
