package io.github.mgsjaxrs.quarkusrest;

import io.github.mgsjaxrs.KooGallerySigned;
import io.github.mgsjaxrs.conformance.answer.SignedAnswers;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers to KooGallery of the kinds that Quarkus REST alone has. */
@Path("koo-ways")
@KooGallerySigned
@Produces("text/plain")
public class SignedWays {

  /** For the runtime. */
  public SignedWays() {}

  /**
   * The answer later, on the event loop.
   *
   * @return the text
   */
  @GET
  @Path("uni")
  public Uni<String> uni() {
    return Uni.createFrom().item(SignedAnswers.TEXT).onItem().delayIt().by(Duration.ofMillis(1));
  }

  /**
   * On the event loop.
   *
   * @return the text
   */
  @GET
  @Path("non-blocking")
  @NonBlocking
  public String nonBlocking() {
    return SignedAnswers.TEXT;
  }

  /**
   * A response of Quarkus.
   *
   * @return the text
   */
  @GET
  @Path("rest-response")
  public RestResponse<String> response() {
    return RestResponse.ok(SignedAnswers.TEXT);
  }

  /**
   * A buffer of Vert.x.
   *
   * @return the text
   */
  @GET
  @Path("buffer")
  public Buffer buffer() {
    return Buffer.buffer(SignedAnswers.TEXT);
  }
}
