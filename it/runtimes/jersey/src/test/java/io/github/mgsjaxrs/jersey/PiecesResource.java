package io.github.mgsjaxrs.jersey;

import io.github.mgsjaxrs.MgsSigned;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.glassfish.jersey.server.ChunkedOutput;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;

/** Reads its request by another thread, and answers with each piece as soon as it has it. */
@Path("pieces")
@MgsSigned
public class PiecesResource {

  private static final int PIECE = 10_000;
  private static final String ONCE_HANDED_OVER = "once handed over";

  private static final Executor LATER =
      Executors.newFixedThreadPool(
          2,
          work -> {
            Thread thread = new Thread(work, "pieces");
            thread.setDaemon(true);
            return thread;
          });

  /** An application of this resource alone. */
  static ResourceConfig application() {
    return new ResourceConfig(PiecesResource.class).register(new HandedOver());
  }

  /** Gives the request back, by an answer that is returned before its first piece is there. */
  @POST
  @Path("returned")
  public ChunkedOutput<byte[]> returned(
      InputStream body, @Context ContainerRequestContext request) {
    ChunkedOutput<byte[]> answer = new ChunkedOutput<>(byte[].class);
    Runnable copy = () -> copy(body, answer);
    request.setProperty(ONCE_HANDED_OVER, copy);
    return answer;
  }

  /** Gives the request back, by an answer that the writing thread itself resumes with. */
  @POST
  @Path("resumed")
  public void resumed(InputStream body, @Suspended AsyncResponse response) {
    LATER.execute(
        () -> {
          ChunkedOutput<byte[]> answer = new ChunkedOutput<>(byte[].class);
          response.resume(answer);
          copy(body, answer);
        });
  }

  private static void copy(InputStream body, ChunkedOutput<byte[]> answer) {
    try (answer) {
      for (byte[] piece = body.readNBytes(PIECE);
          piece.length > 0;
          piece = body.readNBytes(PIECE)) {
        answer.write(piece);
      }
    } catch (IOException failed) {
      // the client sees an answer that is cut
    }
  }

  /**
   * Lets the pieces be written once Jersey has suspended the request for them: an answer that is
   * closed by another thread before that is cut, or never ends.
   */
  private record HandedOver() implements ApplicationEventListener {

    @Override
    public void onEvent(ApplicationEvent event) {
      // the requests are what counts
    }

    @Override
    public RequestEventListener onRequest(RequestEvent start) {
      return event -> {
        if (event.getType() == RequestEvent.Type.FINISHED
            && event.getContainerRequest().getProperty(ONCE_HANDED_OVER) instanceof Runnable copy) {
          LATER.execute(copy);
        }
      };
    }
  }
}
