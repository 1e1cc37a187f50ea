package io.github.mgsjaxrs.conformance.enterprise.beans;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.conformance.matrix.resources.Reached;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;

/** Marked on its class. */
@Stateless
@Local(ClosedStock.class)
@MgsSigned
public class ClosedStockBean implements ClosedStock {

  /** For the container. */
  public ClosedStockBean() {}

  @Override
  public String get(String ticket) {
    return Reached.by(ticket);
  }
}
