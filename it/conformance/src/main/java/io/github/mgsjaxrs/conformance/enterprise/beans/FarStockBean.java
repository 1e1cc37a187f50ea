package io.github.mgsjaxrs.conformance.enterprise.beans;

import io.github.mgsjaxrs.MgsSigned;
import io.github.mgsjaxrs.conformance.matrix.resources.Reached;
import jakarta.ejb.Stateless;

/** Marked on its class. */
@Stateless
@MgsSigned
public class FarStockBean implements FarStock {

  /** For the container. */
  public FarStockBean() {}

  @Override
  public String get(String ticket) {
    return Reached.by(ticket);
  }
}
