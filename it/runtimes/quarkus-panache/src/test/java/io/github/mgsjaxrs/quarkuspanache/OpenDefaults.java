package io.github.mgsjaxrs.quarkuspanache;

import io.github.mgsjaxrs.MgsSigned;
import io.quarkus.hibernate.orm.rest.data.panache.PanacheEntityResource;
import io.quarkus.rest.data.panache.ResourceProperties;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Has methods of its own beside those that are generated. */
@ResourceProperties(path = "open-defaults")
public interface OpenDefaults extends PanacheEntityResource<Order, Long> {

  @GET
  @Path("open")
  default String open() {
    return "open";
  }

  @GET
  @Path("marked")
  @MgsSigned
  default String marked() {
    return "marked";
  }
}
