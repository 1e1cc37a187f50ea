package io.github.mgsjaxrs.conformance.enterprise.beans;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.conformance.matrix.resources.Reached;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;

/** Marked on its method. */
@Stateless
@Local(ClosedMethodStock.class)
public class ClosedMethodStockBean implements ClosedMethodStock {

  /** For the container. */
  public ClosedMethodStockBean() {}

  @Override
  @MgsSigned
  public String get(String ticket) {
    return Reached.by(ticket);
  }
}
