package io.github.mgsjaxrs.quarkuspanache;

import io.github.mgsjaxrs.MgsSigned;
import io.quarkus.hibernate.orm.rest.data.panache.PanacheRepositoryResource;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import io.quarkus.rest.data.panache.MethodProperties;
import io.quarkus.rest.data.panache.ResourceProperties;
import java.util.List;

/** Marks by methods with code, and paths of their own. */
@ResourceProperties(path = "defaults", hal = true)
public interface MarkedDefaults extends PanacheRepositoryResource<Orders, Order, Long> {

  @Override
  @MethodProperties(path = "all")
  @MgsSigned
  default List<Order> list(Page page, Sort sort) {
    return PanacheRepositoryResource.super.list(page, sort);
  }

  @Override
  @MgsSigned
  default Order add(Order order) {
    return PanacheRepositoryResource.super.add(order);
  }

  @Override
  @MgsSigned
  default Order update(Long id, Order order) {
    return PanacheRepositoryResource.super.update(id, order);
  }
}
