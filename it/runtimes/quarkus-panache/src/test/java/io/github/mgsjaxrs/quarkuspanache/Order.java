package io.github.mgsjaxrs.quarkuspanache;

import io.quarkus.hibernate.orm.panache.PanacheEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** What the resources are about. */
@Entity
@Table(name = "orders")
public class Order extends PanacheEntity {
  /** What was ordered. */
  public String item;
}
