package io.github.mgsjaxrs.quarkusrest;

import io.github.mgsjaxrs.MgsSigned;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** A body handler of Vert.x in front, as many applications have one. */
@Path("taken-bodies")
public class TakenBodies {

  /** What is answered. */
  static final String SERVED = "served";

  void route(@Observes Router router) {
    router.route("/taken-bodies/*").order(-100).handler(BodyHandler.create(false));
  }

  @POST
  @Path("blocking")
  @MgsSigned
  public String blocking(String body) {
    return SERVED + body;
  }

  @POST
  @Path("non-blocking")
  @NonBlocking
  @MgsSigned
  public String nonBlocking(String body) {
    return SERVED + body;
  }
}
