package io.github.mgsjaxrs.quarkuspanache;

import io.github.mgsjaxrs.MgsSigned;
import io.quarkus.hibernate.orm.rest.data.panache.PanacheEntityResource;
import io.quarkus.rest.data.panache.ResourceProperties;

/** Marks all of it. */
@MgsSigned
@ResourceProperties(path = "interface")
public interface MarkedInterface extends PanacheEntityResource<Order, Long> {}
