package io.github.mgsjaxrs.conformance.enterprise.beans;

import io.github.mgsjaxrs.conformance.matrix.resources.Reached;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;

/** Without a mark. */
@Stateless
@Local(OpenStock.class)
public class OpenStockBean implements OpenStock {

  /** For the container. */
  public OpenStockBean() {}

  @Override
  public String get(String ticket) {
    return Reached.by(ticket);
  }
}
