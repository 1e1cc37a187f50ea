package io.github.mgsjaxrs.quarkusobservability;

import io.github.mgsjaxrs.MgsSigned;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** A blocking method, and one on the event loop. */
@Path("orders")
@MgsSigned
public class Orders {

  @POST
  public String place(String order) {
    return order;
  }

  @POST
  @Path("later")
  public Uni<String> later(String order) {
    return Uni.createFrom().item(order);
  }
}
