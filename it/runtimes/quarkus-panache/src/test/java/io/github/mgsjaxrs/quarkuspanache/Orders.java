package io.github.mgsjaxrs.quarkuspanache;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** Where they are kept. */
@ApplicationScoped
public class Orders implements PanacheRepository<Order> {}
