package io.github.mgsjaxrs.quarkuspanache;

import io.github.mgsjaxrs.MgsSigned;
import io.quarkus.hibernate.orm.rest.data.panache.PanacheEntityResource;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import io.quarkus.rest.data.panache.ResourceProperties;
import java.util.List;

/** Declares again what it marks; it leaves counting open. */
@ResourceProperties(path = "methods")
public interface MarkedMethods extends PanacheEntityResource<Order, Long> {

  @Override
  @MgsSigned
  List<Order> list(Page page, Sort sort);

  @Override
  @MgsSigned
  Order get(Long id);

  @Override
  @MgsSigned
  Order add(Order order);

  @Override
  @MgsSigned
  Order update(Long id, Order order);

  @Override
  @MgsSigned
  boolean delete(Long id);
}
