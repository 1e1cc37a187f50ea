package io.github.mgsjaxrs.internal.runtime.quarkus;

import io.github.mgsjaxrs.internal.entity.EntityBuffer;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerHttpRequest;

/**
 * Takes the entity of a suspended request in while it arrives, on the event loop, and resumes the
 * request when all of it is there. What does not fit into memory is left to a thread that may
 * block, together with everything that comes after it.
 *
 * <p>All methods run on the event loop of the request's connection.
 */
public final class QuarkusRestAwaitedEntity implements ServerHttpRequest.ReadCallback {

  private final ResteasyReactiveRequestContext request;
  private final EntityBuffer buffer;
  private boolean over;

  public QuarkusRestAwaitedEntity(ResteasyReactiveRequestContext request, EntityBuffer buffer) {
    this.request = request;
    this.buffer = buffer;
  }

  public void listen() {
    request.serverResponse().addCloseHandler(this::closed);
    request.serverRequest().setReadListener(this);
    request.serverRequest().resumeRequestInput();
    if (request.serverRequest().isRequestEnded()) {
      // a body handler in front was told of the end
      done();
    }
  }

  @Override
  public void data(ByteBuffer arrived) {
    if (over) {
      return;
    }
    byte[] bytes = new byte[arrived.remaining()];
    arrived.get(bytes);
    int taken = buffer.appendInMemory(bytes);
    if (taken < bytes.length) {
      over = true;
      ServerHttpRequest source = request.serverRequest();
      source.pauseRequestInput();
      request.setInputStream(
          source.createInputStream(ByteBuffer.wrap(bytes, taken, bytes.length - taken)));
      request.resume(QuarkusRestAdapter.workers());
    }
  }

  @Override
  public void done() {
    if (!over) {
      buffer.end();
      resume();
    }
  }

  /** The client went away, and an answer could only end its connection for others. */
  private void closed() {
    if (!over) {
      over = true;
      buffer.close();
      request.close();
    }
  }

  private void resume() {
    over = true;
    request.setInputStream(InputStream.nullInputStream());
    request.resume();
  }
}
